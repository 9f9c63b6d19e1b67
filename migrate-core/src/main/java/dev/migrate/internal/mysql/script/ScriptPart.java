package dev.migrate.internal.mysql.script;

/**
 * A part of a script.
 *
 * @param kind the kind
 * @param text the original text
 * @param line the line of its first character, starting at 1
 */
record ScriptPart(Kind kind, String text, int line) {

    /** The kind of a part. */
    enum Kind {
        /** A statement, from its first character to its last. */
        STATEMENT,
        /**
         * Text that is not sent: delimiters, DELIMITER commands, and the white space and comments around statements.
         */
        SEPARATOR
    }
}
