package dev.migrate.error;

import org.jspecify.annotations.Nullable;

/** A class that was given or found is no usable migration. Found when a {@code Migrator} is built. */
public final class InvalidMigrationException extends MigrateException {

    /**
     * Says what is wrong with the class.
     *
     * @param problem what is wrong, and with which class
     * @param remedy what to do next
     * @param cause what its constructor threw, or null
     */
    public InvalidMigrationException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }
}
