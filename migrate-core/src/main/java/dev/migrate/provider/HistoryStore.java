package dev.migrate.provider;

import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The version table and the journal of one database: creation, reading, and writing with proof of ownership. Every
 * write to the journal checks in the same statement that the session holds the lock. Stateless except for the names of
 * the tables; thread-safe.
 */
public interface HistoryStore {

    /**
     * Returns the name of the version table.
     *
     * @return the name, not quoted
     */
    String versionTable();

    /**
     * Returns the name of the journal. It is derived from the name of the version table, only here.
     *
     * @return the name, not quoted
     */
    String journalTable();

    /**
     * Reads the version table and the end of the journal, with one query if both tables exist.
     *
     * @param connection the connection to read with
     * @return the state
     * @throws SQLException if a table cannot be read
     */
    DatabaseState state(Connection connection) throws SQLException;

    /**
     * Reads the version table, with one query.
     *
     * @param connection the connection to read with
     * @return the ids, in no particular order; none if the table does not exist
     * @throws SQLException if the table cannot be read
     */
    List<String> heads(Connection connection) throws SQLException;

    /**
     * Reads a page of the journal.
     *
     * @param connection the connection to read with
     * @param page the page
     * @return the steps in the order of the page; none if the journal does not exist
     * @throws SQLException if the journal cannot be read
     */
    List<JournalStep> steps(Connection connection, JournalPage page) throws SQLException;

    /**
     * Reads one step of the journal.
     *
     * @param connection the connection to read with
     * @param number the number of the step
     * @return the step, or empty
     * @throws SQLException if the journal cannot be read
     */
    Optional<JournalStep> step(Connection connection, long number) throws SQLException;

    /**
     * Reads the steps at the end of the journal that were started and not completed: those whose intent was recorded
     * together, or a step that is being reverted and the step that reverts it.
     *
     * @param connection the connection to read with
     * @return the steps in order
     * @throws SQLException if the journal cannot be read
     */
    List<JournalStep> interruptedSteps(Connection connection) throws SQLException;

    /**
     * Reads the steps of repeatable migrations that have ended, with their statements.
     *
     * @param connection the connection to read with
     * @return the completed and the aborted steps since a revision was last marked as not applied, in order; none if
     *     there is no journal
     * @throws SQLException if the journal cannot be read
     */
    List<JournalStep> repeatables(Connection connection) throws SQLException;

    /**
     * Reads every revision that the journal contains, as it was when it was last applied, reverted or stamped.
     *
     * @param connection the connection to read with
     * @return the revisions with their parents and dependencies and without labels, each id once; empty if there is no
     *     journal
     * @throws SQLException if the journal cannot be read
     */
    List<RevisionNode> recordedRevisions(Connection connection) throws SQLException;

    /**
     * Reads the revisions that are applied according to the journal, which may differ from the version table if another
     * tool or a person changed that.
     *
     * @param connection the connection to read with
     * @return the revisions with their parents and dependencies and without labels; empty if there is no journal
     * @throws SQLException if the journal cannot be read
     */
    List<RevisionNode> appliedRevisions(Connection connection) throws SQLException;

    /**
     * Reads the names of the objects that the statements in the journal have created and not dropped. Statements that may
     * have been executed count. What Java code has created is not in the journal.
     *
     * @param connection the connection to read with
     * @return the names by kind, without regard to case; empty if there is no journal
     * @throws SQLException if the journal cannot be read
     */
    Map<ObjectKind, Set<String>> createdObjects(Connection connection) throws SQLException;

    /**
     * Creates the version table unless it exists.
     *
     * @param connection the connection to write with
     * @throws SQLException if the server rejects it
     */
    void createVersionTable(Connection connection) throws SQLException;

    /**
     * Creates the journal unless it exists.
     *
     * @param connection the connection to write with
     * @throws SQLException if the server rejects it
     */
    void createJournal(Connection connection) throws SQLException;

    /**
     * Changes one row of the version table.
     *
     * @param connection the connection to write with
     * @param change the change
     * @return the number of changed rows; 1 unless another session changed the table
     * @throws SQLException if the statement fails
     */
    int apply(Connection connection, RowChange change) throws SQLException;

    /**
     * Inserts or updates rows of the journal, with one command unless they are too large for it.
     *
     * @param connection the connection to write with
     * @param rows the rows, at least one
     * @param lock the lock that the session must hold
     * @throws SQLException if the statement fails
     * @throws dev.migrate.error.MigrateException if the session does not hold the lock; nothing was written
     */
    void write(Connection connection, List<JournalRow> rows, MigrationLock lock) throws SQLException;

    /**
     * Deletes the entries of statements whose intent was recorded but which did not run: those of one step from a given
     * statement on, and all later steps.
     *
     * @param connection the connection to write with
     * @param step the number of the step
     * @param from the number of the first statement to be deleted; the step's own row is kept
     * @param lock the lock that the session must hold
     * @throws SQLException if the statement fails
     */
    void deleteIntents(Connection connection, long step, int from, MigrationLock lock) throws SQLException;

    /**
     * Marks a step as aborted.
     *
     * @param connection the connection to write with
     * @param step the number of the step
     * @param note the reason
     * @param lock the lock that the session must hold
     * @throws SQLException if the statement fails
     * @throws dev.migrate.error.MigrateException if the session does not hold the lock; nothing was written
     */
    void markAborted(Connection connection, long step, String note, MigrationLock lock) throws SQLException;

    /**
     * Returns the statement that creates the version table unless it exists.
     *
     * @return the SQL
     */
    String versionTableSql();

    /**
     * Returns the statement that changes one row of the version table.
     *
     * @param change the change
     * @return the SQL
     */
    String sql(RowChange change);
}
