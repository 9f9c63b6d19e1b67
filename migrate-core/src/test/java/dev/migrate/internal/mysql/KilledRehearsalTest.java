package dev.migrate.internal.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.Rehearsal;
import dev.migrate.internal.JdbcProxy;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.schema.ColumnType;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A rehearsal that is killed at any statement leaves nothing behind after the next one, and the database is unchanged. */
class KilledRehearsalTest {

    private static final int POINTS = 12;

    @Revision(id = "1", message = "a table")
    static final class OneTable implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("id", ColumnType.integer()).notNull());
            op.execute("CREATE VIEW v AS SELECT id FROM t");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP VIEW v");
            op.dropTable("t");
        }
    }

    @Revision(id = "2", parents = "1", message = "a column")
    static final class OneColumn implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("t", "a", ColumnType.integer());
        }
    }

    /** A process that dies at a statement: its connections are closed, and it opens no other. Not thread-safe. */
    private static final class DyingProcess {
        private final DataSource server;
        private final int last;
        private final List<Connection> open = new ArrayList<>();
        private int statements;

        DyingProcess(DataSource server, int last) {
            this.server = server;
            this.last = last;
        }

        DataSource dataSource() {
            return JdbcProxy.of(DataSource.class, server, (method, original) -> {
                if (statements > last) {
                    throw new SQLException("The process is dead.", "08001");
                }
                Object result = original.proceed();
                return result instanceof Connection connection ? counted(connection) : result;
            });
        }

        private Connection counted(Connection connection) throws SQLException {
            open.add(connection);
            try (Statement statement = connection.createStatement()) {
                // The scratch database is dropped after an hour, which passes in this way.
                statement.execute("SET SESSION timestamp = UNIX_TIMESTAMP() - 3700");
            }
            return JdbcProxy.of(Connection.class, connection, (method, original) -> {
                if (method.getName().equals("createStatement")
                        || method.getName().equals("prepareStatement")) {
                    statements++;
                    if (statements > last) {
                        for (Connection each : open) {
                            each.close();
                        }
                        throw new SQLException("The process is dead.", "08S01");
                    }
                }
                return original.proceed();
            });
        }
    }

    private static Migrator migrator(DataSource dataSource) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new OneTable(), new OneColumn())
                .build();
    }

    private static Set<@Nullable String> scratchDatabases(TestDatabase database) {
        return new TreeSet<>(database.column("SHOW DATABASES LIKE 'migrate\\_scratch\\_%'"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theNextRunDropsItsDatabase(TestDatabase database) {
        migrator(database.dataSource()).upgrade("1");
        database.execute("INSERT INTO t VALUES (7)");
        DyingProcess complete = new DyingProcess(database.dataSource(), Integer.MAX_VALUE);
        Rehearsal first = migrator(complete.dataSource()).rehearse(1, Direction.UP);
        assertThat(first.failure()).isNull();
        assertThat(first.rows()).containsEntry("t", 1L);
        Set<@Nullable String> others = scratchDatabases(database);
        Set<@Nullable String> left = new TreeSet<>();
        for (int point = 0; point < POINTS; point++) {
            DyingProcess killed = new DyingProcess(database.dataSource(), complete.statements * point / POINTS);

            Rehearsal rehearsal = migrator(killed.dataSource()).rehearse(1, Direction.UP);

            assertThat(rehearsal.failure()).as("statement %s", killed.last).isNotNull();
            left.addAll(scratchDatabases(database));
        }
        left.removeAll(others);
        assertThat(left).isNotEmpty();

        assertThat(migrator(database.dataSource()).rehearse(1, Direction.UP).failure())
                .isNull();

        assertThat(scratchDatabases(database)).doesNotContainAnyElementsOf(left);
        assertThat(database.tables()).containsExactly("alembic_version", "t", "v");
        assertThat(database.column("SHOW COLUMNS FROM t")).containsExactly("id");
        assertThat(database.column("SELECT id FROM t")).containsExactly("7");
    }
}
