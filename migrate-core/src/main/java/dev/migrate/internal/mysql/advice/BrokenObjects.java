package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.advice.DependentObject.Use;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.internal.mysql.sql.TableText;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DataFinding.Kind;
import dev.migrate.provider.StatementAdvice;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what still uses a column or a table that a plan drops or renames: views, triggers, routines and events, which no
 * server checks when the statement runs, and generated columns, checks and keys, because of which it rejects the statement.
 * Not thread-safe.
 */
final class BrokenObjects {

    private final Connection connection;
    private final SqlSyntax syntax;
    private final OriginalTables originals;
    private final List<StatementAdvice> statements;
    private final List<Optional<TableStatement>> parsed;
    /** By the present name in lower case: the name before the plan. */
    private final Map<String, String> names = new HashMap<>();

    private final Set<DependentObject> reported = new HashSet<>();
    private final CreatedNames created;
    private @Nullable DependentObjects objects;

    /**
     * Prepares a search.
     *
     * @param connection a connection to the server
     * @param syntax the syntax of the statements
     * @param originals the tables of the database
     * @param statements the statements of the plan, in order
     */
    BrokenObjects(Connection connection, SqlSyntax syntax, OriginalTables originals, List<StatementAdvice> statements) {
        this.connection = connection;
        this.syntax = syntax;
        this.created =
                CreatedNames.of(statements.stream().map(StatementAdvice::sql).toList(), syntax);
        this.originals = originals;
        this.statements = statements;
        this.parsed = statements.stream()
                .map(statement -> TableStatement.of(statement.sql(), syntax))
                .toList();
    }

    /** Returns the statements with these findings in addition. */
    List<StatementAdvice> find() throws SQLException {
        List<StatementAdvice> found = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            StatementAdvice advice = statements.get(i);
            List<DataFinding> findings = new ArrayList<>(advice.findings());
            if (parsed.get(i).isPresent()) {
                TableStatement statement = parsed.get(i).get();
                findings.addAll(find(statement, advice.rejection()));
                follow(statement);
            }
            found.add(advice.findings(findings));
        }
        return found;
    }

    private String original(String table) {
        return names.getOrDefault(OriginalTables.key(table), table);
    }

    private void follow(TableStatement statement) {
        for (Map.Entry<String, String> rename : statement.renames()) {
            String before = original(rename.getKey());
            names.remove(OriginalTables.key(rename.getKey()));
            names.put(OriginalTables.key(rename.getValue()), before);
        }
    }

    private List<DataFinding> find(TableStatement statement, @Nullable String rejection) throws SQLException {
        RemovedNames removed = RemovedNames.of(statement);
        String table = original(statement.table());
        List<DataFinding> findings = new ArrayList<>();
        if (rejection != null) {
            List<String> columns = new ArrayList<>(removed.columns());
            columns.addAll(removed.definitions());
            for (String column : columns) {
                findings.addAll(usersOf(table, column, rejection));
            }
            return findings;
        }
        for (String each : removed.tables()) {
            if (originals.find(original(each)).isPresent() && !created.hasTable(each)) {
                findings.addAll(broken(original(each), null));
            }
        }
        for (String column : removed.columns()) {
            if (originals.find(table).isPresent() && !created.hasColumn(statement.table(), column)) {
                findings.addAll(broken(table, column));
            }
        }
        return findings;
    }

    /** What no longer works, unless the plan drops or replaces it. */
    private List<DataFinding> broken(String table, @Nullable String column) throws SQLException {
        if (objects == null) {
            objects = DependentObjects.read(connection, originals.database(), syntax);
        }
        List<DataFinding> findings = new ArrayList<>();
        for (DependentObject object : objects.containing(column == null ? table : column)) {
            Use use = column == null ? object.usesTable(table) : object.usesColumn(table, column);
            boolean isDroppedWithTable = column == null && table.equalsIgnoreCase(object.ofTable());
            if (use != Use.NONE && !isDroppedWithTable) {
                String what = column == null ? table : table + "." + column;
                findings.addAll(broken(object, what, use, objects));
            }
        }
        return findings;
    }

    private List<DataFinding> broken(DependentObject object, String what, Use use, DependentObjects all) {
        if (created.hasObject(object.kind(), object.name()) || !reported.add(object)) {
            return List.of();
        }
        List<DataFinding> findings = new ArrayList<>();
        findings.add(finding(object, what, use));
        if (object.kind().equals(DependentObject.VIEW)) {
            for (DependentObject other : all.containing(object.name())) {
                Use ofView = other.usesTable(object.name());
                if (ofView != Use.NONE) {
                    findings.addAll(broken(other, object.name(), ofView, all));
                }
            }
        }
        return findings;
    }

    private static DataFinding finding(DependentObject object, String what, Use use) {
        String name = "The " + object.kind().toLowerCase(Locale.ROOT) + " " + object.name();
        return new DataFinding(
                Kind.BROKEN_OBJECT,
                use == Use.CERTAIN
                        ? name + " uses " + what + ", and fails afterwards."
                        : name + " contains the name of " + what + ". If it uses it, it fails afterwards.",
                false,
                1L,
                object.name(),
                "SHOW CREATE " + object.kind() + " " + Quoting.name(object.name()),
                false);
    }

    /** What else in the table uses a column of which the server has rejected the change. */
    private List<DataFinding> usersOf(String table, String column, String rejection) throws SQLException {
        boolean isAboutColumn = rejection.contains("'" + column + "'") || rejection.contains("foreign key");
        if (!isAboutColumn || originals.find(table).isEmpty()) {
            return List.of();
        }
        List<String> users = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(
                        "SHOW CREATE TABLE " + Quoting.name(originals.database()) + "." + Quoting.name(table))) {
            shown.next();
            users.addAll(TableText.of(shown.getString(2)).dependentOn(column));
        }
        users.addAll(referencesTo(table, column));
        List<DataFinding> findings = new ArrayList<>();
        for (String user : users) {
            findings.add(new DataFinding(
                    Kind.USED_COLUMN,
                    "The column " + table + "." + column + " is still used: " + user + ".",
                    true,
                    1L,
                    null,
                    "SHOW CREATE TABLE " + Quoting.name(table),
                    false));
        }
        return findings;
    }

    private List<String> referencesTo(String table, String column) throws SQLException {
        List<String> users = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT constraint_name, table_name FROM"
                        + " information_schema.key_column_usage WHERE referenced_table_schema = "
                        + Quoting.text(originals.database()) + " AND referenced_table_name = " + Quoting.text(table)
                        + " AND referenced_column_name = " + Quoting.text(column) + " ORDER BY 2, 1")) {
            while (rows.next()) {
                users.add("foreign key " + rows.getString(1) + " of " + rows.getString(2));
            }
        }
        return users;
    }
}
