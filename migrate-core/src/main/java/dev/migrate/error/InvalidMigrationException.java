package dev.migrate.error;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A migration cannot be loaded, recorded or turned into SQL. Found before any of it is executed. */
public final class InvalidMigrationException extends MigrateException {

    /** The ways in which a migration is invalid. */
    public enum Reason {
        /** The migrations could not be found or compiled, or one of them could not be instantiated. */
        NOT_LOADED,
        /** Two migrations have the same id. */
        DUPLICATE_ID,
        /** The migration threw an exception while it recorded its operations. */
        RECORDING_FAILED,
        /** An operation has no inverse, and the migration does not override {@code down()}. */
        IRREVERSIBLE,
        /** A script cannot be split into statements. */
        SCRIPT_SYNTAX,
        /** The number of parameters differs from the number of question marks. */
        PARAMETER_COUNT,
        /** A statement would interfere with the run itself, for example {@code USE} or {@code COMMIT}. */
        STATEMENT_NOT_ALLOWED,
        /** The server version does not support an operation. */
        UNSUPPORTED_BY_SERVER,
        /** The server cannot store a name or a comment as written. */
        UNSUPPORTED_CHARACTER,
        /** A migration cannot be written as an SQL script, because it runs Java code or depends on the live schema. */
        OFFLINE_SQL_UNSUPPORTED,
        /** An applied migration has changed since it ran, and runs are configured to refuse this. */
        EDITED,
        /** A downgrade was not verified with its current statements, and runs are configured to require this. */
        NOT_VERIFIED
    }

    private final Reason reason;
    private final @Nullable String revision;

    private InvalidMigrationException(
            Reason reason, @Nullable String revision, String problem, String remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.revision = revision;
    }

    /**
     * Creates an exception whose revision is not known.
     *
     * @param reason the way in which the migration is invalid
     * @param problem what is wrong, and with what
     * @param remedy what to do next
     */
    public InvalidMigrationException(Reason reason, String problem, String remedy) {
        this(reason, null, problem, remedy, null);
    }

    /**
     * Creates an exception whose revision is not known.
     *
     * @param reason the way in which the migration is invalid
     * @param problem what is wrong, and with what
     * @param remedy what to do next
     * @param cause the first cause, or null if there is none
     */
    public InvalidMigrationException(Reason reason, String problem, String remedy, @Nullable Throwable cause) {
        this(reason, null, problem, remedy, cause);
    }

    /**
     * Creates the exception for a migration that threw an exception while it recorded its operations.
     *
     * @param revision the id of the migration's revision
     * @param method the method that threw it, with its class
     * @param cause the exception
     * @return the exception
     */
    public static InvalidMigrationException recordingFailed(String revision, String method, Throwable cause) {
        String thrown = cause.toString();
        String end = thrown.endsWith(".") ? "" : ".";
        return new InvalidMigrationException(
                Reason.RECORDING_FAILED,
                revision,
                "Migration " + revision + " could not be recorded: " + method + " threw " + thrown + end
                        + " Nothing was changed.",
                "Fix the migration and run again.",
                cause);
    }

    /**
     * Creates the exception for a migration that cannot be reversed.
     *
     * @param revision the id of the migration's revision
     * @param cause the failure for one of its operations
     * @return the exception
     */
    public static InvalidMigrationException irreversible(String revision, MigrateException cause) {
        return new InvalidMigrationException(
                Reason.IRREVERSIBLE,
                revision,
                "Migration " + revision + " cannot be reversed. " + cause.problem() + " Nothing was changed.",
                cause.remedy(),
                cause);
    }

    /**
     * Creates the exception for a statement that would interfere with the run.
     *
     * @param sql the statement without secrets
     * @param why the reason, as a clause
     * @param remedy what to do instead
     * @return the exception
     */
    public static InvalidMigrationException statementNotAllowed(String sql, String why, String remedy) {
        return new InvalidMigrationException(
                Reason.STATEMENT_NOT_ALLOWED, "A migration must not run " + sql.strip() + ": " + why + ".", remedy);
    }

