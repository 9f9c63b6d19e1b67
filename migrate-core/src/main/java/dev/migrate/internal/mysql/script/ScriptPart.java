package dev.migrate.internal.mysql.script;

/**
 * A part of a script.
 *
 * @param kind what it is
 * @param text the piece as it stands in the script
 * @param line the line of its first character, counted from one
 */
record ScriptPart(Kind kind, String text, int line) {

    /** The kind of a part. */
    enum Kind {
        /** A statement, from its first character to its last. */
        STATEMENT,
        /** What is not sent: delimiters, DELIMITER commands, and the white space and the comments around statements. */
        SEPARATOR
    }
}
