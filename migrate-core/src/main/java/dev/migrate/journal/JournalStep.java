package dev.migrate.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of one step. Immutable.
 *
 * @param number counts the steps of the database, from one
 * @param revision the id of the revision
 * @param action what was done with it
 * @param state how far it has come
 * @param message what the revision says of itself
 * @param parents the ids of the revisions that it follows
 * @param dependsOn the ids of further revisions that it needs
 * @param statementCount how many statements it has
 * @param startedAt when it began, by the server's clock
 * @param elapsed how long it took, or null if it has not come to its end
 * @param note why it failed the last time, or what else became of it; null as a rule
 * @param actor who did it
 * @param statements what is known of its statements, by number; those that were never begun are not there
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
     * Who did something.
     *
     * @param account the server's account, with the host that it came from: {@code user@host}
     * @param process the user of the operating system and the number of the process
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
     * Tells whether the step has begun and not come to its end.
     *
     * @return true if the next run has to see to it
     */
    public boolean isInterrupted() {
        return state == EntryState.STARTED || state == EntryState.FAILED;
    }

    /**
     * Counts the statements of which it is known that they are done. They are the first ones.
     *
     * @return how many
     */
    public int done() {
        int done = 0;
        while (done < statements.size() && statements.get(done).state() == EntryState.DONE) {
            done++;
        }
        return done;
    }

    /**
     * Says how far the step has come, in one sentence.
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
                summary.append(last == next.number() ? " was begun" : " to the " + ordinal(last) + " were begun");
            }
        }
        return summary.toString();
    }

    private String words() {
        return switch (action) {
            case UP -> "up";
            case DOWN -> "on its way down";
            case ABORT -> "being taken back";
            case STAMP, UNSTAMP -> "stamp";
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
