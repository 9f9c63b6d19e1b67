package dev.migrate.internal.mysql.session;

import dev.migrate.error.LockException;
import dev.migrate.internal.LibraryVersion;
import dev.migrate.internal.Sha256;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.JournalRow;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.ObjectKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The journal: a row for each step and for each of its statements. Every write checks in the same command that the
 * session holds the lock. Immutable.
 */
final class JournalTable {

    /** Incremented when the columns change. A journal with a newer format is not read. */
    static final int FORMAT = 1;

    /** The history is read before the session is prepared, and {@code sql_select_limit} would truncate it. */
    static final String ALL_ROWS = " LIMIT 18446744073709551615";

    /** The current time of the server, as an SQL expression. */
    static final String NOW = "UTC_TIMESTAMP(6)";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String OF_REPEATABLES = Arrays.stream(Action.values())
            .filter(Action::isRepeatable)
            .map(Action::name)
            .collect(Collectors.joining("', '", "('", "')"));
    private static final String ABSENT = "-";
    private static final int MAX_NAME_LENGTH = 64;
    /** The rows of one command. */
    private static final int MAX_ROWS = 500;
    /** The characters after which a command ends, so that it is far below any {@code max_allowed_packet}. */
    private static final int MAX_LENGTH = 200_000;

    private static final int HASH_LENGTH = 8;
    private static final String SUFFIX = "_journal";
    private static final String COLUMNS = "step, statement, format, revision, action, state, text, hash, parents,"
            + " depends_on, statements, state_before, token, started_at, elapsed_us, note, account, process, "
            + "connection_id, library_version, changed_at";
    private static final String READ_COLUMNS = "step, statement, format, revision, action, state, text, hash, parents,"
            + " depends_on, statements, state_before, token, CAST(started_at AS CHAR), elapsed_us, note, "
            + "account, process, connection_id, library_version";
    /** An update keeps who began a step, and the state before. */
    private static final String UPDATE_KEPT = " ON DUPLICATE KEY UPDATE state = VALUES(state), text = VALUES(text),"
            + " hash = VALUES(hash), statements = VALUES(statements), note = VALUES(note),"
            + " changed_at = VALUES(changed_at)";

    private static final String UPDATE =
            UPDATE_KEPT + ", elapsed_us = VALUES(elapsed_us), started_at = VALUES(started_at)";
    private static final String UPDATE_RESUMED = UPDATE_KEPT
            + ", elapsed_us = IF(VALUES(elapsed_us) IS NULL, NULL,"
            + " TIMESTAMPDIFF(MICROSECOND, started_at, VALUES(changed_at)))";

    private final String name;

    private JournalTable(String name) {
        this.name = name;
    }

    /** Returns the journal that belongs to a version table. */
    static JournalTable of(String versionTable) {
        if (versionTable.length() + SUFFIX.length() <= MAX_NAME_LENGTH) {
            return new JournalTable(versionTable + SUFFIX);
        }
        // Two long names may have the same beginning. Some servers do not distinguish the case of names.
        String end = "_" + Sha256.of(versionTable.toLowerCase(Locale.ROOT)).substring(0, HASH_LENGTH) + SUFFIX;
        return new JournalTable(versionTable.substring(0, MAX_NAME_LENGTH - end.length()) + end);
    }

    String name() {
        return name;
    }

    void create(Connection connection) throws SQLException {
        String word = " CHARACTER SET ascii COLLATE ascii_bin";
        String text = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        try (Statement statement = connection.createStatement()) {
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
        }
    }

    void write(Connection connection, List<JournalRow> rows, NamedLock lock) throws SQLException {
        for (int from = 0; from < rows.size(); from += MAX_ROWS) {
            List<JournalRow> some = rows.subList(from, Math.min(rows.size(), from + MAX_ROWS));
            Iterator<String> states = describe(connection, some).iterator();
            Command command = new Command(connection);
            for (JournalRow row : some) {
                command.add(row, values(row, isDescribed(row) ? states.next() : ABSENT, lock));
            }
            command.execute();
        }
    }

    /** Inserts rows, several at a time. */
    private final class Command {

        private final Connection connection;
        private StringJoiner values = new StringJoiner(", ");
        private boolean keepsStart;

        Command(Connection connection) {
            this.connection = connection;
        }

        void add(JournalRow row, String rowValues) throws SQLException {
            boolean isKept = row.startedAt() == null;
            if (values.length() > MAX_LENGTH || isKept != keepsStart) {
                execute();
                keepsStart = isKept;
            }
            values.add(rowValues);
        }

