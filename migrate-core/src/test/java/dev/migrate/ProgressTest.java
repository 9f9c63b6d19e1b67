package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The progress of a long-running statement. */
class ProgressTest {

    private static final int FIRST_DOUBLINGS = 14;
    private static final int MOST_DOUBLINGS = 20;
    private static final String CONSUMER =
            "UPDATE performance_schema.setup_consumers SET enabled = '%s' WHERE name = 'events_stages_current'";

    @Revision(id = "1", message = "a rebuild of many rows")
    static final class Rebuild implements Migration {
        @Override
        public void up(Operations op) {
            op.table("big", t -> t.convertCharset("utf8mb4", "utf8mb4_bin"));
        }

        @Override
        public void down(Operations op) {
            op.table("big", t -> t.convertCharset("latin1", "latin1_swedish_ci"));
        }
    }

    /** The reported progress. */
    static final class Told implements RunListener {
        final List<Integer> percents = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();

        @Override
        public void statementProgress(Step step, int number, int percent) {
            percents.add(percent);
            threads.add(Thread.currentThread().getName());
        }
    }

    private static void create(TestDatabase database) {
        database.execute(
                "CREATE TABLE big (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(250), b VARCHAR(250), KEY (b))"
                        + " CHARACTER SET latin1",
                "INSERT INTO big (a, b) VALUES (REPEAT('x', 200), REPEAT('y', 200))");
        for (int i = 0; i < FIRST_DOUBLINGS; i++) {
            makeTwiceAsLarge(database);
        }
    }

    private static void makeTwiceAsLarge(TestDatabase database) {
        database.execute("INSERT INTO big (a, b) SELECT a, LEFT(CONCAT(RAND(), b), 200) FROM (SELECT * FROM big) c");
    }

    /** The required size of the table depends on the machine. */
    @DatabaseTest
    void isReportedForLongStatements(TestDatabase database) {
        create(database);
        Told told = new Told();
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Rebuild())
                .listener(told)
                .build();
        database.execute(String.format(Locale.ROOT, CONSUMER, "YES"));
        try {
            for (int doublings = FIRST_DOUBLINGS; told.percents.isEmpty() && doublings < MOST_DOUBLINGS; doublings++) {
                makeTwiceAsLarge(database);
                migrator.upgrade("head");
                migrator.downgrade("base");
            }
        } finally {
            database.execute(String.format(Locale.ROOT, CONSUMER, "NO"));
        }

        assertThat(told.percents).isNotEmpty().allMatch(percent -> percent >= 0 && percent <= 100);
        assertThat(told.threads).allMatch(name -> name.equals("migrate-progress"));
    }

    @Revision(id = "1", message = "a slow statement")
    static final class Slow implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE slow AS SELECT SLEEP(1.5) AS x");
        }

        @Override
        public void down(Operations op) {
            op.execute("DROP TABLE slow");
        }
    }

    @DatabaseTest
    void noConnectionOfAPoolIsKept(TestDatabase database) throws SQLException {
        for (int size : new int[] {1, 2}) {
            try (HikariDataSource pool = pool(database, size)) {
                Migrator migrator = Migrator.builder()
                        .dataSource(pool)
                        .migrations(new Slow())
                        .listener(new RunListener() {})
                        .build();

                migrator.upgrade("head");

                // The pool times out after half a second.
                List<Connection> all = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    all.add(pool.getConnection());
                }
                for (Connection connection : all) {
                    connection.close();
                }
                migrator.downgrade("base");
            }
        }
    }

    @DatabaseTest
    void theOnlyConnectionOfADataSourceIsNotClosed(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Migrator migrator = Migrator.builder()
                    .connection(connection)
                    .migrations(new Slow())
                    .listener(new RunListener() {})
                    .build();

            migrator.upgrade("head");

            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private static HikariDataSource pool(TestDatabase database, int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(500);
        return new HikariDataSource(config);
    }
}
