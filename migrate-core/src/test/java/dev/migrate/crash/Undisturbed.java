package dev.migrate.crash;

import dev.migrate.plan.Direction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A run in which nothing goes wrong.
 *
 * @param commands what the client sends
 * @param aftermath what it leaves behind
 */
record Undisturbed(List<String> commands, Aftermath aftermath) {

    /** What the driver asks by itself, again and again. */
    private static final String PROBE = "SELECT @@session.transaction_read_only";

    static Undisturbed run(CrashDatabase database, CommandProxy proxy, Direction direction, String target)
            throws SQLException {
        BinaryLog log = BinaryLog.end(database.connection());
        proxy.arm(null);
        CrashDatabase.run(database.migrator(proxy.port()), direction, target);
        return new Undisturbed(proxy.commands(), Aftermath.of(database, log));
    }

    private static final Pattern COMMITS =
            Pattern.compile("(?i)\\s*(CREATE|ALTER|DROP|RENAME|COMMIT)\\b.*", Pattern.DOTALL);
    private static final Pattern READS = Pattern.compile("(?i)\\s*(SELECT|SHOW)\\b.*", Pattern.DOTALL);

    /**
     * All places at which a fault can strike and leave something else behind than at the others: what the server does
     * within a transaction it has done before it answers or not at all, and behind an answer that tells what was there
     * before comes the next command.
     *
     * @param known what another run sends: as far as this one begins in the same way, it is left out
     */
    List<CrashCase> everyPlace(Stretch stretch, Direction direction, Fault fault, List<String> known) {
        int from = 0;
        while (from < Math.min(commands.size(), known.size())
                && commands.get(from).equals(known.get(from))) {
            from++;
        }
        List<CrashCase> cases = new ArrayList<>();
        for (int i = from; i < commands.size(); i++) {
            if (!commands.get(i).equals(PROBE)) {
                for (Moment moment : moments(commands.get(i), fault)) {
                    cases.add(new CrashCase(stretch, direction, i + 1, moment, fault, 0));
                }
            }
        }
        return cases;
    }

    private static Set<Moment> moments(String command, Fault fault) {
        Set<Moment> moments = EnumSet.copyOf(fault.moments());
        if (moments.size() > 1 && !COMMITS.matcher(command).matches()) {
            moments.remove(Moment.DURING);
        }
        if (moments.size() > 1 && READS.matcher(command).matches()) {
            moments.remove(Moment.AFTER);
        }
        return moments;
    }
}
