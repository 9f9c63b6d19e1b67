package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** The source of a migration was not written: what it should say, how, or where to is not possible. */
public final class SourceNotWrittenException extends MigrateException {

    /**
     * Says what is not possible.
     *
     * @param problem what went wrong
     * @param remedy what to do about it
     */
    public SourceNotWrittenException(String problem, String remedy) {
        this(problem, remedy, null);
    }

    /**
     * Says what is not possible.
     *
     * @param problem what went wrong
     * @param remedy what to do about it
     * @param cause what made it go wrong
     */
    public SourceNotWrittenException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }

    /**
     * Says that an operation cannot be written in Java.
     *
     * @param operation the operation, in a few words
     * @param why why it cannot
     * @return the error
     */
    public static SourceNotWrittenException unsayable(String operation, String why) {
        return new SourceNotWrittenException(
                "The operation \"" + operation + "\" cannot be written in Java: " + why + ".",
                "Leave it out and write it by hand.");
    }
}
