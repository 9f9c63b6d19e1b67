package dev.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The journal entry of a step. Immutable.
 *
 * @param number the number of the step in this database, starting at 1
 * @param revision the id of the revision, or the name of the repeatable migration
 * @param action the action
 * @param state the state
 * @param message the message of the revision
 * @param parents the ids of the parents
 * @param dependsOn the ids of the dependencies
 * @param statementCount the number of its statements
 * @param startedAt the start time, by the server's clock
 * @param elapsed the duration, or null if it has not ended
 * @param note the cause of its last failure, or another remark; usually null
 * @param actor who ran it
 * @param statements the entries of its statements, by number; statements that were not started have none
 */
public record JournalStep(
        long number,
        String revision,
        Action action,
        EntryState state,
        String message,
        List<String> parents,
        List<String> dependsOn,
        int statementCount,
        Instant startedAt,
        @Nullable Duration elapsed,
        @Nullable String note,
        Actor actor,
        List<JournalStatement> statements) {

    /**
     * The account and the process that ran a step.
     *
     * @param account the server account with the client host: {@code user@host}
     * @param process the operating system user and the process id
     * @param connection the server's id of the connection
     * @param library the version of this library
     */
    public record Actor(String account, String process, long connection, String library) {}

    /** Copies the lists. */
    public JournalStep {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(actor, "actor");
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        statements = List.copyOf(statements);
    }

    /**
     * Returns a copy with other statements.
     *
     * @param others the statements, by number
     * @return the copy
     */
    public JournalStep statements(List<JournalStatement> others) {
        return new JournalStep(
                number,
                revision,
                action,
                state,
                message,
                parents,
                dependsOn,
                statementCount,
                startedAt,
                elapsed,
                note,
                actor,
                others);
    }

    /**
     * Returns whether the step was started and has not ended.
     *
     * @return true if the next run has to complete it
     */
    public boolean isInterrupted() {
        return state.isInterrupted();
    }

    /**
     * Returns the number of completed statements. They are the first ones of the step.
     *
     * @return the number
     */
    public int done() {
        int done = 0;
        while (done < statements.size() && statements.get(done).state() == EntryState.DONE) {
            done++;
        }
        return done;
    }

    /**
     * Returns whether the journal shows that no statement of the step was executed, not even in part: all that started have
     * failed.
     *
     * @return true if the step has changed nothing
     */
    public boolean hasChangedNothing() {
        return statements.stream().allMatch(statement -> statement.state() == EntryState.FAILED);
    }

    /**
     * Returns what to do about an interrupted step.
     *
     * @return one or more full sentences; empty if the step is not interrupted
     */
    public String remedy() {
        if (!isInterrupted()) {
            return "";
        }
        boolean isDown = action == Action.DOWN || action == Action.RESTORE || action == Action.REMOVE;
        String command = isDown ? "downgrade" : "upgrade";
        if (action == Action.ABORT) {
            return "Complete it with abort.";
        }
        return hasChangedNothing()
                ? "Fix the cause and run " + command + " again, or discard the step with abort."
                : "Resume it with " + command + ", or revert it with abort.";
    }

    /**
     * Describes the progress of the step in one sentence.
     *
     * @return for instance: {@code revision 1f: 3 of 7 statements done, the 4th failed: Duplicate entry ...}
     */
    public String summary() {
        int done = done();
        StringBuilder summary = new StringBuilder("revision ")
                .append(revision)
                .append(action == Action.UP ? "" : " (" + words() + ")")
                .append(": ")
                .append(done)
                .append(" of ")
                .append(statementCount)
                .append(statementCount == 1 ? " statement done" : " statements done");
        if (done < statements.size()) {
            JournalStatement next = statements.get(done);
            boolean isFailed = next.state() == EntryState.FAILED;
            int last = statements.get(statements.size() - 1).number();
            summary.append(", the ").append(ordinal(next.number()));
            if (isFailed) {
                summary.append(" failed").append(next.note() == null ? "" : ": " + next.note());
            } else {
                summary.append(last == next.number() ? " was started" : " to the " + ordinal(last) + " were started");
            }
        }
        return summary.toString();
    }

    private String words() {
        return switch (action) {
            case UP -> "up";
            case DOWN -> "downgrade";
            case ABORT -> "abort";
            case STAMP, UNSTAMP -> "stamp";
            case REPEAT, RESTORE, REMOVE -> action.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String ordinal(int number) {
        int lastTwo = number % 100;
        boolean isTeen = lastTwo >= 11 && lastTwo <= 13;
        return number
                + switch (isTeen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
