package dev.migrate.spring.boot;

import dev.migrate.CheckResult;
import dev.migrate.Migrator;
import dev.migrate.RevisionStatus;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.revision.RevisionNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * The state of the database, as the endpoint {@code migrate} returns it. It contains no SQL.
 *
 * @param heads the revisions of the application that no other one follows
 * @param current the revisions in the version table
 * @param pending the revisions that the next upgrade applies, in order
 * @param newer the ids that a newer version of the application has applied
 * @param foreign the ids in the version table that are unknown otherwise
 * @param interrupted the step that was started and is not complete, or null
 * @param journal the last steps, the newest first
 */
public record MigrateDescriptor(
        List<RevisionDescriptor> heads,
        List<RevisionDescriptor> current,
        List<RevisionDescriptor> pending,
        List<String> newer,
        List<String> foreign,
        @Nullable InterruptedStep interrupted,
        List<JournalEntry> journal)
        implements OperationResponseBody {

    /** Copies the lists. */
    public MigrateDescriptor {
        heads = List.copyOf(heads);
        current = List.copyOf(current);
        pending = List.copyOf(pending);
        newer = List.copyOf(newer);
        foreign = List.copyOf(foreign);
        journal = List.copyOf(journal);
    }

    static MigrateDescriptor of(Migrator migrator, int journalSteps) {
        CheckResult check = migrator.check();
        List<RevisionStatus> history = migrator.history();
        JournalStep interrupted = check.interrupted();
        return new MigrateDescriptor(
                revisions(history, status -> status.isHead() && status.isKnown()),
                revisions(history, RevisionStatus::isCurrent),
                check.pending().stream().map(RevisionDescriptor::of).toList(),
                check.newer(),
                check.foreign(),
                interrupted == null ? null : InterruptedStep.of(interrupted),
                migrator.journal(JournalPage.newestFirst(journalSteps)).stream()
                        .map(JournalEntry::of)
                        .toList());
    }

    private static List<RevisionDescriptor> revisions(List<RevisionStatus> history, Predicate<RevisionStatus> filter) {
        return history.stream()
                .filter(filter)
                .map(status -> RevisionDescriptor.of(status.revision()))
                .toList();
    }

    /**
     * A revision.
     *
     * @param id its id
     * @param message its message; may be empty
     */
    public record RevisionDescriptor(String id, String message) {
        static RevisionDescriptor of(RevisionNode revision) {
            return new RevisionDescriptor(revision.id(), revision.message());
        }
    }

    /**
     * A step that was started and is not complete. It may still be running.
     *
     * @param revision the id of its revision
     * @param action the action: up, down or abort
     * @param statements the number of its statements
     * @param done how many of them are complete
     * @param startedAt the start time, by the server's clock
     * @param remedy what to do if it is not running
     */
    public record InterruptedStep(
            String revision, String action, int statements, int done, Instant startedAt, String remedy) {
        static InterruptedStep of(JournalStep step) {
            return new InterruptedStep(
                    step.revision(),
                    lower(step.action()),
                    step.statementCount(),
                    step.done(),
                    step.startedAt(),
                    step.remedy());
        }
    }

    /**
     * A step of the journal.
     *
     * @param number its number
     * @param revision the id of its revision
     * @param message the message of the revision
     * @param action up, down, abort, stamp or unstamp
     * @param state started, failed, done or aborted
     * @param startedAt the start time, by the server's clock
     * @param elapsed the duration, or null if it has not ended
     * @param account the server account that ran it
     */
    public record JournalEntry(
            long number,
            String revision,
            String message,
            String action,
            String state,
            Instant startedAt,
            @Nullable Duration elapsed,
            String account) {
        static JournalEntry of(JournalStep step) {
            return new JournalEntry(
                    step.number(),
                    step.revision(),
                    step.message(),
                    lower(step.action()),
                    lower(step.state()),
                    step.startedAt(),
                    step.elapsed(),
                    step.actor().account());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
