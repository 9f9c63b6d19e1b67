package dev.migrate.crash;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A run without failures.
 *
 * @param commands the commands of the client
 * @param finalState the resulting state
 */
record BaselineRun(List<String> commands, FinalState finalState) {

    /** The commands that the driver repeats on its own. */
    private static final String PROBE = "SELECT @@session.transaction_read_only";

    private static final Pattern COMMITS =
            Pattern.compile("(?i)\\s*(CREATE|ALTER|DROP|RENAME|COMMIT)\\b.*", Pattern.DOTALL);

    static BaselineRun run(CrashDatabase database, CommandProxy proxy, RunAction action, RevisionRange range)
            throws SQLException {
        BinaryLog log = BinaryLog.end(database.connection());
        proxy.arm(null);
        action.run(database.migrator(proxy.port()), range);
        return new BaselineRun(proxy.commands(), FinalState.of(database, log));
    }

    /**
     * All places at which a fault can leave a different state: a command that commits nothing is rolled back with its
     * transaction, wherever the fault is injected.
     *
     * @param known the commands of another run: a common beginning is omitted
     */
    List<CrashCase> everyPlace(RevisionRange range, RunAction action, Fault fault, List<String> known) {
        int from = 0;
        while (from < Math.min(commands.size(), known.size())
                && commands.get(from).equals(known.get(from))) {
            from++;
        }
        List<CrashCase> cases = new ArrayList<>();
        for (int i = from; i < commands.size(); i++) {
            if (!commands.get(i).equals(PROBE)) {
                for (FaultTiming timing : moments(commands.get(i), fault)) {
                    cases.add(new CrashCase(range, action, i + 1, timing, fault, 0));
                }
            }
        }
        return cases;
    }

    private static Set<FaultTiming> moments(String command, Fault fault) {
        boolean isOnePlace = fault.moments().contains(FaultTiming.BEFORE)
                && !COMMITS.matcher(command).matches();
        return isOnePlace ? Set.of(FaultTiming.BEFORE) : fault.moments();
    }
}
