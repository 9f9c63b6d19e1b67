package dev.migrate.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/**
 * After any crash at any time, the next run reaches the state of an uninterrupted run, and nothing runs twice.
 *
 * <p>System properties select the cases: {@code crash.seed} selects other random cases, {@code crash.cases} their
 * number, {@code crash.case} a single case as printed by a failure, {@code crash.everywhere=true} all faults at every
 * place, {@code crash.faults=STALL,CUT} these faults only, {@code crash.tokens=true} enables commit tokens in all runs,
 * and {@code crash.sql=true} runs SQL files.
 */
@Tag("slow")
class CrashTest {

    private static final long SEED = Long.getLong("crash.seed", 20_261_124L);
    private static final CrashOptions OPTIONS =
            new CrashOptions(Boolean.getBoolean("crash.tokens"), Boolean.getBoolean("crash.sql"));
    private static final boolean IS_EVERYWHERE = Boolean.getBoolean("crash.everywhere");
    private static final int FEW_CASES = 14;
    private static final int CASES = Integer.getInteger("crash.cases", FEW_CASES);

    /** Whether there is time for every place. */
    private static final boolean IS_LONG = CASES > FEW_CASES || IS_EVERYWHERE;

    private static final @Nullable String CASE = System.getProperty("crash.case");
    private static final @Nullable String FAULTS = System.getProperty("crash.faults");

    @CrashServerTest
    void survivesALostConnection(CrashServer server) throws SQLException {
        everyPlace(server, EnumSet.of(Fault.CUT), IS_LONG ? 1 : 3);
    }

    @CrashServerTest
    void survivesAKilledStatement(CrashServer server) throws SQLException {
        everyPlace(server, EnumSet.of(Fault.KILL_QUERY), IS_LONG ? 1 : 6);
    }

    @CrashServerTest
    void survivesEveryOtherFaultAtEveryPlace(CrashServer server) throws SQLException {
        assumeTrue(IS_EVERYWHERE, "takes half an hour and more on each server");
        everyPlace(server, EnumSet.complementOf(EnumSet.of(Fault.CUT, Fault.KILL_QUERY)), 1);
    }

    @CrashServerTest
    void survivesEveryFaultAtRandomTimes(CrashServer server) throws SQLException {
        randomMoments(server, OPTIONS);
    }

    @CrashServerTest
    void survivesEveryFaultWithGlobalTransactionIds(CrashServer server) throws SQLException {
        assumeTrue(server.hasGtids(), "the server takes no global transaction ids");
        assumeTrue(CASE == null, "one case alone is tried");
        randomMoments(server, OPTIONS.withTokens());
    }

    @CrashServerTest
    void survivesEveryFaultInSqlFiles(CrashServer server) throws SQLException {
        assumeTrue(CASE == null, "one case alone is tried");
        randomMoments(server, OPTIONS.inSql());
    }

    private static void randomMoments(CrashServer server, CrashOptions options) throws SQLException {
        if (CASE != null) {
            repeat(server, CrashCase.parse(CASE));
            return;
        }
        List<Fault> faults = List.copyOf(possible(server));
        CrashReport report = new CrashReport(server, CASES + " from seed " + SEED, options);
        Random random = new Random(SEED);
        try (CrashTrial trial = trial(server, RevisionRange.WHOLE, options)) {
            for (int i = 0; i < CASES; i++) {
                RunAction action = i % 2 == 0 ? RunAction.UP : RunAction.DOWN;
                int commands = trial.baseline(action).commands().size();
                Fault fault = faults.get(i % faults.size());
                report.add(trial, CrashCase.any(random, RevisionRange.WHOLE, action, commands, fault));
            }
        }
        report.end();
    }

    private static Set<Fault> possible(CrashServer server) {
        Set<Fault> faults = EnumSet.allOf(Fault.class);
        if (!server.hasAtomicDdl()) {
            // A statement that the server executed only in part is outside of the guarantees.
            faults.remove(Fault.KILL_SERVER);
        }
        if (FAULTS != null) {
            faults.retainAll(
                    Arrays.stream(FAULTS.split(",")).map(Fault::valueOf).toList());
        }
        return faults;
    }

    private static CrashTrial trial(CrashServer server, RevisionRange range, CrashOptions options) throws SQLException {
        return new CrashTrial(new CrashDatabase(server, "crash", options), range);
    }

    /** One case, as often as there would be random ones, because the result may depend on timing. */
    private static void repeat(CrashServer server, CrashCase crash) throws SQLException {
        CrashReport report = new CrashReport(server, CASES + " times " + crash, OPTIONS);
        try (CrashTrial trial = trial(server, crash.range(), OPTIONS)) {
            for (int i = 0; i < CASES; i++) {
                report.add(trial, crash);
            }
        }
        report.end();
    }

    private static void everyPlace(CrashServer server, Set<Fault> wanted, int distance) throws SQLException {
        assumeTrue(CASE == null, "one case alone is tried");
        Set<Fault> faults = possible(server);
        faults.retainAll(wanted);
        assumeTrue(!faults.isEmpty(), "other faults are selected");
        CrashReport report =
                new CrashReport(server, distance == 1 ? "every place" : "one place in " + distance, OPTIONS);
        Map<RunAction, List<String>> known = new EnumMap<>(RunAction.class);
        for (RevisionRange range : RevisionRange.PARTS) {
            try (CrashTrial trial = trial(server, range, OPTIONS)) {
                for (Fault fault : faults) {
                    List<CrashCase> all = everyPlace(trial, fault, known);
                    // Pairs, because each direction starts where the other one ends.
                    for (int i = 0; i < all.size(); i++) {
                        if (i / 2 % distance == 0) {
                            report.add(trial, all.get(i));
                        }
                    }
                }
                for (RunAction action : range.ways()) {
                    known.putIfAbsent(action, trial.baseline(action).commands());
                }
            }
        }
        report.end();
    }

    private static List<CrashCase> everyPlace(CrashTrial trial, Fault fault, Map<RunAction, List<String>> known) {
        List<List<CrashCase>> ways = new ArrayList<>();
        for (RunAction action : trial.range().ways()) {
            List<String> before = known.getOrDefault(action, List.of());
            ways.add(trial.baseline(action).everyPlace(trial.range(), action, fault, before));
        }
        return alternating(ways);
    }

    /** Each direction starts where the other one ends, so the database need not be recreated each time. */
    private static List<CrashCase> alternating(List<List<CrashCase>> ways) {
        List<CrashCase> all = new ArrayList<>();
        int longest = ways.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<CrashCase> action : ways) {
                if (i < action.size()) {
                    all.add(action.get(i));
                }
            }
        }
        return all;
    }
}
