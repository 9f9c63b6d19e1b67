package dev.migrate.benchmark;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.RunListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

/**
 * Runs one migration with Migrate in one database, then the same one with plain JDBC in another, then the next one, so
 * that other load of the machine affects both equally. Used once.
 *
 * <p>The time of a migration with Migrate is measured from the end of the previous one to its own end. Because Migrate
 * records the intent of several migrations together, only sums over as many are meaningful.
 */
final class UpgradeInTurns implements RunListener {

    /** The number of migrations whose intent Migrate records together. */
    private static final int TRANSACTIONAL = 16;

    private final PlainUpgrade upgrade;
    private final Iterator<PlainMigration> rest;
    private final Timings plainTimings = new Timings();
    private final Timings timings = new Timings();
    private long begin;
    private int turns;
    private long nanos;
    private long plainNanos;

    private UpgradeInTurns(PlainUpgrade upgrade, List<PlainMigration> plain) {
        this.upgrade = upgrade;
        this.rest = plain.iterator();
    }

    /** The ratio of the medians of sums. */
    static double ratio(BenchmarkServer server, LinearMigrations migrations, List<PlainMigration> plain)
            throws Exception {
        BenchmarkServer second = server.withSecondDatabase();
        server.clear();
        second.clear();
        try (Connection connection = second.connect();
                PlainUpgrade upgrade = new PlainUpgrade(connection)) {
            UpgradeInTurns turns = new UpgradeInTurns(upgrade, plain);
            MigratorBuilder builder = Migrator.builder()
                    .dataSource(new DriverDataSource(server::connect))
                    .listener(turns);
            migrations.addTo(builder, migrations.load());
            Migrator migrator = builder.build();
            turns.begin = System.nanoTime();
            migrator.upgrade("head");
            return turns.timings.ratioTo(turns.plainTimings);
        } finally {
            second.drop();
        }
    }

    @Override
    public void stepDone(CompletedStep step) {
        nanos += System.nanoTime() - begin;
        long start = System.nanoTime();
        try {
            upgrade.run(rest.next());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        begin = System.nanoTime();
        plainNanos += begin - start;
        turns++;
        if (turns % TRANSACTIONAL == 0) {
            timings.add(nanos);
            plainTimings.add(plainNanos);
            nanos = 0;
            plainNanos = 0;
        }
    }
}
