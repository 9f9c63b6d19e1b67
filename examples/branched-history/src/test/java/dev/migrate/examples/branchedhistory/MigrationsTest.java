package dev.migrate.examples.branchedhistory;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.MigrationTest;
import dev.migrate.test.MigrationTests;
import java.util.Optional;

/** The migrations of all branches are correct. */
@MigratedDatabase(migrations = "dev.migrate.examples.branchedhistory")
class MigrationsTest implements MigrationTests {

    @Override
    public Optional<String> disabled(MigrationTest test) {
        return switch (test) {
            case ONE_HEAD -> Optional.of("the audit is a branch of its own");
            case MODEL -> Optional.of("there is no model");
            default -> Optional.empty();
        };
    }
}