        void execute() throws SQLException {
            if (values.length() > 0) {
                insert(connection, values + (keepsStart ? UPDATE_RESUMED : UPDATE));
                values = new StringJoiner(", ");
            }
        }
    }

    private void insert(Connection connection, String values) throws SQLException {
        try {
            update(connection, "INSERT INTO `" + name + "` (" + COLUMNS + ") VALUES " + values);
        } catch (SQLException e) {
            if (MySqlErrorClassifier.isNullRejected(e)) {
                // connection_id is NULL if the session does not hold the lock.
                throw LockException.lost();
            }
            throw e;
        }
    }

    /** A separate query: inside of the INSERT, MySQL 5.7 would apply the strict sql_mode to its catalog. */
    private static List<String> describe(Connection connection, List<JournalRow> rows) throws SQLException {
        List<String> expressions = new ArrayList<>();
        for (JournalRow row : rows) {
            if (isDescribed(row)) {
                expressions.add(description(row.stateBefore()));
            }
        }
        if (expressions.isEmpty()) {
            return List.of();
        }
        List<String> states = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet result = statement.executeQuery("SELECT " + String.join(", ", expressions))) {
                result.next();
                for (int i = 1; i <= expressions.size(); i++) {
                    states.add(result.getString(i));
                }
            }
        }
        return states;
    }

    private static boolean isDescribed(JournalRow row) {
        return row.stateBefore() != null && !row.stateBefore().equals(JournalRow.ABSENT);
    }

    void deleteIntents(Connection connection, long step, int from, NamedLock lock) throws SQLException {
        update(
                connection,
                "DELETE FROM `" + name + "` WHERE (step > " + step + " OR step = " + step + " AND statement >= "
                        + Math.max(1, from) + ") AND " + lock.ownership());
    }

    void markAborted(Connection connection, long step, String note, NamedLock lock) throws SQLException {
        int rows = update(
                connection,
                "UPDATE `" + name + "` SET state = 'ABORTED', note = CONCAT(IF(note IS NULL, '', CONCAT(note, ' ')), "
                        + Quoting.text(note) + ") WHERE step = " + step + " AND statement = 0 AND "
                        + lock.ownership());
        if (rows != 1) {
            throw LockException.lost();
        }
    }

    /** The last token that a statement was given, or null. */
    @Nullable
    String lastToken(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT step, statement, token FROM `" + name
                        + "` WHERE token IS NOT NULL ORDER BY step DESC, statement DESC LIMIT 1")) {
            return result.next() ? new JournalColumns(result, name).token() : null;
        }
    }

    List<JournalStep> step(Connection connection, long number) throws SQLException {
        return read(connection, " WHERE step = " + number);
    }

    List<JournalStep> steps(Connection connection, JournalPage page) throws SQLException {
        String direction = page.isNewestFirst() ? " DESC" : "";
        String after = page.after() == null ? "" : " AND step " + (page.isNewestFirst() ? "< " : "> ") + page.after();
        return read(
                connection,
                " JOIN (SELECT step FROM `" + name + "` WHERE statement = 0" + after + " ORDER BY step" + direction
                        + " LIMIT " + page.limit() + ") AS page USING (step)",
                " ORDER BY step" + direction + ", statement");
    }

    List<JournalStep> interrupted(Connection connection) throws SQLException {
        return read(
                connection,
                " WHERE step > (SELECT IFNULL(MAX(step), 0) FROM `" + name
                        + "` WHERE statement = 0 AND state NOT IN ('STARTED', 'FAILED'))");
    }

    /** Reads the steps of repeatable migrations that have ended. After an UNSTAMP, the database may lack their effects. */
    List<JournalStep> repeatables(Connection connection) throws SQLException {
        return read(
                connection,
                " JOIN (SELECT step FROM `" + name
                        + "` WHERE statement = 0 AND state IN ('DONE', 'ABORTED') AND action IN "
                        + OF_REPEATABLES + " AND step > (SELECT IFNULL(MAX(step), 0) FROM `" + name
                        + "` WHERE statement = 0 AND action = 'UNSTAMP')) AS repeatables USING (step)");
    }

    /** Reads the revisions of all steps. */
    List<RevisionNode> revisions(Connection connection) throws SQLException {
        Map<String, RevisionNode> revisions = new LinkedHashMap<>();
        read(connection, " AND action NOT IN " + OF_REPEATABLES, row -> {
            RevisionNode revision = JournalReader.revision(row);
            revisions.put(revision.id(), revision);
        });
        return List.copyOf(revisions.values());
    }

    /** Reads the revisions that are applied according to the completed steps. */
    List<RevisionNode> applied(Connection connection) throws SQLException {
        Map<String, RevisionNode> revisions = new LinkedHashMap<>();
        read(connection, " AND state = 'DONE'", row -> {
            RevisionNode revision = JournalReader.revision(row);
            switch (row.constant(Action.class, "action")) {
                case UP, STAMP -> revisions.put(revision.id(), revision);
                case DOWN, UNSTAMP -> revisions.remove(revision.id());
                case ABORT, REPEAT, RESTORE, REMOVE -> {
                    // It reverted a step that had not been completed, or is not about a revision.
                }
            }
        });
        return List.copyOf(revisions.values());
    }

    /** Reads the rows of steps, in their order; none if there is no journal. */
    private void read(Connection connection, String condition, RowReader reader) throws SQLException {
        String sql = "SELECT step, statement, revision, action, parents, depends_on, text FROM `" + name
                + "` WHERE statement = 0" + condition + " ORDER BY step" + ALL_ROWS;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            JournalColumns row = new JournalColumns(result, name);
            while (result.next()) {
                reader.read(row);
            }
        } catch (SQLException e) {
            if (!MySqlErrorClassifier.isTableMissing(e)) {
                throw e;
            }
        }
    }

    /** Reads the names of the objects that the statements have created and not dropped. */
    Map<ObjectKind, Set<String>> createdObjects(Connection connection) throws SQLException {
        String sql = "SELECT text, state FROM `" + name + "` WHERE statement > 0 AND state <> '" + EntryState.FAILED
                + "' ORDER BY step, statement" + ALL_ROWS;
        CreatedObjects objects = new CreatedObjects();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                objects.add(result.getString(1), result.getString(2).equals(EntryState.DONE.name()));
            }
        } catch (SQLException e) {
            if (!MySqlErrorClassifier.isTableMissing(e)) {
                throw e;
            }
        }
        return objects.names();
    }

    private interface RowReader {
        void read(JournalColumns row) throws SQLException;
    }

    private List<JournalStep> read(Connection connection, String where) throws SQLException {
        return read(connection, where, " ORDER BY step, statement");
    }

    private List<JournalStep> read(Connection connection, String selection, String order) throws SQLException {
        String sql = "SELECT " + READ_COLUMNS + " FROM `" + name + "`" + selection + order + ALL_ROWS;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return JournalReader.read(result, name);
        } catch (SQLException e) {
            if (MySqlErrorClassifier.isTableMissing(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql);
        }
    }

    /** Values instead of a SELECT, which would cost the server twice as much. */
    private static String values(JournalRow row, String state, NamedLock lock) {
        return "(" + row.step() + ", " + row.statement() + ", " + FORMAT + ", " + Quoting.text(row.revision())
                + ", '"
                + row.action() + "', '" + row.state() + "', " + Quoting.text(row.text()) + ", '" + row.hash()
                + "', " + text(row.parents()) + ", " + text(row.dependsOn()) + ", "
                + row.statements() + ", " + (row.stateBefore() == null ? "NULL" : Quoting.text(state)) + ", "
                + (row.token() == null ? "NULL" : "'" + row.token() + "'") + ", "
                + (row.startedAt() == null ? NOW : "'" + TIME.format(row.startedAt()) + "'") + ", "
                + row.elapsedMicros() + ", " + text(row.note())
                + ", USER(), " + Quoting.text(ThisProcess.NAME) + ", IF(" + lock.ownership()
                + ", CONNECTION_ID(), NULL), "
                + Quoting.text(ThisProcess.LIBRARY) + ", " + NOW + ")";
    }

    /** The description of an object as the journal stores it; a missing object has one as well. */
    static String description(@Nullable String state) {
        // The server would not mix the collations of its own tables.
        return "IFNULL(CONVERT(" + state + " USING utf8mb4), '" + ABSENT + "')";
    }

    private static String text(@Nullable String text) {
        return text == null ? "NULL" : Quoting.text(text);
    }

    /**
     * The values that are equal in all rows. A separate class, because computing them takes time, and most runs write
     * nothing.
     */
    private static final class ThisProcess {

        /** The operating system user and the process id. */
        static final String NAME = System.getProperty("user.name", "?") + ", process "
                + ProcessHandle.current().pid();
        /** The version of this library. */
        static final String LIBRARY = LibraryVersion.read();

        private ThisProcess() {}
    }
}
