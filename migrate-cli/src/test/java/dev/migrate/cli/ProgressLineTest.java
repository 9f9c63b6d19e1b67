package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.revision.RevisionNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final Step STEP = new Step(
            Direction.UP, new RevisionNode("002", List.of("001"), List.of(), List.of(), "a message"), List.of());

    @Test
    void eachStatementIsPrintedAtATerminal() {
        assertThat(toldOf(true))
                .containsExactly(
                        "migrate: 002: resuming after statement 1 of 3",
                        "migrate: 002: statement 2 of 3: CREATE TABLE t (",
                        "      id INT",
                        "    )",
                        "migrate: 002: statement 2: 12 % done",
                        "migrate: 002: statement 2: 31 % done",
                        "migrate: 002: statement 2 took 1.5 s",
                        "migrate: 002: statement 3 of 3: CREATE USER u IDENTIFIED BY ***",
                        "migrate: 002: statement 3 waits for a table that is in use: connection 7 holds t",
                        "migrate: waiting for another run on this database: connection 7, at: SELECT 1",
                        "migrate: waiting for a lock of another session (The row is locked.)",
                        "migrate: the connection was lost (It is gone.); reconnecting to determine the outcome of the last"
                                + " statement");
    }

    @Test
    void onlyDelaysArePrintedWithoutATerminal() {
        assertThat(toldOf(false))
                .hasSize(4)
                .allMatch(line -> line.contains("wait") || line.contains("connection was lost"));
    }

    @Test
    void aProgressBarIsOverwrittenAtATerminal() {
        StringWriter told = new StringWriter();
        ProgressLine progress = new ProgressLine(new PrintWriter(told), false, true);

        progress.statementProgress(STEP, 2, 50);
        progress.statementDone(STEP, 2, Duration.ofMillis(3));

        String bar = "[" + "#".repeat(15) + "-".repeat(15) + "] 50 %";
        assertThat(told).hasToString("\r\u001B[Kmigrate: 002: statement 2: " + bar + "\r\u001B[K");
    }

    @Test
    void anInterruptClearsTheProgressBarForThePrompt() {
        StringWriter told = new StringWriter();
        ProgressLine progress = new ProgressLine(new PrintWriter(told), false, true);
        progress.statementProgress(STEP, 2, 50);

        progress.close();
        progress.statementProgress(STEP, 2, 60);

        assertThat(told.toString()).endsWith("] 50 %\r\u001B[K");
    }

    @Test
    void controlCharactersAreEscaped() {
        StringWriter told = new StringWriter();

        new ProgressLine(new PrintWriter(told), true, true).statementStarted(STEP, 1, "SELECT '\u009b8m\u202e'");

        assertThat(told.toString()).contains("SELECT '\\u009b8m\\u202e'");
    }

    private static Stream<String> toldOf(boolean isWatched) {
        StringWriter told = new StringWriter();
        ProgressLine progress = new ProgressLine(new PrintWriter(told), isWatched, false);
        progress.stepStarted(STEP, 1, 3);
        progress.statementStarted(STEP, 2, "CREATE TABLE t (\n  id INT\n)");
        for (int percent : new int[] {5, 12, 18, 31}) {
            progress.statementProgress(STEP, 2, percent);
        }
        progress.statementDone(STEP, 2, Duration.ofMillis(1_500));
        progress.statementStarted(STEP, 3, "CREATE USER u IDENTIFIED BY 'secret'");
        progress.waitingForTable(STEP, 3, "connection 7 holds t");
        progress.waitingForLock("connection 7, at: SELECT\n1");
        progress.statementDone(STEP, 3, Duration.ofMillis(3));
        progress.repeating(new ConnectionFailedException(
                ConnectionFailedException.Reason.UNUSABLE, "The row is locked.", "Wait.", null));
        progress.reconnecting(
                new ConnectionFailedException(ConnectionFailedException.Reason.UNUSABLE, "It is gone.", "Look.", null));
        return told.toString().lines();
    }
}
