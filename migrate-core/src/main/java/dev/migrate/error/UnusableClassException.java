package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** A class that was named is not there, is of another kind, or no instance of it can be made. */
public final class UnusableClassException extends MigrateException {

    private final String className;

    /**
     * Says what is wrong with the class.
     *
     * @param className the name of the class
     * @param problem what is wrong with it
     * @param remedy what to do next
     * @param cause what its constructor threw, or null
     */
    public UnusableClassException(String className, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.className = className;
    }

    /**
     * Names the class.
     *
     * @return its name, as it was given
     */
    public String className() {
        return className;
    }
}
