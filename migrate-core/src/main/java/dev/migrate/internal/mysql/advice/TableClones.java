package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.internal.mysql.sql.TableText;
import dev.migrate.provider.TableSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Empty clones of tables, in a scratch database, and what the statements of the plan have made of them. A clone has the
 * columns, keys, foreign keys and options of its table; {@code CREATE TABLE ... LIKE} would leave out the foreign keys.
 * Not thread-safe.
 */
final class TableClones {

    private final Connection connection;
    private final OriginalTables originals;
    private final Set<String> cloned = new HashSet<>();
    /** By the present name in lower case: the size of the table before the plan. */
    private final Map<String, TableSize> sizes = new HashMap<>();

    /**
     * Creates no clone yet.
     *
     * @param connection a connection whose current database is the scratch database
     * @param originals the tables of the plan's database
     */
    TableClones(Connection connection, OriginalTables originals) {
        this.connection = connection;
        this.originals = originals;
    }

    /** Clones every table that a statement may name, with the tables that foreign keys connect with it. */
    void prepare(TableStatement statement) throws SQLException {
        for (StatementToken token : statement.tokens()) {
            if (token.isName()) {
                Optional<TableSize> table = originals.find(token.name());
                if (table.isPresent()) {
                    prepare(table.get().table());
                }
            }
        }
    }

    private void prepare(String table) throws SQLException {
        create(table);
        for (String related : originals.relatedTo(table)) {
            create(related);
        }
    }

    private void create(String table) throws SQLException {
        if (!cloned.add(OriginalTables.key(table))) {
            return;
        }
        originals.find(table).ifPresent(size -> sizes.put(OriginalTables.key(table), size));
        String text = definition(table);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String settings = settings(statement);
            // The table may have defaults that a strict mode rejects, and refer to tables without a clone.
            statement.execute("SET SESSION sql_mode = '', foreign_key_checks = 0");
            try {
                statement.execute(text);
            } finally {
                statement.execute(settings);
            }
        }
    }

    private static String settings(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT @@session.sql_mode, @@session.foreign_key_checks")) {
            row.next();
            return "SET SESSION sql_mode = " + Quoting.text(row.getString(1)) + ", foreign_key_checks = "
                    + row.getInt(2);
        }
    }

    /** A foreign key to another database is left out, because the clone must not lock a table of that database. */
    private String definition(String table) throws SQLException {
        String text;
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery(
                        "SHOW CREATE TABLE " + Quoting.name(originals.database()) + "." + Quoting.name(table))) {
            shown.next();
            text = shown.getString(2);
        }
        for (OriginalTables.Reference reference : originals.of(table)) {
            if (reference.otherDatabase() != null) {
                text = TableText.of(text).withoutForeignKey(reference.name()).createTable(table);
            }
        }
        return text;
    }

    /** Returns the size that a table had before the plan. */
    TableSize size(String table) {
        TableSize size = sizes.get(OriginalTables.key(table));
        return size == null ? TableSize.ofNew(table) : size;
    }

    /** Follows the names of tables through a statement that the server has executed. */
    void executed(TableStatement statement) {
        if (statement.kind() == TableStatement.Kind.DROP || statement.kind() == TableStatement.Kind.CREATE) {
            sizes.remove(OriginalTables.key(statement.table()));
            cloned.add(OriginalTables.key(statement.table()));
        }
        for (Map.Entry<String, String> rename : statement.renames()) {
            TableSize size = sizes.remove(OriginalTables.key(rename.getKey()));
            cloned.add(OriginalTables.key(rename.getValue()));
            if (size != null) {
                sizes.put(OriginalTables.key(rename.getValue()), size);
            }
        }
    }
}
