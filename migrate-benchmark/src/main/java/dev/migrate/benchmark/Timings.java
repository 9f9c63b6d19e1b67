package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long the rounds of one contender took. Not thread-safe. */
final class Timings {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();

    /** A round. */
    interface Round {
        void run() throws Exception;
    }

    void measure(Round round) throws Exception {
        long start = System.nanoTime();
        round.run();
        millis.add((System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    double median() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double ratioTo(Timings other) {
        return median() / other.median();
    }

    /** The median, with the fastest and the slowest round. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%,.0f (%,.0f–%,.0f) ms", median(), Collections.min(millis), Collections.max(millis));
    }
}
