package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.TableSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the database of a plan, with their sizes and foreign keys. Immutable.
 *
 * @param database the name of the database
 * @param tables the sizes by name in lower case
 * @param foreignKeys the foreign keys
 */
record OriginalTables(String database, Map<String, TableSize> tables, List<Reference> foreignKeys) {

    /**
     * A foreign key between two tables.
     *
     * @param name the name of the constraint
     * @param table the table that has it
     * @param otherDatabase the database of the referenced table if it is another one, or null
     * @param referenced the referenced table
     */
    record Reference(String name, String table, @Nullable String otherDatabase, String referenced) {}

    /** Reads them with two queries, whatever the current database of the connection is. */
    static OriginalTables read(Connection connection, String database) throws SQLException {
        return new OriginalTables(
                database,
                FreshStatistics.read(connection, () -> sizes(connection, database)),
                references(connection, database));
    }

    private static Map<String, TableSize> sizes(Connection connection, String database) throws SQLException {
        Map<String, TableSize> sizes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name, table_rows, data_length + index_length"
                        + " FROM information_schema.tables WHERE table_schema = " + Quoting.text(database)
                        + " AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')")) {
            while (rows.next()) {
                String name = rows.getString(1);
                sizes.put(key(name), new TableSize(name, rows.getLong(2), rows.getLong(3), false));
            }
        }
        return sizes;
    }

    private static List<Reference> references(Connection connection, String database) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT constraint_name, table_name, unique_constraint_schema,"
                        + " referenced_table_name FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema = " + Quoting.text(database) + " ORDER BY 2, 1")) {
            while (rows.next()) {
                String other = rows.getString(3);
                references.add(new Reference(
                        rows.getString(1),
                        rows.getString(2),
                        other == null || other.equalsIgnoreCase(database) ? null : other,
                        rows.getString(4)));
            }
        }
        return references;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Optional<TableSize> find(String name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /** The foreign keys of a table. */
    List<Reference> of(String table) {
        return foreignKeys.stream()
                .filter(reference -> reference.table().equalsIgnoreCase(table))
                .toList();
    }

    /** The tables that a foreign key connects with a table, in either direction. */
    List<String> relatedTo(String table) {
        Map<String, String> related = new LinkedHashMap<>();
        for (Reference reference : foreignKeys) {
            if (reference.otherDatabase() == null) {
                if (reference.table().equalsIgnoreCase(table)) {
                    related.put(key(reference.referenced()), reference.referenced());
                } else if (reference.referenced().equalsIgnoreCase(table)) {
                    related.put(key(reference.table()), reference.table());
                }
            }
        }
        related.remove(key(table));
        return List.copyOf(related.values());
    }
}
