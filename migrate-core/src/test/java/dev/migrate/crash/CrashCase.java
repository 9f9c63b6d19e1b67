package dev.migrate.crash;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A run with a single fault.
 *
 * @param range the range of the history that is run
 * @param action the action on that range
 * @param command the number of the client's command at which the fault is injected, starting at 1
 * @param timing the time of the fault relative to that command
 * @param fault the fault
 * @param delayMicros the delay after that time
 */
record CrashCase(RevisionRange range, RunAction action, int command, FaultTiming timing, Fault fault, int delayMicros) {

    /** Few statements on so few rows take longer. */
    private static final int LONGEST_DELAY_MICROS = 20_000;

    /** A random place; during the execution of a command, at a random time, with a bias to its beginning. */
    static CrashCase any(Random random, RevisionRange range, RunAction action, int commands, Fault fault) {
        List<FaultTiming> moments = List.copyOf(fault.moments());
        FaultTiming timing = moments.get(random.nextInt(moments.size()));
        int delayMicros = timing == FaultTiming.DURING ? (int) Math.pow(LONGEST_DELAY_MICROS, random.nextDouble()) : 0;
        return new CrashCase(range, action, 1 + random.nextInt(commands), timing, fault, delayMicros);
    }

    /** Parses the result of {@link #toString}. */
    static CrashCase parse(String text) {
        String[] parts = text.split(":", -1);
        return new CrashCase(
                RevisionRange.parse(parts[0]),
                RunAction.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                FaultTiming.valueOf(parts[3]),
                Fault.valueOf(parts[4]),
                Integer.parseInt(parts[5]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%s:%d:%s:%s:%d", range, action, command, timing, fault, delayMicros);
    }
}
