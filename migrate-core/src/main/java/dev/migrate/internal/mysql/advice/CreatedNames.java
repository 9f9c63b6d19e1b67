package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.ObjectWords;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.internal.mysql.sql.TableStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names that statements create, rename to, or replace. Immutable.
 *
 * @param names the kinds and names, in lower case
 */
record CreatedNames(Set<String> names) {

    private static final String TABLE = "TABLE";
    private static final String COLUMN = "COLUMN";

    /** Reads them from the statements of a plan. */
    static CreatedNames of(List<String> statements, SqlSyntax syntax) {
        Set<String> names = new HashSet<>();
        for (String sql : statements) {
            TableStatement.of(sql, syntax).ifPresentOrElse(table -> add(table, names), () -> add(sql, syntax, names));
        }
        return new CreatedNames(names);
    }

    private static void add(TableStatement statement, Set<String> names) {
        if (statement.kind() == TableStatement.Kind.CREATE) {
            names.add(key(TABLE, statement.table()));
        }
        statement.renames().forEach(rename -> names.add(key(TABLE, rename.getValue())));
        RemovedNames.of(statement).added().forEach(column -> names.add(key(COLUMN, statement.table(), column)));
    }

    private static void add(String sql, SqlSyntax syntax, Set<String> names) {
        StatementReader words = new StatementReader(StatementTokens.of(sql, syntax));
        if (!words.skipAny("CREATE", "ALTER", "DROP")) {
            return;
        }
        words.skip("OR", "REPLACE");
        ObjectWords.skipModifiers(words);
        String kind = ObjectWords.kind(words);
        words.skipGuard();
        do {
            names.add(key(kind, String.valueOf(words.name())));
        } while (!kind.isEmpty() && words.skipSign(','));
    }

    private static String key(String... parts) {
        return OriginalTables.key(String.join(" ", parts));
    }

    /** Whether a statement creates, changes or drops a view, a trigger, a routine or an event. */
    boolean hasObject(String kind, String name) {
        return names.contains(key(kind, name));
    }

    /** Whether a statement creates a table or a view with the name, for instance a view instead of a table. */
    boolean hasTable(String name) {
        return names.contains(key(TABLE, name)) || hasObject(DependentObject.VIEW, name);
    }

    /** Whether a statement adds a column, or renames one to this name. */
    boolean hasColumn(String table, String column) {
        return names.contains(key(COLUMN, table, column));
    }
}
