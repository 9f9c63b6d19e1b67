package dev.migrate.internal.codegen;

import org.jspecify.annotations.Nullable;

/** An expression of Java that knows how it is laid out: in one line where that is legible, else in several. */
interface Code {

    /** How much deeper a line stands that goes on with the one above. */
    int CONTINUED = 8;

    /**
     * In one line, or null if it cannot be or would be hard to read.
     *
     * @param column where it begins
     */
    @Nullable
    String flat(int column);

    /**
     * Writes it, in several lines if need be.
     *
     * @param page where to
     * @param indent how deep the line stands in which it begins
     * @param tail how many characters will follow it in its last line
     */
    void write(CodePrinter page, int indent, int tail);

    /**
     * What it has in its first line where it is the last argument of a call and begins in the call's first line, or null
     * where it must not.
     *
     * @param column where it begins
     * @param isOnly whether the call has no other argument
     */
    default @Nullable String opening(int column, boolean isOnly) {
        return null;
    }
}
