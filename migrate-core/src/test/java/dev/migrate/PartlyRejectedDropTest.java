package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;

/** A DROP with several names, of which the server rejects one. It drops the others if its DDL is not atomic. */
class PartlyRejectedDropTest {

    /** Creates and drops objects. */
    @Revision(id = "001")
    static final class Drop implements Migration {

        private final List<String> before;
        private final String statement;

        Drop(String statement, String... before) {
            this.statement = statement;
            this.before = List.of(before);
        }

        @Override
        public void up(Operations op) {
            before.forEach(op::execute);
            op.execute(statement);
            op.execute("CREATE TABLE last (id INT)");
        }
    }

    private static Migrator migrator(TestDatabase database, Drop migration) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build();
    }

    private static MigrateException failure(Migrator migrator) {
        MigrateException failure = catchThrowableOfType(MigrateException.class, () -> migrator.upgrade("head"));
        assertThat(failure).isNotNull();
        return failure;
    }

    /** Whether the server drops either all objects or none. */
    private static boolean isAtomic(TestDatabase database) {
        boolean isAtomic =
                !database.server().isMariaDb() && !database.server().version().startsWith("5.");
        assertThat(database.tables().contains("a")).isEqualTo(isAtomic);
        return isAtomic;
    }

    @DatabaseTest
    void aTableThatDoesNotExist(TestDatabase database) {
        Migrator migrator = migrator(database, new Drop("DROP TABLE a, missing", "CREATE TABLE a (id INT)"));

        StatementFailedException failure = (StatementFailedException) failure(migrator);

        assertThat(failure).hasMessageContaining("missing");
        if (isAtomic(database)) {
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            return;
        }
        assertThat(failure.outcome()).isEqualTo(Outcome.DONE);
        migrator.upgrade("head");
        assertThat(database.tables()).containsExactly("alembic_version", "last");
    }

    @DatabaseTest
    void aTableThatAForeignKeyNeeds(TestDatabase database) {
        Drop drop = new Drop(
                "DROP TABLE a, parent",
                "CREATE TABLE a (id INT)",
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT, FOREIGN KEY (id) REFERENCES parent (id))");
        Migrator migrator = migrator(database, drop);

        StatementFailedException failure = (StatementFailedException) failure(migrator);

        if (isAtomic(database)) {
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
            return;
        }
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("completely or in part");
        assertThat(failure(migrator)).hasMessageContaining("only in part").hasMessageContaining("resolve");
    }

    @DatabaseTest
    void aViewThatDoesNotExist(TestDatabase database) {
        Migrator migrator = migrator(database, new Drop("DROP VIEW a, missing", "CREATE VIEW a AS SELECT 1 AS id"));

        StatementFailedException failure = (StatementFailedException) failure(migrator);

        assertThat(failure.outcome()).isEqualTo(isAtomic(database) ? Outcome.NOT_DONE : Outcome.DONE);
    }

    @DatabaseTest
    void oneTableThatDoesNotExist(TestDatabase database) {
        StatementFailedException failure =
                (StatementFailedException) failure(migrator(database, new Drop("DROP TABLE a")));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    }
}
