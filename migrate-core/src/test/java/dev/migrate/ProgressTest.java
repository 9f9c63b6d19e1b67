package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A statement that takes long, watched. */
class ProgressTest {

    private static final int DOUBLINGS = 16;
    private static final String CONSUMER =
            "UPDATE performance_schema.setup_consumers SET enabled = '%s' WHERE name = 'events_stages_current'";

    @Revision(id = "1", message = "a rebuild of many rows")
    static final class Rebuild implements Migration {
        @Override
        public void up(Operations op) {
            op.alterTable("big", t -> t.convertCharset("utf8mb4", "utf8mb4_bin"));
        }

        @Override
        public void down(Operations op) {}
    }

    /** What is told of the progress. */
    static final class Told implements RunListener {
        final List<Integer> percents = new CopyOnWriteArrayList<>();
        final List<String> threads = new CopyOnWriteArrayList<>();

        @Override
        public void statementProgress(Step step, int number, int percent) {
            percents.add(percent);
            threads.add(Thread.currentThread().getName());
        }
    }

    private static void fill(TestDatabase database) {
        database.execute("CREATE TABLE big (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(250), b VARCHAR(250), KEY (b))"
                + " CHARACTER SET latin1");
        database.execute("INSERT INTO big (a, b) VALUES (REPEAT('x', 200), REPEAT('y', 200))");
        for (int i = 0; i < DOUBLINGS; i++) {
            database.execute(
                    "INSERT INTO big (a, b) SELECT a, CONCAT(RAND(), b) FROM (SELECT a, LEFT(b, 200) AS b FROM big) c");
        }
    }

    @DatabaseTest
    void isToldWhereTheServerKnows(TestDatabase database) {
        fill(database);
        database.execute(String.format(Locale.ROOT, CONSUMER, "YES"));
        Told told = new Told();
        try {
            Migrator.builder()
                    .dataSource(database.dataSource())
                    .migrations(new Rebuild())
                    .listener(told)
                    .build()
                    .upgrade("head");
        } finally {
            database.execute(String.format(Locale.ROOT, CONSUMER, "NO"));
        }

        System.out.println(database.server().version() + " " + told.percents);
        assertThat(told.percents).isSorted().allMatch(percent -> percent >= 0 && percent <= 100);
        assertThat(told.threads).allMatch(name -> name.equals("migrate-progress"));
    }
}
