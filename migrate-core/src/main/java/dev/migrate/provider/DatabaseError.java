package dev.migrate.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A failed JDBC call, classified. Immutable.
 *
 * @param kind what the failure means for a run
 * @param code the server's error code, or 0 if the driver reported none
 * @param text the failure in one line, with the server's code and SQLState
 * @param remedy what to do about it, in full sentences, or null if it follows from the kind
 */
public record DatabaseError(
        Kind kind, int code, String text, @Nullable String remedy) {

    /** Checks that the required parts are present. */
    public DatabaseError {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Creates an error whose remedy follows from its kind.
     *
     * @param kind what the failure means for a run
     * @param code the server's error code, or 0 if the driver reported none
     * @param text the failure in one line, with the server's code and SQLState
     */
    public DatabaseError(Kind kind, int code, String text) {
        this(kind, code, text, null);
    }

    /** The meaning of a failure for a run. */
    public enum Kind {
        /** The connection is gone; the outcome of the statement is unknown. */
        CONNECTION_LOST,
        /** The server did not answer an attempt to connect, or accepts no connections now. A later attempt may succeed. */
        SERVER_UNREACHABLE,
        /** The driver ended an attempt to connect, because the connection would not be as secure as required. */
        CONNECTION_NOT_SECURE,
        /** The statement was cancelled. */
        INTERRUPTED,
        /** A table was in use for longer than the statement was allowed to wait. Nothing was changed. */
        LOCK_WAIT_TIMEOUT,
        /** The statement was rejected because it cannot share a transaction with others. Nothing was changed. */
        TRANSACTION_REJECTED,
        /** The server cannot execute the statement as its clauses require. Nothing was changed. */
        CLAUSE_REJECTED,
        /** The server rejected a part of the statement. If its DDL is not atomic, it may have executed the rest. */
        PARTLY_REJECTED,
        /** The table does not exist. */
        TABLE_MISSING,
        /** The user lacks a privilege. */
        PRIVILEGE_MISSING,
        /** The server rejected the user or the password. */
        LOGIN_REJECTED,
        /** The user has no privilege on the database, or the database does not exist. */
        DATABASE_ACCESS_DENIED,
        /** The database does not exist. */
        DATABASE_MISSING,
        /** No database is selected. */
        DATABASE_NOT_SELECTED,
        /** Any other failure: the server rejected the statement. */
        OTHER
    }

    /**
     * Returns whether the outcome of the statement is unknown because no answer arrived.
     *
     * @return true if the connection was lost
     */
    public boolean isConnectionLost() {
        return kind == Kind.CONNECTION_LOST;
    }

    /**
     * Returns whether the statement may have been stopped after it was executed.
     *
     * @return true if it was cancelled, or the connection was lost
     */
    public boolean isInterruption() {
        return kind == Kind.INTERRUPTED || kind == Kind.CONNECTION_LOST;
    }

    /**
     * Returns whether a statement that commits implicitly may have been executed nevertheless, completely or in part.
     *
     * @return true if it was cancelled, the connection was lost, or the server rejected a part of it
     */
    public boolean mayHaveEffect() {
        return isInterruption() || kind == Kind.PARTLY_REJECTED;
    }

    /**
     * Returns whether granting a privilege is the fix.
     *
     * @return true if the user lacks a privilege
     */
    public boolean isPrivilegeMissing() {
        return kind == Kind.PRIVILEGE_MISSING || kind == Kind.DATABASE_ACCESS_DENIED;
    }

    /**
     * Returns whether the server rejected a statement because of the user.
     *
     * @return true if the user lacks a privilege; the server also reports a rejected login for some statements
     */
    public boolean isRejectedAccess() {
        return isPrivilegeMissing() || kind == Kind.LOGIN_REJECTED;
    }
}