    /**
     * Creates the exception for a migration that could not be resumed if it was interrupted.
     *
     * @param revision the id of the migration's revision
     * @param cause the failure for one of its statements
     * @return the exception
     */
    public static InvalidMigrationException notResumable(String revision, MigrateException cause) {
        return new InvalidMigrationException(
                Reason.STATEMENT_NOT_ALLOWED,
                revision,
                "Migration " + revision + " could not be resumed if it was interrupted. " + cause.problem()
                        + " Nothing was changed.",
                cause.remedy(),
                cause);
    }

    /**
     * Creates the exception for a migration that cannot be written as an SQL script.
     *
     * @param revision the id of the migration's revision
     * @param problem what it needs, in full sentences
     * @param remedy what to do next
     * @param cause the first cause, or null if there is none
     * @return the exception
     */
    public static InvalidMigrationException offlineSqlUnsupported(
            String revision, String problem, String remedy, @Nullable Throwable cause) {
        return new InvalidMigrationException(
                Reason.OFFLINE_SQL_UNSUPPORTED,
                revision,
                "Migration " + revision + " cannot be written as an SQL script. " + problem + " No script was written.",
                remedy,
                cause);
    }

    /**
     * Creates the exception for a statement of a script.
     *
     * @param script the name of the script
     * @param line the line of the statement, starting at 1
     * @param cause the failure for the statement
     * @return the exception, with the same reason
     */
    public static InvalidMigrationException inScript(String script, int line, InvalidMigrationException cause) {
        return new InvalidMigrationException(
                cause.reason,
                cause.revision,
                "The script " + script + " is not valid in line " + line + ": " + cause.problem(),
                cause.remedy(),
                cause);
    }

    /**
     * Creates the exception for applied migrations that have changed since they ran.
     *
     * @param revision the id of the first one
     * @param all the ids of all
     * @return the exception
     */
    public static InvalidMigrationException edited(String revision, List<String> all) {
        return new InvalidMigrationException(
                Reason.EDITED,
                revision,
                "Applied migrations have changed since they ran: " + String.join(", ", all) + ". Nothing was changed.",
                "Compare them with check. Restore them and write a new migration, or accept the new texts with"
                        + " stamp --accept REASON.",
                null);
    }

    /**
     * Creates the exception for a downgrade that was not verified.
     *
     * @param revisions the ids of the revisions that were not verified, in the order in which they would be reverted
     * @param product the product of the server
     * @return the exception
     */
    public static InvalidMigrationException notVerified(List<String> revisions, String product) {
        return new InvalidMigrationException(
                Reason.NOT_VERIFIED,
                revisions.get(0),
                "The downgrade was refused, because it was not verified on " + product
                        + " with the current statements of " + String.join(", ", revisions) + ". Nothing was changed.",
                "Verify it on a test server with the same settings and commit the result: migrate verify --record. Or"
                        + " switch require-verified off for this downgrade.",
                null);
    }

    /**
     * Creates the exception for a script that cannot be split into statements.
     *
     * @param script the name of the script
     * @param line the line, starting at 1
     * @param column the column, starting at 1; a supplementary character counts as one
     * @param problem what is wrong there, as a clause
     * @param remedy what to do next
     * @return the exception
     */
    public static InvalidMigrationException scriptSyntax(
            String script, int line, int column, String problem, String remedy) {
        return new InvalidMigrationException(
                Reason.SCRIPT_SYNTAX,
                "The script " + script + " cannot be split into statements: at line " + line + ", column " + column
                        + ", " + problem + ". Nothing was changed.",
                remedy);
    }

    /**
     * Returns the way in which the migration is invalid.
     *
     * @return the reason
     */
    @Override
    public Reason reason() {
        return reason;
    }

    /**
     * Returns the revision of the invalid migration.
     *
     * @return its id, or null if it is not known
     */
    @Override
    public @Nullable String revision() {
        return revision;
    }
}
