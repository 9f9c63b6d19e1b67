package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DdlAlgorithm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Checks the maximum size of a row on the clone of a table. An instant change is accepted although the rows may become too
 * large (measured on MySQL 8.0.15 and 8.0.33, and for nullable columns on MariaDB 10.11 and 11.4; MySQL 9.7 rejects it); an
 * INSERT then fails. Creating the same table is rejected. Stateless.
 */
final class RowSize {

    /** Half of a page of 16 KiB; the largest row is somewhat smaller. Smaller pages have a smaller limit. */
    private static final int HALF_PAGE = 8_000;

    private static final int PREFIX = 768;
    private static final int ROW_TOO_LARGE = 1118;
    private static final String COPY = Quoting.name("migrate_row_size");

    private RowSize() {}

    /**
     * Returns what an accepted statement has caused.
     *
     * @param connection a connection whose current database is the scratch database
     * @param statement the statement
     * @param algorithm its algorithm
     */
    static List<DataFinding> check(Connection connection, TableStatement statement, DdlAlgorithm algorithm)
            throws SQLException {
        String table = statement.table();
        boolean mayGrow = algorithm == DdlAlgorithm.INSTANT && statement.kind() == TableStatement.Kind.ALTER;
        if (!mayGrow || size(connection, table) < HALF_PAGE) {
            return List.of();
        }
        try (Statement create = connection.createStatement()) {
            create.execute("CREATE TABLE " + COPY + " LIKE " + Quoting.name(table));
            create.execute("DROP TABLE " + COPY);
            return List.of();
        } catch (SQLException e) {
            if (e.getErrorCode() != ROW_TOO_LARGE) {
                return List.of();
            }
            return List.of(new DataFinding(
                    DataFinding.Kind.ROW_SIZE,
                    "Rows of " + table + " can become larger than the server can store. The statement succeeds, but an"
                            + " INSERT or UPDATE of such a row fails afterwards: "
                            + MySqlErrorClassifier.INSTANCE.classify(e).text() + ".",
                    false,
                    1L,
                    null,
                    "SHOW CREATE TABLE " + Quoting.name(table),
                    false));
        }
    }

    private static long size(Connection connection, String table) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT SUM(LEAST(COALESCE(character_octet_length, 8), " + PREFIX
                        + ")) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = "
                        + Quoting.text(table))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
