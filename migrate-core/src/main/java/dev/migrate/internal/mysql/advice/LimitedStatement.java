package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.TableLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement with the limits of what it may do. Immutable.
 *
 * @param statement the statement, which changes a table
 * @param limits the limits, which do not depend on the size of the table
 * @param isMariaDb whether the server is MariaDB
 */
record LimitedStatement(TableStatement statement, DdlLimits limits, boolean isMariaDb) {

    /** Returns the forms of a statement that are within the limits, in the order in which they are tried. */
    static List<String> forms(Connection connection, ServerVersion server, String sql, DdlLimits limits)
            throws SQLException {
        Optional<TableStatement> parsed = TableStatement.of(sql, SqlSyntax.of(server))
                .filter(statement -> statement.kind().isChange());
        if (limits.isNone() || parsed.isEmpty()) {
            return List.of(sql);
        }
        TableStatement statement = parsed.get();
        if (isEmpty(connection, statement.table())) {
            return List.of(sql);
        }
        DdlLimits ofTable = limits.dependsOnRows() ? limits.forRows(freshRows(connection, statement.table())) : limits;
        return ofTable.isNone()
                ? List.of(sql)
                : new LimitedStatement(statement, ofTable, MySqlVersions.isMariaDb(server)).forms();
    }

    /**
     * Returns the form of a statement in a script, which cannot try several: the server chooses the cheapest algorithm
     * unless a clause is necessary to exclude those above the limit. A table that the script creates has no limits, and the
     * size of a table is not known. Empty if no form is within the limits.
     */
    static Optional<String> scriptForm(ServerVersion server, List<String> earlier, String sql, DdlLimits limits) {
        SqlSyntax syntax = SqlSyntax.of(server);
        DdlLimits ofAny = new DdlLimits(limits.algorithm(), limits.lock(), DdlLimits.NONE.rows());
        Optional<TableStatement> parsed = TableStatement.of(sql, syntax)
                .filter(statement -> statement.kind().isChange());
        if (ofAny.isNone() || parsed.isEmpty()) {
            return Optional.of(sql);
        }
        TableStatement statement = parsed.get();
        boolean isNew = earlier.stream()
                .flatMap(each -> TableStatement.of(each, syntax).stream())
                .anyMatch(each -> each.kind() == TableStatement.Kind.CREATE
                        && each.table().equalsIgnoreCase(statement.table()));
        if (isNew) {
            return Optional.of(sql);
        }
        LimitedStatement limited = new LimitedStatement(statement, ofAny, MySqlVersions.isMariaDb(server));
        if (limited.forms().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(statement.hasClauses() ? sql : statement.with(limited.algorithm(), limited.lock()));
    }

    /**
     * The algorithm that a script must specify, or null. On MySQL, INPLACE also excludes INSTANT, which would be cheaper; a
     * copy is excluded by the lock as well, because it locks the table. On MariaDB, INPLACE permits what is cheaper.
     */
    private @Nullable DdlAlgorithm algorithm() {
        if (limits.algorithm() == DdlAlgorithm.COPY) {
            return null;
        }
        if (isMariaDb) {
            return limits.algorithm();
        }
        if (limits.algorithm() != DdlAlgorithm.INPLACE) {
            return DdlAlgorithm.INSTANT;
        }
        return limits.lock() == TableLock.NONE ? null : DdlAlgorithm.INPLACE;
    }

    /** The lock that a script must specify, or null. */
    private @Nullable TableLock lock() {
        boolean isImplied = !isMariaDb && algorithm() == DdlAlgorithm.INSTANT;
        return isImplied || limits.lock() == TableLock.EXCLUSIVE ? null : limits.lock();
    }

    /** A table without rows may be changed in any way; if there is none, the server rejects the statement. */
    private static boolean isEmpty(Connection connection, String table) {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT 1 FROM " + Quoting.name(table) + " LIMIT 1")) {
            return !row.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private static long freshRows(Connection connection, String table) throws SQLException {
        return FreshStatistics.read(connection, () -> rows(connection, table));
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT table_rows FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name = " + Quoting.text(table))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private List<String> forms() {
        if (statement.algorithm() != null) {
            return isPermitted() ? List.of(statement.sql()) : List.of();
        }
        // MySQL accepts no lock with INSTANT.
        TableLock lock = statement.lock();
        return DdlClauses.all(isMariaDb).stream()
                .filter(clauses -> limits.permit(clauses.algorithm(), clauses.lock()))
                .filter(clauses -> lock == null || (clauses.hasLock() && clauses.lock() == lock))
                // Measured on MariaDB 10.5 and 10.11: the others are accepted, and the table is copied nevertheless.
                .filter(clauses ->
                        !isMariaDb || !statement.isOfWholeTable() || clauses.algorithm() == DdlAlgorithm.COPY)
                .map(clauses -> lock == null ? clauses.in(statement) : statement.with(clauses.algorithm(), null))
                .toList();
    }

    /** Whether the clauses of the statement itself keep it within the limits. */
    private boolean isPermitted() {
        DdlAlgorithm algorithm = statement.algorithm();
        TableLock lock = statement.lock();
        return limits.permit(
                algorithm == null ? DdlAlgorithm.COPY : algorithm, lock == null ? TableLock.EXCLUSIVE : lock);
    }
}
