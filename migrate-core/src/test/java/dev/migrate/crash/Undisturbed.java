package dev.migrate.crash;

import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final Pattern COMMITS =
            Pattern.compile("(?i)\\s*(CREATE|ALTER|DROP|RENAME|COMMIT)\\b.*", Pattern.DOTALL);

    static Undisturbed run(CrashDatabase database, CommandProxy proxy, Way way, Stretch stretch) throws SQLException {
        BinaryLog log = BinaryLog.end(database.connection());
        proxy.arm(null);
        way.run(database.migrator(proxy.port()), stretch);
        return new Undisturbed(proxy.commands(), Aftermath.of(database, log));
    }

    /**
     * All places at which a fault can strike and leave something else behind than at the others: a command that commits
     * nothing is gone with the transaction, wherever it is struck.
     *
     * @param known what another run sends: as far as this one begins in the same way, it is left out
     */
    List<CrashCase> everyPlace(Stretch stretch, Way way, Fault fault, List<String> known) {
        int from = 0;
        while (from < Math.min(commands.size(), known.size())
                && commands.get(from).equals(known.get(from))) {
            from++;
        }
        List<CrashCase> cases = new ArrayList<>();
        for (int i = from; i < commands.size(); i++) {
            if (!commands.get(i).equals(PROBE)) {
                for (Moment moment : moments(commands.get(i), fault)) {
                    cases.add(new CrashCase(stretch, way, i + 1, moment, fault, 0));
                }
            }
        }
        return cases;
    }

    private static Set<Moment> moments(String command, Fault fault) {
        boolean isOnePlace = fault.moments().contains(Moment.BEFORE)
                && !COMMITS.matcher(command).matches();
        return isOnePlace ? Set.of(Moment.BEFORE) : fault.moments();
    }
}
