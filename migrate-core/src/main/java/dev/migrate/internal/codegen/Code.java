package dev.migrate.internal.codegen;

import org.jspecify.annotations.Nullable;

/** A Java expression that can be formatted on one line if that is readable, or else on several lines. */
interface Code {

    /** The additional indentation of continuation lines. */
    int CONTINUED = 8;

    /**
     * The expression on one line, or null if that is impossible or hard to read.
     *
     * @param column the column of its first character
     */
    @Nullable
    String flat(int column);

    /**
     * Prints the expression, on several lines if necessary.
     *
     * @param page the printer
     * @param indent the indentation of the line in which it starts
     * @param tail the number of characters that follow it on its last line
     */
    void write(CodePrinter page, int indent, int tail);

    /**
     * The first line of the expression as the last argument of a call that starts on the first line of the call, or
     * null if it must not start there.
     *
     * @param column the column of its first character
     * @param isOnly whether it is the only argument
     */
    default @Nullable String opening(int column, boolean isOnly) {
        return null;
    }
}
