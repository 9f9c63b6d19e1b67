package dev.migrate.internal.engine;

import dev.migrate.error.HistoryException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table that says what is applied: a row for each revision from which all applied ones follow.
 *
 * <p>It is Alembic's table, so that a database that Alembic manages goes on as it is. Immutable.
 */
public final class VersionTable {

    private static final int LONGEST_NAME = 64;

    private final String name;

    /**
     * Names the table.
     *
     * @param name letters, digits and underscores, 64 characters at most
     * @throws IllegalArgumentException if the name has other characters
     */
    public VersionTable(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("The name of the version table must be 1 to 64 letters, digits and"
                    + " underscores, but is \"" + name + "\".");
        }
        this.name = name;
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isLetter && (c < '0' || c > '9') && c != '_') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    /**
     * Names the table.
     *
     * @return its name, of letters, digits and underscores
     */
    public String name() {
        return name;
    }

    /**
     * Reads the table, with one query.
     *
     * @param session the session to read in
     * @return the rows, in no particular order; no table is told from an empty one
     * @throws MigrateException if the table cannot be read
     */
    public VersionRows read(Session session) {
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT version_num FROM `" + name + "`")) {
            List<String> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getString(1));
            }
            return new VersionRows(true, ids);
        } catch (SQLException e) {
            if (ServerError.of(e).isMissingTable()) {
                return new VersionRows(false, List.of());
            }
            throw notReadable(e);
        }
    }

    /**
     * Writes the statement that creates the table where there is none. Ids are compared by bytes, since two of them may
     * differ in nothing but their case.
     *
     * @return the SQL
     */
    public String creation() {
        return "CREATE TABLE IF NOT EXISTS `" + name + "` (\n"
                + "  version_num VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,\n"
                + "  CONSTRAINT `alembic_version_pkc` PRIMARY KEY (version_num)\n"
                + ") ENGINE=InnoDB";
    }

    void create(Connection connection) {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(creation());
        } catch (SQLException e) {
            ServerError failure = ServerError.of(e);
            throw new HistoryException(
                    HistoryException.Reason.WRITE_FAILED,
                    failure.isAnswerLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                    "The version table " + name + " could not be created: " + failure.text()
                            + ". No migration was run.",
                    failure.isPrivilegeDenied()
                            ? "Grant the user the CREATE privilege on the database."
                            : "Remove the cause and run again.",
                    e);
        }
    }

    /**
     * Writes a change of the table.
     *
     * @param change the change
     * @param renderer the dialect of the server
     * @return the SQL
     */
    public String sql(RowChange change, SqlRenderer renderer) {
        return change.accept(new RowChange.Visitor<String>() {
            @Override
            public String insert(RowChange.Insert insert) {
                return "INSERT INTO `" + name + "` (version_num) VALUES (" + renderer.quoteText(insert.id()) + ")";
            }

            @Override
            public String delete(RowChange.Delete delete) {
                return "DELETE FROM `" + name + "` WHERE version_num = " + renderer.quoteText(delete.id());
            }

            @Override
            public String update(RowChange.Update update) {
                return "UPDATE `" + name + "` SET version_num = " + renderer.quoteText(update.to())
                        + " WHERE version_num = " + renderer.quoteText(update.from());
            }
        });
    }

    /** Makes one change, which must find exactly the row that it is about. */
    void apply(Connection connection, SqlRenderer renderer, RowChange change) throws SQLException {
        int rows = update(connection, sql(change, renderer));
        if (rows != 1) {
            throw new HistoryException(
                    HistoryException.Reason.MODIFIED,
                    Outcome.NOT_DONE,
                    "The version table " + name + " has changed while the run went on: " + change + " found " + rows
                            + " rows instead of 1, so it was not made.",
                    "Somebody else migrates this database or has edited the table; look at it before you run again.",
                    null);
        }
    }

    MigrateException notReadable(SQLException e) {
        ServerError failure = ServerError.of(e);
        String remedy = "Remove the cause and run again.";
        if (failure.code() == ServerError.NO_DATABASE_SELECTED) {
            remedy = "Name the database in the JDBC URL: jdbc:mysql://host/database.";
        } else if (failure.isPrivilegeDenied()) {
            remedy = "Grant the user SELECT, INSERT, UPDATE and DELETE on this table.";
        }
        return new HistoryException(
                HistoryException.Reason.READ_FAILED,
                Outcome.NOT_DONE,
                "The version table " + name + " could not be read: " + failure.text() + ". Nothing was changed.",
                remedy,
                e);
    }

    /** A statement that is prepared costs the driver more than the rest of it. */
    private static int update(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql);
        }
    }
}
