package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.provider.CopiedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies a sample of the rows of a database into the same tables of a scratch database. Used once, by one thread. */
final class RowSample {

    /** Rows that refer to other rows of the same table can form a chain of any length. */
    private static final int LONGEST_CHAIN = 100;

    /** Seconds that a table may be locked by a statement that changes its definition. */
    private static final int LONGEST_WAIT = 50;

    private final Statement statement;
    private final String original;
    private final SqlSyntax syntax;
    /** By the name in lower case: the tables that exist in both databases. */
    private final Map<String, List<String>> tables = new HashMap<>();

    private final Set<Reference> references = new LinkedHashSet<>();
    private final Map<String, Long> copied = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /**
     * Creates a sample without rows.
     *
     * @param statement a statement of a connection whose current database is the scratch database
     * @param original the name of the database with the rows
     * @param syntax the syntax of the statements of the plan
     */
    RowSample(Statement statement, String original, SqlSyntax syntax) {
        this.statement = statement;
        this.original = original;
        this.syntax = syntax;
    }

    /** A foreign key, existing or to be created. */
    private record Reference(String table, List<String> columns, String referenced, List<String> referencedColumns) {}

    /**
     * Copies the rows. Meanwhile, the session does not check foreign keys and accepts all values, since old tables may
     * have any. With READ COMMITTED, the rows that are read are not locked.
     */
    CopiedRows copy(List<String> statements, int rows) throws SQLException {
        Connection connection = statement.getConnection();
        int isolation = connection.getTransactionIsolation();
        String settings = settings();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        try {
            statement.execute("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0,"
                    + " lock_wait_timeout = CAST(LEAST(@@session.lock_wait_timeout, " + LONGEST_WAIT + ") AS UNSIGNED)"
                    + (syntax.isMariaDb() ? ", check_constraint_checks = 0" : ""));
            readTables();
            for (String table : named(statements)) {
                copyFirstAndLast(table, rows);
            }
            readReferences();
            statements.forEach(this::addNewReferences);
            copyReferenced();
            statement.execute("COMMIT");
        } finally {
            statement.execute(settings);
            connection.setTransactionIsolation(isolation);
        }
        return new CopiedRows(copied, remarks);
    }

