package dev.migrate.cli;

import dev.migrate.MigratorBuilder;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.TableLock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for the limits of what statements may do to tables. Each overrides its key in the configuration. */
final class LimitOptions {

    @Option(
            names = "--max-lock",
            paramLabel = "LOCK",
            converter = Lock.class,
            description = "The most restrictive lock that a statement may hold on a table: none, shared, or exclusive"
                    + " (the default).")
    private @Nullable TableLock lock;

    @Option(
            names = "--algorithm",
            paramLabel = "ALGORITHM",
            converter = Algorithm.class,
            description = "The most expensive algorithm that may change a table: instant, nocopy, inplace, or copy (the"
                    + " default).")
    private @Nullable DdlAlgorithm algorithm;

    @Option(
            names = "--max-rows",
            paramLabel = "NUMBER",
            converter = Count.class,
            description = "Tables with more rows are only changed instantly.")
    private @Nullable Integer rows;

    /** Sets the limits if the options or the configuration contain any. */
    void addTo(MigratorBuilder builder, Configuration configuration) {
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

    /** Whether one of the options is given. */
    boolean areGiven() {
        return lock != null || algorithm != null || rows != null;
    }

    /** Parses a lock. */
    static final class Lock implements ITypeConverter<TableLock> {
        @Override
        public TableLock convert(String text) {
            return constant(text, TableLock.values());
        }
    }

    /** Parses an algorithm. */
    static final class Algorithm implements ITypeConverter<DdlAlgorithm> {
        @Override
        public DdlAlgorithm convert(String text) {
            return constant(text, DdlAlgorithm.values());
        }
    }

    private static <T extends Enum<T>> T constant(String text, T[] constants) {
        for (T constant : constants) {
            if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new TypeConversionException("'" + text + "' is not one of "
                + String.join(
                        ", ", Arrays.stream(constants).map(LimitOptions::word).toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
