package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.LockException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table that says what was done and what was about to be done: a row for each step and one for each of its
 * statements. Immutable.
 *
 * <p>Whoever writes must hold the lock: each write says so itself, and changes nothing otherwise.
 */
public final class Journal {

    /** Goes up when the columns change. A library that does not know a format leaves the table alone. */
    static final int FORMAT = 1;

    /** Describes what is known not to be there. */
    static final String NOTHING = "NULL";

    private static final String ABSENT = "-";
    private static final int LONGEST_NAME = 64;
    private static final int MOST_CHARACTERS = 4_000;
    private static final String SUFFIX = "_journal";
    private static final String COLUMNS = "step, statement, format, revision, action, state, text, hash, parents,"
            + " depends_on, statements, state_before, token, started_at, elapsed_us, note, account, process,"
            + " connection_id, library_version, changed_at";

    /** What a later word on a row leaves as it is: who began it, and how things stood then. */
    private static final String UPDATE = " ON DUPLICATE KEY UPDATE state = VALUES(state), text = VALUES(text),"
            + " hash = VALUES(hash), statements = VALUES(statements), elapsed_us = VALUES(elapsed_us),"
            + " note = VALUES(note), changed_at = VALUES(changed_at)";

    private final String name;

    /**
     * Names the table: it stands beside the version table.
     *
     * @param versions the version table
     */
    public Journal(VersionTable versions) {
        String front = versions.name();
        name = front.substring(0, Math.min(front.length(), LONGEST_NAME - SUFFIX.length())) + SUFFIX;
    }

    /**
     * Names the table.
     *
     * @return its name, of letters, digits and underscores
     */
    public String name() {
        return name;
    }