    private String settings() throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@session.sql_mode, @@session.foreign_key_checks,"
                + " @@session.lock_wait_timeout" + (syntax.isMariaDb() ? ", @@session.check_constraint_checks" : ""))) {
            row.next();
            return "SET SESSION sql_mode = " + Quoting.text(row.getString(1)) + ", foreign_key_checks = "
                    + row.getInt(2) + ", lock_wait_timeout = " + row.getLong(3)
                    + (syntax.isMariaDb() ? ", check_constraint_checks = " + row.getInt(4) : "");
        }
    }

    private void readTables() throws SQLException {
        Set<String> names = tablesOf("DATABASE()");
        names.retainAll(tablesOf(Quoting.text(original)));
        for (String name : names) {
            tables.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(name);
        }
    }

    private Set<String> tablesOf(String database) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = " + database + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The tables whose names occur in the statements, in any case, even as names of something else. */
    private Set<String> named(List<String> statements) {
        Set<String> named = new TreeSet<>();
        for (String sql : statements) {
            for (StatementToken token : StatementTokens.of(sql, syntax)) {
                if (token.isName()) {
                    named.addAll(named(token.name()));
                }
            }
        }
        return named;
    }

    private List<String> named(String name) {
        return tables.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    private void copyFirstAndLast(String table, int rows) throws SQLException {
        List<String> key = columns(table, "statistics", "index_name = 'PRIMARY' ORDER BY seq_in_index");
        List<String> columns = columns(table);
        String from = " FROM " + Quoting.name(original) + "." + Quoting.name(table);
        int first = key.isEmpty() ? rows : rows - rows / 2;
        long count = insert(table, columns, list("", columns, ", ") + from + ordered(key, "") + " LIMIT " + first);
        if (count == first && first < rows) {
            Set<String> read = new LinkedHashSet<>(columns);
            read.addAll(key);
            count += insert(
                    table,
                    columns,
                    list("", columns, ", ") + " FROM (SELECT " + list("", read, ", ") + from + ordered(key, " DESC")
                            + " LIMIT " + (rows - first) + ") AS latest WHERE NOT EXISTS (SELECT 1 FROM "
                            + Quoting.name(table) + " AS present WHERE " + equal("present", key, "latest", key) + ")");
        }
        copied.put(table, count);
    }

    private static String ordered(List<String> key, String order) {
        return key.isEmpty() ? "" : " ORDER BY " + list("", key, order + ", ") + order;
    }

    /** The columns that are not generated. */
    private List<String> columns(String table) throws SQLException {
        return columns(table, "columns", "COALESCE(generation_expression, '') = '' ORDER BY ordinal_position");
    }

    private List<String> columns(String table, String view, String condition) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name, column_name FROM information_schema." + view
                + " WHERE table_schema = DATABASE() AND table_name = " + Quoting.text(table) + " AND " + condition)) {
            while (rows.next()) {
                // The comparison may ignore case although two tables differ only in case.
                if (rows.getString(1).equals(table)) {
                    columns.add(rows.getString(2));
                }
            }
        }
        return columns;
    }

    private long insert(String table, List<String> columns, String selected) throws SQLException {
        return statement.executeUpdate(
                "INSERT INTO " + Quoting.name(table) + " (" + list("", columns, ", ") + ") SELECT " + selected);
    }

    private static String list(String prefix, Iterable<String> columns, String separator) {
        List<String> names = new ArrayList<>();
        columns.forEach(column -> names.add(prefix + Quoting.name(column)));
        return String.join(separator, names);
    }

    private static String equal(String left, List<String> leftColumns, String right, List<String> rightColumns) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < leftColumns.size(); i++) {
            conditions.add(left + "." + Quoting.name(leftColumns.get(i)) + " = " + right + "."
                    + Quoting.name(rightColumns.get(i)));
        }
        return String.join(" AND ", conditions);
    }

    private void readReferences() throws SQLException {
        Map<String, Reference> byName = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT table_name, constraint_name, referenced_table_name,"
                + " column_name, referenced_column_name FROM information_schema.key_column_usage"
                + " WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE()"
                + " ORDER BY table_name, constraint_name, ordinal_position")) {
            while (rows.next()) {
                String table = rows.getString(1);
                String referenced = rows.getString(3);
                Reference reference = byName.computeIfAbsent(
                        Quoting.name(table) + rows.getString(2),
                        name -> new Reference(table, new ArrayList<>(), referenced, new ArrayList<>()));
                reference.columns().add(rows.getString(4));
                reference.referencedColumns().add(rows.getString(5));
            }
        }
        references.addAll(byName.values());
    }

    /** Adds the foreign keys that a statement creates. */
    private void addNewReferences(String sql) {
        TableStatement.of(sql, syntax).ifPresent(parsed -> {
            StatementReader words = new StatementReader(parsed.tokens());
            while (!words.isAtEnd()) {
                if (words.skip("FOREIGN", "KEY")) {
                    addReference(parsed.table(), words);
                } else {
                    words.next();
                }
            }
        });
    }

    private void addReference(String table, StatementReader words) {
        words.skipGuard();
        words.name();
        List<String> columns = names(words.group());
        if (!words.skip("REFERENCES")) {
            return;
        }
        String referenced = words.name();
        List<String> referencedColumns = names(words.group());
        if (referenced != null && columns.size() == referencedColumns.size()) {
            for (String child : named(table)) {
                named(referenced)
                        .forEach(parent -> references.add(new Reference(child, columns, parent, referencedColumns)));
            }
        }
    }

    private static List<String> names(List<StatementToken> tokens) {
        return tokens.stream()
                .filter(StatementToken::isName)
                .map(StatementToken::name)
                .toList();
    }

    /** Copies the rows that copied rows refer to, then those that these refer to, and so on. */
    private void copyReferenced() {
        long added = 1;
        for (int i = 0; added > 0 && i < LONGEST_CHAIN; i++) {
            added = 0;
            for (Reference reference : List.copyOf(references)) {
                if (copied.getOrDefault(reference.table(), 0L) > 0) {
                    added += copyReferenced(reference);
                }
            }
        }
        if (added > 0) {
            remarks.add("Not all rows that the copied rows refer to were copied, because a chain of references is"
                    + " longer than " + LONGEST_CHAIN + " rows.");
        }
    }

    private long copyReferenced(Reference reference) {
        String referenced = Quoting.name(reference.referenced());
        try {
            List<String> columns = columns(reference.referenced());
            long count = insert(
                    reference.referenced(),
                    columns,
                    list("parent.", columns, ", ") + " FROM " + Quoting.name(original) + "." + referenced
                            + " AS parent JOIN (SELECT DISTINCT " + list("child.", reference.columns(), ", ") + " FROM "
                            + Quoting.name(reference.table()) + " AS child WHERE "
                            + list("child.", reference.columns(), " IS NOT NULL AND ")
                            + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + referenced + " AS present WHERE "
                            + equal("present", reference.referencedColumns(), "child", reference.columns())
                            + ")) AS missing ON "
                            + equal("parent", reference.referencedColumns(), "missing", reference.columns()));
            copied.merge(reference.referenced(), count, Long::sum);
            return count;
        } catch (SQLException e) {
            references.remove(reference);
            remarks.add("The rows of " + reference.referenced() + " that " + reference.table()
                    + " refers to were not copied: "
                    + MySqlErrorClassifier.INSTANCE.classify(e).text() + ".");
            return 0;
        }
    }
}
