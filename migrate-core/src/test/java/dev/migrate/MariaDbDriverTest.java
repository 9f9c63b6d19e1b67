package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varbinary;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.LockException;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;

/** Runs with MariaDB's own driver, on servers of both products. */
class MariaDbDriverTest {

    private static final CreationContext LATIN1 = new CreationContext("PIPES_AS_CONCAT", "latin1", "latin1_bin");

    private static void tables(Operations op) {
        op.createTable("author", t -> {
            t.column("id", integer()).notNull().autoIncrement();
            t.column("name", varchar(20)).notNull().defaultValue("{d 'x'}");
            t.column("hash", varbinary(9)).defaultValue(new byte[] {(byte) 0xFF, 0, (byte) 0xC3, 0x27});
            t.primaryKey("id");
        });
        op.execute("INSERT INTO author (name) VALUES ('漢字 😀')");
        op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT 'a' || 'b'", LATIN1));
        op.addUniqueConstraint("author", "uq_author_name", "name");
    }

    private static MigratorBuilder builder(TestDatabase database, Consumer<Operations> up) {
        return Migrator.builder().dataSource(database.mariaDbDataSource()).migrations(new Given(up));
    }

    private static Migrator migrator(TestDatabase database) {
        return builder(database, MariaDbDriverTest::tables).build();
    }

    @DatabaseTest
    void upgradesComparesAndDowngrades(TestDatabase database) {
        Migrator migrator = migrator(database);

        assertThat(migrator.upgrade("head").after()).containsExactly("001");
        assertThat(migrator.upgrade("head").steps()).isEmpty();
        assertThat(migrator.current()).singleElement().satisfies(current -> {
            assertThat(current.revision().id()).isEqualTo("001");
        });
        assertThat(migrator.authoring().drift().isEmpty()).isTrue();
        assertThat(database.column("SELECT name FROM author")).containsExactly("漢字 😀");
        assertThat(database.query("CALL p()").get(0)).containsExactly("ab");
        migrator.downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest
    void comparesWithAScript(TestDatabase database, @TempDir Path folder) throws IOException {
        Path script = Files.writeString(
                folder.resolve("schema.sql"), "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(30));");
        database.execute("CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(20))");

        assertThat(builder(database, op -> {})
                        .model(Model.ofScript(script))
                        .build()
                        .authoring()
                        .diff()
                        .changes())
                .hasSize(1);
    }

    @DatabaseTest
    void resumesAfterAFailure(TestDatabase database) {
        Migrator migrator = builder(database, op -> {
                    op.keepSeparate();
                    op.createTable("a", t -> t.column("name", varchar(20)));
                    op.addUniqueConstraint("old", "uq_old_name", "name");
                })
                .build();
        database.execute("CREATE TABLE old (name VARCHAR(20))", "INSERT INTO old VALUES ('x'), ('x')");

        StatementFailedException failure =
                catchThrowableOfType(StatementFailedException.class, () -> migrator.upgrade("head"));
        assertThat(failure.serverCode()).isEqualTo(1062);
        assertThat(failure).hasMessageContaining(": Duplicate entry 'x'").hasMessageNotContaining("(conn=");

        database.execute("DELETE FROM old LIMIT 1");
        assertThat(migrator.upgrade("head").after()).containsExactly("001");
    }

    @DatabaseTest
    void reconnectsAndResumesAfterALostConnection(TestDatabase database) {
        AtomicInteger kills = new AtomicInteger();
        Migrator migrator = builder(database, MariaDbDriverTest::tables)
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, int number, String sql) {
                        if (number == 2 && kills.getAndIncrement() == 0) {
                            kill(database);
                        }
                    }
                })
                .build();

        migrator.upgrade("head");

        assertThat(kills).hasValueGreaterThan(1);
        assertThat(database.column("SELECT COUNT(*) FROM author")).containsExactly("1");
        assertThat(migrator.authoring().drift().isEmpty()).isTrue();
    }

    private static void kill(TestDatabase database) {
        database.column("SELECT id FROM information_schema.processlist WHERE db = '" + database.name()
                        + "' AND id <> CONNECTION_ID()")
                .forEach(id -> database.execute("KILL " + id));
    }

    @DatabaseTest
    void namesTheHolderOfTheLock(TestDatabase database) throws SQLException {
        AtomicInteger number = new AtomicInteger();
        Migrator second = builder(database, op -> {}).lockTimeout(Duration.ZERO).build();
        Migrator first = builder(
                        database,
                        op -> op.run("waits", connection -> {
                            number.incrementAndGet();
                            assertThatThrownBy(() -> second.upgrade("head"))
                                    .isInstanceOf(LockException.class)
                                    .hasMessageContaining("connection " + id(connection));
                        }))
                .build();

        first.upgrade("head");

        assertThat(number).hasValue(1);
    }

    private static String id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("SELECT CONNECTION_ID()")) {
            result.next();
            return result.getString(1);
        }
    }

    @DatabaseTest
    void rejectsUrlsForSeveralServers(TestDatabase database) {
        for (String mode : List.of("sequential", "loadbalance", "replication")) {
            String url = database.mariaDbUrl().replace("mariadb://", "mariadb:" + mode + "://");

            assertThatThrownBy(() -> Migrator.builder()
                            .dataSource(TestDatabase.dataSource(url))
                            .migrations(new Given(op -> {}))
                            .build()
                            .upgrade("head"))
                    .isInstanceOf(ConnectionFailedException.class)
                    .hasMessageContaining("a run needs a single session");
        }
        assertThat(database.tables()).isEmpty();
    }

    @Revision(id = "001")
    private static final class Given implements Migration {
        private final Consumer<Operations> up;

        Given(Consumer<Operations> up) {
            this.up = up;
        }

        @Override
        public void up(Operations op) {
            up.accept(op);
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP PROCEDURE p");
            op.dropTable("author");
        }
    }
}