    /** Creates the table. */
    void create(Connection connection) {
        String word = " CHARACTER SET ascii COLLATE ascii_bin";
        String text = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS `" + name + "` (\n"
                    + "  step BIGINT UNSIGNED NOT NULL,\n"
                    + "  statement INT UNSIGNED NOT NULL,\n"
                    + "  format SMALLINT UNSIGNED NOT NULL,\n"
                    + "  revision VARCHAR(32)" + text + " NOT NULL,\n"
                    + "  action VARCHAR(8)" + word + " NOT NULL,\n"
                    + "  state VARCHAR(8)" + word + " NOT NULL,\n"
                    + "  text MEDIUMTEXT" + text + " NOT NULL,\n"
                    + "  hash CHAR(64)" + word + " NOT NULL,\n"
                    + "  parents TEXT" + text + " NULL,\n"
                    + "  depends_on TEXT" + text + " NULL,\n"
                    + "  statements INT UNSIGNED NOT NULL,\n"
                    + "  state_before MEDIUMTEXT" + text + " NULL,\n"
                    + "  token VARCHAR(64)" + word + " NULL,\n"
                    + "  started_at DATETIME(6) NOT NULL,\n"
                    + "  elapsed_us BIGINT UNSIGNED NULL,\n"
                    + "  note TEXT" + text + " NULL,\n"
                    + "  account VARCHAR(384)" + text + " NOT NULL,\n"
                    + "  process VARCHAR(255)" + text + " NOT NULL,\n"
                    + "  connection_id BIGINT UNSIGNED NOT NULL,\n"
                    + "  library_version VARCHAR(64)" + text + " NOT NULL,\n"
                    + "  changed_at DATETIME(6) NOT NULL,\n"
                    + "  PRIMARY KEY (step, statement)\n"
                    + ") ENGINE=InnoDB");
        } catch (SQLException e) {
            throw failure(HistoryException.Reason.WRITE_FAILED, e, "could not be created");
        }
    }

    /**
     * Writes rows, or what is new of those that are there, with one command.
     *
     * @param rows the rows
     * @param writer who writes
     * @throws LockException if the session does not hold the lock; then nothing is written
     */
    void write(Connection connection, Collection<JournalRow> rows, Writer writer) throws SQLException {
        Iterator<String> states = describe(connection, rows).iterator();
        List<String> values = new ArrayList<>();
        for (JournalRow row : rows) {
            values.add(values(row, isAsked(row) ? states.next() : ABSENT, writer));
        }
        String sql = "INSERT INTO `" + name + "` (" + COLUMNS + ") VALUES " + String.join(", ", values) + UPDATE;
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            if (ServerError.of(e).isNullRefused()) {
                // Whoever does not hold the lock has no number there.
                throw LockException.lost();
            }
            throw e;
        }
    }

    /** With one query, and not as a part of what is written: MySQL 5.7 would hold its catalog to the strict sql_mode. */
    private static List<String> describe(Connection connection, Collection<JournalRow> rows) throws SQLException {
        List<String> expressions = new ArrayList<>();
        for (JournalRow row : rows) {
            if (isAsked(row)) {
                expressions.add(description(row.stateBefore()));
            }
        }
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<String> states = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (java.sql.ResultSet result = statement.executeQuery("SELECT " + String.join(", ", expressions))) {
                result.next();
                for (int i = 1; i <= expressions.size(); i++) {
                    states.add(result.getString(i));
                }
            }
        }
        return states;
    }

    private static boolean isAsked(JournalRow row) {
        return row.stateBefore() != null && !row.stateBefore().equals(NOTHING);
    }

    /** Forgets the statements of a step from one on, and all steps behind it: they have not run. */
    void forget(Connection connection, long step, int from, Writer writer) throws SQLException {
        update(
                connection,
                "DELETE FROM `" + name + "` WHERE (step > " + step + " OR step = " + step + " AND statement >= "
                        + Math.max(1, from) + ") AND " + writer.ownership());
    }

    /** Notes that a step was given up. */
    void giveUp(Connection connection, long step, String note, Writer writer) throws SQLException {
        int rows = update(
                connection,
                "UPDATE `" + name + "` SET state = 'ABORTED', note = CONCAT(IF(note IS NULL, '', CONCAT(note, ' ')), "
                        + writer.renderer.quoteText(note) + ") WHERE step = " + step + " AND statement = 0 AND "
                        + writer.ownership());
        if (rows != 1) {
            throw LockException.lost();
        }
    }

    /** The last token that a statement was given, or null. */
    @Nullable
    String lastToken(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet result = statement.executeQuery("SELECT token FROM `" + name
                        + "` WHERE token IS NOT NULL ORDER BY step DESC, statement DESC LIMIT 1")) {
            return result.next() ? result.getString(1) : null;
        }
    }

    /**
     * Reads one step.
     *
     * @param session the session to read in
     * @param number its number
     * @return the step
     * @throws MigrateException if the table cannot be read or has no such step
     */
    public JournalStep read(Session session, long number) {
        return find(session, number)
                .orElseThrow(() -> new HistoryException(
                        HistoryException.Reason.MODIFIED,
                        Outcome.NOT_DONE,
                        "The journal " + name + " has no step " + number + ". Nothing was changed.",
                        "Somebody has edited it; put the row back.",
                        null));
    }

    Optional<JournalStep> find(Session session, long number) {
        return read(session, " WHERE step = " + number).stream().findFirst();
    }

    /**
     * Reads the steps at the end of the journal that have not come to their end: those that were announced together, or
     * one that is being taken back and what takes it back.
     *
     * @param session the session to read in
     * @return the steps, the first one first
     * @throws MigrateException if the table cannot be read
     */
    public List<JournalStep> interrupted(Session session) {
        return read(
                session,
                " WHERE step > (SELECT IFNULL(MAX(step), 0) FROM `" + name
                        + "` WHERE statement = 0 AND state NOT IN ('STARTED', 'FAILED'))");
    }

    /**
     * Reads all steps.
     *
     * @param session the session to read in
     * @return the steps, the first one first; none if there is no such table
     * @throws MigrateException if the table cannot be read
     */
    public List<JournalStep> read(Session session) {
        return read(session, "");
    }

    private List<JournalStep> read(Session session, String where) {
        String sql = "SELECT step, statement, format, revision, action, state, text, hash, parents, depends_on,"
                + " statements, state_before, token, CAST(started_at AS CHAR), elapsed_us, note, account, process,"
                + " connection_id, library_version FROM `" + name + "`" + where + " ORDER BY step, statement";
        try (java.sql.Statement statement = session.connection().createStatement();
                java.sql.ResultSet result = statement.executeQuery(sql)) {
            return JournalReader.read(result, name);
        } catch (SQLException e) {
            if (ServerError.of(e).isMissingTable()) {
                return List.of();
            }
            throw failure(HistoryException.Reason.READ_FAILED, e, "could not be read");
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql);
        }
    }

    private MigrateException failure(HistoryException.Reason reason, SQLException e, String what) {
        ServerError failure = ServerError.of(e);
        return new HistoryException(
                reason,
                failure.isAnswerLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                "The journal " + name + " " + what + ": " + failure.text() + ". No migration was run.",
                failure.isPrivilegeDenied()
                        ? "Grant the user CREATE on the database, and SELECT, INSERT, UPDATE and DELETE on the journal."
                        : "Remove the cause and run again.",
                e);
    }

    /** Values, and no SELECT, which would cost the server twice as much. */
    private static String values(JournalRow row, String state, Writer writer) {
        SqlRenderer renderer = writer.renderer;
        return "(" + row.step() + ", " + row.statement() + ", " + FORMAT + ", " + renderer.quoteText(row.revision())
                + ", '"
                + row.action() + "', '" + row.state() + "', " + renderer.quoteText(cut(row.text())) + ", '" + row.hash()
                + "', " + text(row.parents(), renderer) + ", " + text(row.dependsOn(), renderer) + ", "
                + row.statements() + ", " + (row.stateBefore() == null ? "NULL" : renderer.quoteText(state)) + ", "
                + (row.token() == null ? "NULL" : "'" + row.token() + "'") + ", UTC_TIMESTAMP(6) - INTERVAL "
                + row.agoMicros() + " MICROSECOND, " + row.elapsedMicros() + ", " + text(row.note(), renderer)
                + ", USER(), " + renderer.quoteText(ThisProcess.NAME) + ", " + writer.number() + ", "
                + renderer.quoteText(ThisProcess.LIBRARY) + ", UTC_TIMESTAMP(6))";
    }

    /** What the description of a thing becomes in the journal, and wherever it is compared with what is there. */
    static String description(@Nullable String state) {
        // Not being there is a state as well. The server would not mix the collations of its own tables.
        return "IFNULL(CONVERT(" + state + " USING utf8mb4), '" + ABSENT + "')";
    }

    private static String text(@Nullable String text, SqlRenderer renderer) {
        return text == null ? "NULL" : renderer.quoteText(cut(text));
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        boolean isInPair = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
        return text.substring(0, isInPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + "…";
    }

    /**
     * Who writes.
     *
     * @param renderer how texts are quoted
     * @param lock the name of the lock
     */
    record Writer(SqlRenderer renderer, String lock) {

        /** The number of the connection, or null if it does not hold the lock. */
        String number() {
            return "IF(" + ownership() + ", CONNECTION_ID(), NULL)";
        }

        String ownership() {
            return "IS_USED_LOCK('" + lock + "') = CONNECTION_ID()";
        }
    }

    /** What is the same in all rows. A class of its own, for it takes its time, and most runs have nothing to write. */
    private static final class ThisProcess {

        /** The user of the operating system and the process. */
        static final String NAME = System.getProperty("user.name", "?") + ", process "
                + ProcessHandle.current().pid();

        /** The version of this library. */
        static final String LIBRARY =
                Objects.requireNonNullElse(Journal.class.getPackage().getImplementationVersion(), "unpackaged");

        private ThisProcess() {}
    }
}
