package dev.migrate.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.plan.Direction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Whatever dies, and whenever: a plain run afterwards ends where an undisturbed one does, and nothing runs twice.
 *
 * <p>System properties change what is tried: {@code crash.seed} gives other random cases, {@code crash.cases} more of
 * them, {@code crash.case} one case alone, as a failure names it, and {@code crash.tokens=true} has all runs use global
 * transaction ids.
 */
class CrashTest {

    private static final long SEED = Long.getLong("crash.seed", 20_261_124L);
    private static final boolean IS_WITH_TOKENS = Boolean.getBoolean("crash.tokens");
    private static final int FEW_CASES = 40;
    private static final int CASES = Integer.getInteger("crash.cases", FEW_CASES);

    private static final @Nullable String CASE = System.getProperty("crash.case");

    @CrashServerTest
    void aLostConnectionIsSurvivedAtEveryPlace(CrashServer server) throws SQLException {
        everyPlace(server, Fault.CUT, 1);
    }

    @CrashServerTest
    void aKilledStatementIsSurvivedAtEveryPlaceOrEveryOther(CrashServer server) throws SQLException {
        // All of them where there is time for many cases.
        everyPlace(server, Fault.KILL_QUERY, CASES > FEW_CASES ? 1 : 2);
    }

    @CrashServerTest
    void everyFaultIsSurvivedAtRandomMoments(CrashServer server) throws SQLException {
        randomMoments(server, IS_WITH_TOKENS);
    }

    @CrashServerTest
    void everyFaultIsSurvivedWithGlobalTransactionIds(CrashServer server) throws SQLException {
        assumeTrue(server.hasGtids(), "the server takes no global transaction ids");
        assumeTrue(CASE == null, "one case alone is tried");
        randomMoments(server, true);
    }

    private static void randomMoments(CrashServer server, boolean isWithTokens) throws SQLException {
        if (CASE != null) {
            repeat(server, CrashCase.parse(CASE));
            return;
        }
        List<Fault> faults = new ArrayList<>(Arrays.asList(Fault.values()));
        if (!server.hasAtomicDdl()) {
            // What the server itself has half done is beyond what can be promised.
            faults.remove(Fault.KILL_SERVER);
        }
        CrashReport report = new CrashReport(server, CASES + " from seed " + SEED, isWithTokens);
        Random random = new Random(SEED);
        try (CrashTrial trial = trial(server, Stretch.WHOLE, isWithTokens)) {
            for (int i = 0; i < CASES; i++) {
                Direction direction = i % 2 == 0 ? Direction.UP : Direction.DOWN;
                int commands = trial.undisturbed(direction).commands().size();
                Fault fault = faults.get(i % faults.size());
                report.add(trial, CrashCase.any(random, Stretch.WHOLE, direction, commands, fault));
            }
        }
        report.end();
    }

    private static CrashTrial trial(CrashServer server, Stretch stretch, boolean isWithTokens) throws SQLException {
        return new CrashTrial(new CrashDatabase(server, "crash", isWithTokens), stretch);
    }

    /** One case, as often as there would be others: some depend on who is faster. */
    private static void repeat(CrashServer server, CrashCase crash) throws SQLException {
        CrashReport report = new CrashReport(server, CASES + " times " + crash, IS_WITH_TOKENS);
        try (CrashTrial trial = trial(server, crash.stretch(), IS_WITH_TOKENS)) {
            for (int i = 0; i < CASES; i++) {
                report.add(trial, crash);
            }
        }
        report.end();
    }

    private static void everyPlace(CrashServer server, Fault fault, int distance) throws SQLException {
        assumeTrue(CASE == null, "one case alone is tried");
        CrashReport report =
                new CrashReport(server, distance == 1 ? "every place" : "every other place", IS_WITH_TOKENS);
        Map<Direction, List<String>> first = new EnumMap<>(Direction.class);
        for (Stretch stretch : Stretch.PARTS) {
            try (CrashTrial trial = trial(server, stretch, IS_WITH_TOKENS)) {
                Map<Direction, List<CrashCase>> cases = new EnumMap<>(Direction.class);
                for (Direction direction : Direction.values()) {
                    Undisturbed undisturbed = trial.undisturbed(direction);
                    List<String> known = first.computeIfAbsent(direction, any -> List.of());
                    cases.put(direction, undisturbed.everyPlace(stretch, direction, fault, known));
                    first.put(direction, known.isEmpty() ? undisturbed.commands() : known);
                }
                List<CrashCase> all = alternating(List.copyOf(cases.values()));
                // Pairs, since each way begins where the other one ends.
                for (int i = 0; i < all.size(); i++) {
                    if (i / 2 % distance == 0) {
                        report.add(trial, all.get(i));
                    }
                }
            }
        }
        report.end();
    }

    /** Each way begins where the other one ends: so the database is not made anew each time. */
    private static List<CrashCase> alternating(List<List<CrashCase>> ways) {
        List<CrashCase> all = new ArrayList<>();
        int longest = ways.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<CrashCase> way : ways) {
                if (i < way.size()) {
                    all.add(way.get(i));
                }
            }
        }
        return all;
    }
}
