package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.TableChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Unique keys that lose a column, because a change drops it: rows may be equal in the others. Stateless. */
final class ShortenedKeys {

    private static final String PRIMARY = "PRIMARY";

    private ShortenedKeys() {}

    /**
     * Derives the checks.
     *
     * @param connection a connection to the database of the table
     * @param table the name of the table before the plan
     * @param changes the changes that one statement makes to the table
     * @param droppedBefore the names of indexes that earlier statements drop, in lower case
     */
    static List<DataCheck> of(Connection connection, String table, List<TableChange> changes, Set<String> droppedBefore)
            throws SQLException {
        Set<String> columns = new HashSet<>();
        Set<String> indexes = new HashSet<>(droppedBefore);
        for (TableChange change : changes) {
            if (change instanceof DropColumn drop) {
                columns.add(OriginalTables.key(drop.column()));
            }
            indexes.addAll(dropped(change));
        }
        List<DataCheck> checks = new ArrayList<>();
        if (!columns.isEmpty()) {
            uniqueKeys(connection, table).forEach((name, parts) -> {
                List<String> rest = parts.stream()
                        .filter(part -> !columns.contains(part.column()))
                        .map(Part::expression)
                        .toList();
                boolean isShortened = !rest.isEmpty() && rest.size() < parts.size();
                if (isShortened && !indexes.contains(OriginalTables.key(name))) {
                    checks.add(DataCheck.duplicates(
                            "Rows of " + table + " have the same values in the other columns of the key " + name + ".",
                            table,
                            rest));
                }
            });
        }
        return checks;
    }

    /** The name of the index that a change drops, in lower case. */
    static Set<String> dropped(TableChange change) {
        if (change instanceof DropIndex drop) {
            return Set.of(OriginalTables.key(drop.index()));
        }
        return change instanceof DropPrimaryKey ? Set.of(OriginalTables.key(PRIMARY)) : Set.of();
    }

    private record Part(String column, String expression) {}

    private static Map<String, List<Part>> uniqueKeys(Connection connection, String table) throws SQLException {
        Map<String, List<Part>> keys = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT index_name, column_name, sub_part FROM"
                        + " information_schema.statistics WHERE table_schema = DATABASE() AND non_unique = 0"
                        + " AND column_name IS NOT NULL AND table_name = " + Quoting.text(table)
                        + " ORDER BY index_name, seq_in_index")) {
            while (rows.next()) {
                String column = Quoting.name(rows.getString(2));
                int length = rows.getInt(3);
                keys.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(new Part(
                                OriginalTables.key(rows.getString(2)),
                                length == 0 ? column : "LEFT(" + column + ", " + length + ")"));
            }
        }
        return keys;
    }
}
