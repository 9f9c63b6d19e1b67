package dev.migrate.crash;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * One run that is disturbed once.
 *
 * @param stretch the part of the history that is run
 * @param way what it does there
 * @param command at which command of the client the fault strikes, counted from one
 * @param moment when, seen from that command
 * @param fault what goes wrong
 * @param delayMicros how long after that moment
 */
record CrashCase(Stretch stretch, Way way, int command, Moment moment, Fault fault, int delayMicros) {

    /** Few statements on so few rows take longer. */
    private static final int LONGEST_DELAY_MICROS = 20_000;

    /** Any place; a command that is being carried out is struck at any moment of that, rather early than late. */
    static CrashCase any(Random random, Stretch stretch, Way way, int commands, Fault fault) {
        List<Moment> moments = List.copyOf(fault.moments());
        Moment moment = moments.get(random.nextInt(moments.size()));
        int delayMicros = moment == Moment.DURING ? (int) Math.pow(LONGEST_DELAY_MICROS, random.nextDouble()) : 0;
        return new CrashCase(stretch, way, 1 + random.nextInt(commands), moment, fault, delayMicros);
    }

    /** Reads what {@link #toString} writes. */
    static CrashCase parse(String text) {
        String[] parts = text.split(":", -1);
        return new CrashCase(
                Stretch.parse(parts[0]),
                Way.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Moment.valueOf(parts[3]),
                Fault.valueOf(parts[4]),
                Integer.parseInt(parts[5]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%s:%d:%s:%s:%d", stretch, way, command, moment, fault, delayMicros);
    }
}
