package dev.migrate.crash;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One run that is disturbed once.
 *
 * @param range the part of the history that is run
 * @param action what it does there
 * @param command at which command of the client the fault strikes, counted from one
 * @param timing when, seen from that command
 * @param fault what goes wrong
 * @param delayMicros how long after that moment
 */
record CrashCase(RevisionRange range, RunAction action, int command, FaultTiming timing, Fault fault, int delayMicros) {

    /** Few statements on so few rows take longer. */
    private static final int LONGEST_DELAY_MICROS = 20_000;

    /** Any place; a command that is being carried out is struck at any moment of that, rather early than late. */
    static CrashCase any(Random random, RevisionRange range, RunAction action, int commands, Fault fault) {
        List<FaultTiming> moments = List.copyOf(fault.moments());
        FaultTiming timing = moments.get(random.nextInt(moments.size()));
        int delayMicros = timing == FaultTiming.DURING ? (int) Math.pow(LONGEST_DELAY_MICROS, random.nextDouble()) : 0;
        return new CrashCase(range, action, 1 + random.nextInt(commands), timing, fault, delayMicros);
    }

    /** Reads what {@link #toString} writes. */
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
