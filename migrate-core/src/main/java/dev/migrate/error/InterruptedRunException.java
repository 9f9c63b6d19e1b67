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
        /** The part of the migration that has been executed was edited, or records other statements each time. */
        MIGRATION_EDITED,
        /** A migration of the run cannot be recorded or rendered. */
        MIGRATION_INVALID,
        /** The rest of the step reads a value of the session that was lost with the interrupted run. */
        SESSION_VALUE_LOST,
        /** The interrupted step does not fit the rows of the version table. */
        VERSION_TABLE_MISMATCH,
        /** The interrupted step cannot be reverted. */
        IRREVERSIBLE,
        /** There is no interrupted step. */
        NOTHING_UNFINISHED,
        /** The outcome of every statement of the interrupted step is known. */
        NOTHING_UNKNOWN
    }

    /** The way out of every state. */
    private static final String CLEAN_UP = "revert by hand what the journal shows as executed, and record that with"
            + " abort --cleaned-up (Migrator.markAborted).";

    private final Reason reason;
    private final @Nullable String revision;

    private InterruptedRunException(Reason reason, @Nullable String revision, String problem, String remedy) {
        this(reason, revision, problem, remedy, null);
    }

    private InterruptedRunException(
            Reason reason, @Nullable String revision, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
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
                "Finish it with upgrade or downgrade, or revert it with abort.");
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
                        : "Run again with the migrations that the step was started with. If they are lost, "
                                + CLEAN_UP);
    }

    /**
     * Creates the exception for an unfinished step that cannot be continued, because its migration or a later one cannot
     * be recorded or rendered.
     *
     * @param revision the id of the revision
     * @param summary the progress of the step
     * @param failure the failure of the migration
     * @return the exception
     */
    public static InterruptedRunException migrationInvalid(
            String revision, String summary, InvalidMigrationException failure) {
        return new InterruptedRunException(
                Reason.MIGRATION_INVALID,
                revision,
                "A step is unfinished: " + summary + ", and the run cannot continue. " + failure.problem(),
                failure.remedy() + " Then run again. To go back instead, use abort, or " + CLEAN_UP,
                failure);
    }

    /**
     * Creates the exception for a migration that does not match the part of it that was executed: it was edited, or it
     * does not record the same statements each time.
     *
     * @param revision the id of the revision
     * @param number the number of the first statement that differs, starting at 1
     * @param before the text that was executed, or a part of it
     * @param now the same part of the current text, or a remark that there is none
     * @return the exception
     */
    public static InterruptedRunException migrationEdited(String revision, int number, String before, String now) {
        return new InterruptedRunException(
                Reason.MIGRATION_EDITED,
                revision,
                "Migration " + revision
                        + " was edited after part of it had been executed, or it records other statements"
                        + " each time: its statement " + number + " was: " + before + " and is now: " + now
                        + ". Nothing was changed since the interruption.",
                "Restore the old statement, so that it is recorded each time, and run again. To go back instead, "
                        + CLEAN_UP);
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
                        + " run again, or revert the step with abort.");
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
                "The version table or the parents of " + revision
                        + " were edited in the meantime: restore them and run again. To go back instead, "
                        + CLEAN_UP);
    }

    /**
     * Creates the exception for an unfinished step that cannot be reverted.
     *
     * @param revision the id of the revision
     * @param why what cannot be reverted, in full sentences
     * @return the exception
     */
    public static InterruptedRunException irreversible(String revision, String why) {
        return new InterruptedRunException(
                Reason.IRREVERSIBLE,
                revision,
                "Migration " + revision + " cannot be reverted. " + why + " Nothing was changed.",
                "Fix the rest of the migration, or remove the cause of the failure, and run again: the run resumes at"
                        + " the failed statement. To go back instead, " + CLEAN_UP);
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
                "To revert a completed step, use downgrade. To see the state of the database, use check.");
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
