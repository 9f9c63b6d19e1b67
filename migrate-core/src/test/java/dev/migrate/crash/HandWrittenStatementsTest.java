package dev.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;

/**
 * Every kind of statement that is written by hand, with a runner that dies right before or right after it: the next run
 * ends where an undisturbed one does, or asks for the outcome, and ends there once it has the answer.
 */
@Tag("slow")
class HandWrittenStatementsTest {

    private static final String DATABASE = "by_hand";

    @Revision(id = "1", message = "by hand")
    private record ByHand(List<String> script) implements Migration {
        @Override
        public void up(Operations op) {
            script.forEach(op::execute);
        }
    }

    @CrashServerTest
    void noStatementEndsWrong(CrashServer server) throws SQLException {
        List<String> failures = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        int tried = 0;
        for (HandWrittenCase one : HandWrittenCase.all()) {
            if (server.version().matches(one.servers())) {
                ServerState wanted = undisturbed(one, server);
                for (FaultTiming timing : List.of(FaultTiming.BEFORE, FaultTiming.AFTER)) {
                    String failure = failure(one, timing, wanted, server, asked);
                    tried++;
                    if (!failure.isEmpty()) {
                        failures.add(timing + " " + one + ": " + failure);
                    }
                }
            }
        }
        System.out.printf("%s: %d deaths at statements by hand, asked at: %s%n", server.name(), tried, asked);
        assertThat(failures).isEmpty();
    }

    private static ServerState undisturbed(HandWrittenCase one, CrashServer server) throws SQLException {
        prepare(one, server);
        migrator(one, CrashServer.dataSource(server.port(), DATABASE)).upgrade("head");
        execute(server, one.meddling());
        return state(server);
    }

    /** What is wrong, or an empty text. */
    private static String failure(
            HandWrittenCase one, FaultTiming timing, ServerState wanted, CrashServer server, Set<String> asked)
            throws SQLException {
        prepare(one, server);
        DataSource dataSource = CrashServer.dataSource(server.port(), DATABASE);
        MortalDataSource mortal = new MortalDataSource(dataSource, one.victim(), timing);
        try {
            migrator(one, mortal.dataSource()).upgrade("head");
            return "the run survived";
        } catch (MigrateException e) {
            if (!mortal.isDead()) {
                return "the run failed: " + e.getMessage();
            }
        }
        execute(server, one.meddling());
        try {
            resume(one, timing, migrator(one, dataSource), asked);
        } catch (MigrateException e) {
            return "a dead end: " + e.getMessage();
        }
        return String.join("\n", wanted.differences(state(server)));
    }

    private static void resume(HandWrittenCase one, FaultTiming timing, Migrator migrator, Set<String> asked) {
        try {
            migrator.upgrade("head");
        } catch (StatementOutcomeUnknownException e) {
            if (!one.mayAsk()) {
                throw e;
            }
            asked.add(one.name());
            migrator.resolve(
                    timing == FaultTiming.BEFORE && isVictimFirst(one)
                            ? StatementOutcome.NOT_DONE
                            : StatementOutcome.DONE);
            migrator.upgrade("head");
        }
    }

    /** Else the statements in front of it, which belong to it, have done what matters. */
    private static boolean isVictimFirst(HandWrittenCase one) {
        return one.script().get(0).startsWith(one.victim());
    }

    private static Migrator migrator(HandWrittenCase one, DataSource dataSource) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new ByHand(one.script()))
                .build();
    }

    private static void prepare(HandWrittenCase one, CrashServer server) throws SQLException {
        try (Connection connection = server.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE + " CHARACTER SET utf8mb4");
        }
        execute(server, one.setup());
    }

    private static void execute(CrashServer server, List<String> statements) throws SQLException {
        try (Connection connection = server.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static ServerState state(CrashServer server) throws SQLException {
        try (Connection connection = server.connect(DATABASE)) {
            ServerState state = ServerState.read(connection);
            Map<String, String> definitions = new HashMap<>();
            state.definitions().forEach((name, definition) -> definitions.put(name, inAnyOrder(definition)));
            return new ServerState(definitions, state.rows());
        }
    }

    /** Somebody else may create an index before or after. */
    private static String inAnyOrder(String definition) {
        return definition
                .lines()
                .map(line -> line.replaceAll(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
