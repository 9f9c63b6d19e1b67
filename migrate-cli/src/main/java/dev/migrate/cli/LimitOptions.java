package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.TableLock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the limits of what statements may do to tables. Each overrides its key in the configuration. */
final class LimitOptions {

    @Option(
            names = "--max-lock",
            paramLabel = "LOCK",
            converter = Lock.class,
            description = "The most restrictive lock that a statement may hold on a table:"
                    + " none, shared, or exclusive (the default).")
    private @Nullable TableLock lock;

    @Option(
            names = "--algorithm",
            paramLabel = "ALGORITHM",
            converter = Algorithm.class,
            description = "The most expensive algorithm that may change a table:"
                    + " instant, nocopy, inplace, or copy (the default).")
    private @Nullable DdlAlgorithm algorithm;

    @Option(
            names = "--max-rows",
            paramLabel = "NUMBER",
            converter = Count.class,
            description = "Tables with more rows are only changed instantly.")
    private @Nullable Integer rows;

    /** Sets the limits of the configuration, if it contains any. */
    static void addConfiguredTo(MigratorBuilder builder, Configuration configuration) {
        new LimitOptions().addTo(builder, configuration);
    }

    /** Sets the limits if an option is given; those without an option are the ones of the configuration. */
    void addOptionsTo(MigratorBuilder builder, Configuration configuration) {
        if (lock != null || algorithm != null || rows != null) {
            addTo(builder, configuration);
        }
    }

    private void addTo(MigratorBuilder builder, Configuration configuration) {
        Optional<TableLock> maxLock = Optional.ofNullable(lock).or(() -> configuration.lock(Key.MAX_LOCK));
        Optional<DdlAlgorithm> most = Optional.ofNullable(algorithm).or(() -> configuration.algorithm(Key.ALGORITHM));
        Optional<Integer> maxRows = Optional.ofNullable(rows).or(() -> configuration.number(Key.MAX_ROWS));
        if (maxLock.isPresent() || most.isPresent() || maxRows.isPresent()) {
            builder.limitDdl(new DdlLimits(
                    most.orElse(DdlLimits.NONE.algorithm()),
                    maxLock.orElse(DdlLimits.NONE.lock()),
                    maxRows.map(Integer::longValue).orElse(DdlLimits.NONE.rows())));
        }
    }

    /** Parses a lock. */
    static final class Lock extends ConstantConverter<TableLock> {
        Lock() {
            super(TableLock.values());
        }
    }

    /** Parses an algorithm. */
    static final class Algorithm extends ConstantConverter<DdlAlgorithm> {
        Algorithm() {
            super(DdlAlgorithm.values());
        }
    }
}
