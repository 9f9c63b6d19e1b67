package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.timestamp;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.StatementFailedException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Routine;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;

/**
 * Handwritten statements and stored objects have the {@code sql_mode} of the connection, as with a client. Rendered
 * statements mean the same on every server.
 */
class ConnectionModeTest {

    private static final String LENIENT = "NO_ENGINE_SUBSTITUTION";

    @Revision(id = "001", message = "handwritten")
    public static class Handwritten implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("n", integer());
                t.primaryKey("id");
            });
            op.scriptText("""
                    CREATE TABLE old (day DATETIME NOT NULL DEFAULT '0000-00-00 00:00:00');
                    INSERT INTO t VALUES (1, 1), (2, 1), (3, 'three');
                    CREATE PROCEDURE grouped() SELECT id, n, COUNT(*) FROM t GROUP BY n;
                    """);
            op.createRoutine(
                    new Routine(Routine.Kind.PROCEDURE, "typed", "() SELECT id, n, COUNT(*) FROM t GROUP BY n"));
        }
    }

    @Revision(id = "001", message = "rendered")
    public static class Rendered implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("name", text());
                t.primaryKey("id");
            });
            op.execute("INSERT INTO t VALUES (1, 'longer than five')");
            op.alterColumn("t", "name", c -> c.type(varchar(5)));
        }
    }

    @Revision(id = "001", message = "the migration has a mode of its own")
    public static class OwnMode implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
            op.createTable("t", t -> {
                t.column("id", integer()).notNull().autoIncrement();
                t.primaryKey("id");
            });
            op.execute("INSERT INTO t VALUES (0)");
        }
    }

    @Revision(id = "001", message = "times")
    public static class Times implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> {
                t.column("id", integer()).notNull();
                t.column("a", timestamp()).notNull();
                t.column("b", timestamp()).notNull();
                t.primaryKey("id");
            });
            op.execute("INSERT INTO t VALUES (1, '2020-01-01 00:00:00', '2020-01-01 00:00:00')");
            op.addColumn("t", "n", integer());
            op.alterColumn("t", "a", c -> c.comment("when"));
            op.execute("UPDATE t SET n = 1");
            op.execute("CREATE TABLE raw (a TIMESTAMP NOT NULL)");
        }
    }

    private static DataSource with(TestDatabase database, String mode) {
        String variables = URLEncoder.encode("sql_mode='" + mode + "'", StandardCharsets.UTF_8);
        return TestDatabase.dataSource(database.url() + "&jdbcCompliantTruncation=false&sessionVariables=" + variables);
    }

    private static void upgrade(DataSource dataSource, Migration migration) {
        Migrator.builder().dataSource(dataSource).migrations(migration).build().upgrade("head");
    }

    @DatabaseTest
    void handwrittenStatementsAndStoredObjectsHaveTheModeOfTheConnection(TestDatabase database) {
        upgrade(with(database, LENIENT), new Handwritten());

        assertThat(database.column("SELECT n FROM t WHERE id = 3")).containsExactly("0");
        assertThat(database.query("CALL grouped()")).hasSize(2);
        assertThat(database.query("CALL typed()")).hasSize(2);
    }

    @DatabaseTest
    void renderedStatementsRejectInvalidValuesInEveryMode(TestDatabase database) {
        for (String mode : List.of(LENIENT, "", "ANSI,ALLOW_INVALID_DATES")) {
            database.execute("DROP TABLE IF EXISTS t, alembic_version, alembic_version_journal");

            assertThatThrownBy(() -> upgrade(with(database, mode), new Rendered()))
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContaining("Data too long");
            assertThat(database.column("SELECT name FROM t")).containsExactly("longer than five");
        }
    }

    @DatabaseTest
    void theModeThatAMigrationSetsAppliesUntilItsEnd(TestDatabase database) {
        for (String mode : List.of(LENIENT, "STRICT_TRANS_TABLES")) {
            database.execute("DROP TABLE IF EXISTS t, alembic_version, alembic_version_journal");

            upgrade(with(database, mode), new OwnMode());

            assertThat(database.column("SELECT id FROM t")).containsExactly("0");
        }
    }

    /** MySQL 5.7 would update the first column whenever the row changes, and reject the second one. */
    @DatabaseTest
    void aTimestampThatIsNotNullHasNoOtherDefaultThanADeclaredOne(TestDatabase database) {
        upgrade(database.dataSource(), new Times());

        assertThat(database.column("SELECT a FROM t")).containsExactly("2020-01-01 00:00:00");
        assertThat(database.query("SELECT COLUMN_DEFAULT, EXTRA FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND table_name = 't' AND column_name IN ('a', 'b')"))
                .allSatisfy(row -> assertThat(row).containsExactly(null, ""));
    }

    /** As with a client. */
    @DatabaseTest
    void aHandwrittenTimestampHasTheDefaultsOfTheServer(TestDatabase database) {
        upgrade(database.dataSource(), new Times());
        database.execute("CREATE TABLE client (a TIMESTAMP NOT NULL)");

        String columns = "SELECT COLUMN_DEFAULT, EXTRA FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = ";
        assertThat(database.query(columns + "'raw'")).isEqualTo(database.query(columns + "'client'"));
    }
}
