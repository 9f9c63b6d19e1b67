package dev.migrate.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An interrupted run prevents what was requested, or the request needs an interrupted run. Nothing was changed. */
public final class InterruptedRunException extends MigrateException {

    /** The ways in which an interrupted run, or the lack of one, prevents a request. */
    public enum Reason {
        /** The request is not possible until the interrupted step is finished or aborted. */
        UNFINISHED,
        /** The migration of the interrupted step is not among the loaded ones. */
        MIGRATION_MISSING,
        /** The part of the migration that has been executed was edited. */
        MIGRATION_EDITED,
        /** The rest of the step reads a value of the session that was lost with the interrupted run. */
        SESSION_VALUE_LOST,
        /** The interrupted step does not fit the rows of the version table. */
        VERSION_TABLE_MISMATCH,
        /** The interrupted step cannot be reversed. */
        IRREVERSIBLE,
        /** There is no interrupted step. */
        NOTHING_UNFINISHED,
        /** The outcome of every statement of the interrupted step is known. */
        NOTHING_UNKNOWN
    }

    private final Reason reason;
    private final @Nullable String revision;

    private InterruptedRunException(Reason reason, @Nullable String revision, String problem, String remedy) {
        super(problem, remedy);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.revision = revision;
    }

    /**
     * Creates the exception for a request that is not possible while a step is unfinished.
     *
     * @param summary the progress of the step
     * @return the exception
     */
    public static InterruptedRunException unfinished(String summary) {
        return new InterruptedRunException(
                Reason.UNFINISHED,
                null,
                "A step is unfinished: " + summary + ". Nothing was changed.",
                "Finish it with upgrade or downgrade, or reverse it with abort.");
    }

    /**
     * Creates the exception for an unfinished step whose migration is not loaded.
     *
     * @param revision the id of the revision
     * @param summary the progress of the step
     * @param hasChangedNothing whether no statement of the step was executed
     * @return the exception
     */
    public static InterruptedRunException migrationMissing(String revision, String summary, boolean hasChangedNothing) {
        return new InterruptedRunException(
                Reason.MIGRATION_MISSING,
                revision,
                "A step is unfinished: " + summary + ", but there is no migration with the id " + revision
                        + ". Nothing was changed.",
                hasChangedNothing
                        ? "No statement of the step was executed. If its migration was removed on purpose, discard the step"
                                + " with abort and run again."
                        : "Run again with the migrations that the step was started with. If they are lost, revert by hand"
                                + " what the journal shows as done, and record the actual revision with stamp and purge.");
    }

    /**
     * Creates the exception for a migration that was edited after part of it had been executed.
     *
     * @param revision the id of the revision
     * @param number the number of the first statement that differs, starting at 1
     * @param before the text that was executed, or its beginning
     * @param now the current text, or a remark that there is none
     * @return the exception
     */
    public static InterruptedRunException migrationEdited(String revision, int number, String before, String now) {
        return new InterruptedRunException(
                Reason.MIGRATION_EDITED,
                revision,
                "Migration " + revision + " was edited after part of it had been executed: its statement " + number
                        + " was: " + before + " and is now: " + now + " Nothing was changed since the interruption.",
                "Restore the old text and run again, or reverse what was done with abort (Migrator.abort). Edit only"
                        + " statements that have not been executed yet.");
    }

    /**
     * Creates the exception for a step whose rest reads a value that was lost with the session of the interrupted run.
     *
     * @param revision the id of the revision
     * @param number the number of the first statement that has not been executed, starting at 1
     * @param value the name of the value
     * @return the exception
     */
    public static InterruptedRunException sessionValueLost(String revision, int number, String value) {
        return new InterruptedRunException(
                Reason.SESSION_VALUE_LOST,
                revision,
                "Migration " + revision + " cannot be resumed at its statement " + number + ": the rest of it reads "
                        + value + ", which an earlier statement assigned in the session of the interrupted run."
                        + " Nothing was changed since the interruption.",
                "Edit the statements from " + number + " on so that they assign the value again or do not read it, and"
                        + " run again.");
    }

    /**
     * Creates the exception for an unfinished step that does not fit the version table.
     *
     * @param revision the id of the revision
     * @param summary the progress of the step
     * @return the exception
     */
    public static InterruptedRunException versionTableMismatch(String revision, String summary) {
        return new InterruptedRunException(
                Reason.VERSION_TABLE_MISMATCH,
                revision,
                "A step is unfinished: " + summary + ", but according to the version table, " + revision
                        + " is not the next step. Nothing was changed.",
                "The version table or the parents of " + revision + " were edited in the meantime; restore them.");
    }

    /**
     * Creates the exception for an unfinished step that cannot be reversed.
     *
     * @param revision the id of the revision
     * @param why what cannot be reversed, in full sentences
     * @return the exception
     */
    public static InterruptedRunException irreversible(String revision, String why) {
        return new InterruptedRunException(
                Reason.IRREVERSIBLE,
                revision,
                "Migration " + revision + " cannot be reversed. " + why + " Nothing was changed.",
                "Fix the rest of the migration, or remove the cause of the failure, and run again: the run resumes at"
                        + " the failed statement.");
    }

    /**
     * Creates the exception for a request that needs an unfinished step.
     *
     * @param command the command that was called: abort or resolve
     * @return the exception
     */
    public static InterruptedRunException noUnfinishedStep(String command) {
        return new InterruptedRunException(
                Reason.NOTHING_UNFINISHED,
                null,
                "There is nothing to " + command + ": no step is unfinished.",
                "No action is needed.");
    }

    /**
     * Creates the exception for an attempt to resolve a step that has no statement with an unknown outcome.
     *
     * @param summary the progress of the step
     * @return the exception
     */
    public static InterruptedRunException noUnknownOutcome(String summary) {
        return new InterruptedRunException(
                Reason.NOTHING_UNKNOWN,
                null,
                "There is nothing to resolve: " + summary + ", and the outcome of every statement is known."
                        + " Nothing was changed.",
                "Run upgrade or downgrade to resume the step.");
    }

    /**
     * Returns the way in which the request is prevented.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the revision of the unfinished step.
     *
     * @return its id, or null if the reason does not concern a particular revision
     */
    @Override
    public @Nullable String revision() {
        return revision;
    }
}
