package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is before the plan. Immutable.
 *
 * @param name its name
 * @param columns its columns by name in lower case
 * @param primaryKey the quoted columns of its primary key
 */
record CurrentTable(String name, Map<String, CurrentColumn> columns, List<String> primaryKey) {

    /**
     * A column.
     *
     * @param name its name
     * @param type the name of its type in lower case, without arguments
     * @param isNullable whether it allows NULL
     * @param charset its character set, or null
     */
    record CurrentColumn(
            String name,
            String type,
            boolean isNullable,
            @Nullable String charset) {}

    static CurrentTable read(Connection connection, String name) throws SQLException {
        Map<String, CurrentColumn> columns = new LinkedHashMap<>();
        List<String> primaryKey = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT column_name, data_type, is_nullable,"
                        + " character_set_name, column_key FROM information_schema.columns WHERE table_schema ="
                        + " DATABASE() AND table_name = " + Quoting.text(name) + " ORDER BY ordinal_position")) {
            while (rows.next()) {
                String column = rows.getString(1);
                columns.put(
                        OriginalTables.key(column),
                        new CurrentColumn(
                                column,
                                OriginalTables.key(rows.getString(2)),
                                rows.getString(3).equals("YES"),
                                rows.getString(4)));
                if (rows.getString(5).equals("PRI")) {
                    primaryKey.add(Quoting.name(column));
                }
            }
        }
        return new CurrentTable(name, columns, primaryKey);
    }

    @Nullable
    CurrentColumn column(String column) {
        return columns.get(OriginalTables.key(column));
    }

    boolean has(List<String> names) {
        return names.stream().allMatch(column -> column(column) != null);
    }
}
