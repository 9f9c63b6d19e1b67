package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** Applied migrations that run in a scratch database, to determine drift, reach nothing else. */
class DriftContainmentTest {

    /** Inserts a row into a table with the name of its database. */
    @Revision(id = "001")
    private static final class Qualified implements Migration {

        private final String database;

        Qualified(String database) {
            this.database = database;
        }

        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE entries (id INT)");
            op.execute("INSERT INTO " + database + ".entries VALUES (1)");
        }
    }

    /** Has a statement about the server. */
    @Revision(id = "001")
    private static final class Flushed implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE entries (id INT)");
            op.execute("FLUSH STATUS");
        }
    }

    /** Inserts a row with Java code. */
    @Revision(id = "001")
    private static final class Code implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE entries (id INT)");
            op.run("insert", connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("INSERT INTO entries VALUES (1)");
                }
            });
        }
    }

    private static Migrator upgraded(TestDatabase database, Migration migration) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
        migrator.upgrade("head");
        return migrator;
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aStatementThatNamesTheDatabaseDoesNotRunAgain(TestDatabase database) {
        Migrator migrator = upgraded(database, new Qualified(database.name()));

        InvalidMigrationException failure =
                catchThrowableOfType(InvalidMigrationException.class, migrator.authoring()::drift);

        assertThat(failure)
                .hasMessageContaining("001 cannot be run in a scratch database")
                .hasMessageContaining("another database, " + database.name())
                .hasMessageContaining("Nothing was executed.");
        assertThat(database.column("SELECT COUNT(*) FROM entries")).containsExactly("1");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aStatementAboutTheServerDoesNotRunAgain(TestDatabase database) {
        Migrator migrator = upgraded(database, new Flushed());

        InvalidMigrationException failure =
                catchThrowableOfType(InvalidMigrationException.class, migrator.authoring()::drift);

        assertThat(failure).hasMessageContaining("FLUSH STATUS").hasMessageContaining("the server");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void javaCodeRunsInTheScratchDatabase(TestDatabase database) {
        Migrator migrator = upgraded(database, new Code());

        assertThat(migrator.authoring().drift().isEmpty()).isTrue();
        assertThat(database.column("SELECT COUNT(*) FROM entries")).containsExactly("1");
    }
}
