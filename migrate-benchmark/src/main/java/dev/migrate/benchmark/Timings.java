package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The times of one contender's rounds. Not thread-safe. */
final class Timings {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    private final List<Long> nanos = new ArrayList<>();

    /** A round. */
    interface Round {
        void run() throws Exception;
    }

    void measure(Round round) throws Exception {
        long start = System.nanoTime();
        round.run();
        add(System.nanoTime() - start);
    }

    void add(long round) {
        nanos.add(round);
    }

    /** The ratio of the medians. */
    double ratioTo(Timings other) {
        return quantile(0.5) / other.quantile(0.5);
    }

    /** The difference of the medians, in milliseconds. */
    double millisMoreThan(Timings other) {
        return (quantile(0.5) - other.quantile(0.5)) / NANOS_PER_MILLI;
    }

    /** The median, with the fastest and the slowest round. */
    String inMillis() {
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f–%,.0f) ms",
                quantile(0.5) / NANOS_PER_MILLI,
                quantile(0) / NANOS_PER_MILLI,
                quantile(1) / NANOS_PER_MILLI);
    }

    /** The median, with the first and third quartile: for many rounds, the slowest is not meaningful. */
    String inMicros() {
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f–%,.0f) µs",
                quantile(0.5) / NANOS_PER_MICRO,
                quantile(0.25) / NANOS_PER_MICRO,
                quantile(0.75) / NANOS_PER_MICRO);
    }

    private double quantile(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        double place = share * (sorted.size() - 1);
        return (sorted.get((int) Math.floor(place)) + sorted.get((int) Math.ceil(place))) / 2.0;
    }
}
