package dev.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.error.StatementOutcomeUnknownException;
import dev.migrate.journal.StatementOutcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path folder = Path.of("");

    @CrashServerTest
    void noStatementEndsWrong(CrashServer server) throws SQLException {
        everyCase(server, HandWrittenCase.all(), HandWrittenStatementsTest::inJava);
    }

    /** The statements of a file are those of the other test; what differs is where they come from. */
    @CrashServerTest
    void noStatementOfAnSqlFileEndsWrong(CrashServer server) throws SQLException {
        everyCase(server, HandWrittenCase.ofFiles(), this::inSql);
    }

    private static void everyCase(CrashServer server, List<HandWrittenCase> cases, Form form) throws SQLException {
        List<String> failures = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        int tried = 0;
        for (HandWrittenCase one : cases) {
            if (server.version().matches(one.servers())) {
                ServerState wanted = undisturbed(one, server, form);
                for (FaultTiming timing : List.of(FaultTiming.BEFORE, FaultTiming.AFTER)) {
                    String failure = failure(one, timing, wanted, server, form, asked);
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

    private static ServerState undisturbed(HandWrittenCase one, CrashServer server, Form form) throws SQLException {
        prepare(one, server);
        form.migrator(one, CrashServer.dataSource(server.port(), DATABASE)).upgrade("head");
        execute(server, one.meddling());
        return state(server);
    }

    /** What is wrong, or an empty text. */
    private static String failure(
            HandWrittenCase one,
            FaultTiming timing,
            ServerState wanted,
            CrashServer server,
            Form form,
            Set<String> asked)
            throws SQLException {
        prepare(one, server);
        DataSource dataSource = CrashServer.dataSource(server.port(), DATABASE);
        MortalDataSource mortal = new MortalDataSource(dataSource, one.victim(), timing);
        try {
            form.migrator(one, mortal.dataSource()).upgrade("head");
            return "the run survived";
        } catch (MigrateException e) {
            if (!mortal.isDead()) {
                return "the run failed: " + e.getMessage();
            }
        }
        execute(server, one.meddling());
        try {
            resume(one, timing, form.migrator(one, dataSource), asked);
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

    private static Migrator inJava(HandWrittenCase one, DataSource dataSource) {
        return Migrator.builder()
                .dataSource(dataSource)
                .migrations(new ByHand(one.script()))
                .build();
    }

    private Migrator inSql(HandWrittenCase one, DataSource dataSource) {
        StringBuilder text = new StringBuilder("-- revision: 1\n-- message: by hand\n-- up\nDELIMITER $$\n");
        one.script().forEach(sql -> text.append(sql).append("\n$$\n"));
        try {
            Files.writeString(folder.resolve("1.sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Migrator.builder().dataSource(dataSource).sources(folder).build();
    }

    /** Makes a migration of the statements of a case. */
    private interface Form {
        Migrator migrator(HandWrittenCase one, DataSource dataSource);
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
