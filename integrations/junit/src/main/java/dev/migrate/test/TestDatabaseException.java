package dev.migrate.test;

import dev.migrate.error.MigrateException;
import org.jspecify.annotations.Nullable;

/** A database for a test cannot be provided. */
public final class TestDatabaseException extends MigrateException {

    TestDatabaseException(String problem, String remedy) {
        super(problem, remedy);
    }

    TestDatabaseException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }
}
