package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.sql.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes scalar expressions that describe an object of the current database, or are null if it does not exist. They are
 * part of other statements, and so use {@code information_schema} rather than {@code SHOW}.
 *
 * <p>Each filters by schema and name, so that the server looks at one table: measured, 0.1 to 0.4 ms each.
 */
final class CatalogExpressions {

    private static final String HERE = " WHERE TABLE_SCHEMA = DATABASE()";
    private static final String COLUMN_FACTS = "COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, QUOTE(COLUMN_DEFAULT), EXTRA,"
            + " COLLATION_NAME, QUOTE(COLUMN_COMMENT), QUOTE(GENERATION_EXPRESSION)";
    private static final String INDEX_FACTS = "INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, QUOTE(COLUMN_NAME),"
            + " QUOTE(SUB_PART), QUOTE(COLLATION), INDEX_TYPE, QUOTE(INDEX_COMMENT)";
    private static final String KEY_FACTS = "CONSTRAINT_NAME, ORDINAL_POSITION, QUOTE(COLUMN_NAME),"
            + " QUOTE(REFERENCED_TABLE_NAME), QUOTE(REFERENCED_COLUMN_NAME)";
    private static final String TABLE_FACTS =
            "TABLE_NAME, TABLE_TYPE, ENGINE, ROW_FORMAT, TABLE_COLLATION, CREATE_OPTIONS, QUOTE(TABLE_COMMENT)";

    private static final String VIEW_FACTS = "TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION, DEFINER, SECURITY_TYPE";
    private static final String TRIGGER_FACTS = "TRIGGER_NAME, ACTION_TIMING, EVENT_MANIPULATION, EVENT_OBJECT_TABLE,"
            + " ACTION_STATEMENT, DEFINER, SQL_MODE";
    private static final String ROUTINE_FACTS =
            "ROUTINE_TYPE, ROUTINE_NAME, QUOTE(ROUTINE_DEFINITION), SQL_DATA_ACCESS,"
                    + " SECURITY_TYPE, DEFINER, SQL_MODE, QUOTE(ROUTINE_COMMENT)";
    private static final String EVENT_FACTS = "EVENT_DEFINITION, DEFINER, SQL_MODE, STATUS,"
            + " QUOTE(INTERVAL_VALUE), QUOTE(STARTS), QUOTE(EXECUTE_AT), ON_COMPLETION, QUOTE(EVENT_COMMENT)";

    private CatalogExpressions() {}

    /** A table, or a view, for its existence. */
    static String existence(String table) {
        return "(SELECT TABLE_TYPE FROM information_schema.TABLES" + HERE + table(table) + ")";
    }

    /** A condition on an existing table: true or false, or null if the table does not exist. */
    static String hasColumns(String table, List<String> columns) {
        return "SELECT IF(COUNT(*) = 0, NULL, SUM(COLUMN_NAME IN (" + texts(columns) + ")) = " + columns.size()
                + ") FROM information_schema.COLUMNS" + HERE + table(table);
    }

    private static String texts(List<String> names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            texts.add(Quoting.text(name));
        }
        return String.join(", ", texts);
    }

    static String column(String table, String column) {
        return oneColumn(COLUMN_FACTS, table, column);
    }

    /** A column with its position. */
    static String columnWithPosition(String table, String column) {
        return oneColumn("ORDINAL_POSITION, " + COLUMN_FACTS, table, column);
    }

    static String index(String table, String index) {
        return all(INDEX_FACTS, "STATISTICS", HERE + table(table) + " AND INDEX_NAME = " + Quoting.text(index));
    }

    /** The names of the indexes that have exactly these columns. */
    static String indexesOn(String table, List<String> columns) {
        return namesOn("INDEX_NAME", "SEQ_IN_INDEX", "STATISTICS", HERE + table(table), columns);
    }

    /** The names of the foreign keys that have exactly these columns. */
    static String foreignKeysOn(String table, List<String> columns) {
        String where = HERE + table(table) + " AND REFERENCED_TABLE_NAME IS NOT NULL";
        return namesOn("CONSTRAINT_NAME", "ORDINAL_POSITION", "KEY_COLUMN_USAGE", where, columns);
    }

    private static String namesOn(String name, String position, String view, String where, List<String> columns) {
        String quoted = "GROUP_CONCAT(QUOTE(COLUMN_NAME) ORDER BY " + position + ")";
        String wanted = columns.stream()
                .map(column -> "QUOTE(" + Quoting.text(column) + ")")
                .collect(Collectors.joining(", ", "CONCAT_WS(',', ", ")"));
        return "(SELECT GROUP_CONCAT(QUOTE(name) ORDER BY name) FROM (SELECT " + name + " AS name, " + quoted
                + " AS columns FROM information_schema." + view + where + " GROUP BY " + name
                + ") AS keys_of_table WHERE CONVERT(columns USING utf8mb4) = " + wanted + ")";
    }

    /** A foreign key or a check. */
    static String constraint(String table, String constraint) {
        return "(SELECT GROUP_CONCAT(CONSTRAINT_TYPE) FROM information_schema.TABLE_CONSTRAINTS" + HERE + table(table)
                + " AND CONSTRAINT_NAME = " + Quoting.text(constraint)
                + " AND CONSTRAINT_TYPE IN ('FOREIGN KEY', 'CHECK'))";
    }

    static String view(String view) {
        return all(VIEW_FACTS, "VIEWS", HERE + table(view));
    }

    static String trigger(String trigger) {
        return all(
                TRIGGER_FACTS,
                "TRIGGERS",
                " WHERE TRIGGER_SCHEMA = DATABASE() AND TRIGGER_NAME = " + Quoting.text(trigger));
    }

    static String routine(String kind, String routine) {
        return all(
                ROUTINE_FACTS,
                "ROUTINES",
                " WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = " + Quoting.text(kind) + " AND ROUTINE_NAME = "
                        + Quoting.text(routine));
    }

    /** An event without its name, which a rename changes. */
    static String event(String event) {
        return all(EVENT_FACTS, "EVENTS", " WHERE EVENT_SCHEMA = DATABASE() AND EVENT_NAME = " + Quoting.text(event));
    }

    /** A partition with its description; null if there is none of this name. */
    static String partition(String table, String partition) {
        return "(SELECT MAX(CONCAT_WS('|', PARTITION_NAME, QUOTE(PARTITION_DESCRIPTION)))"
                + " FROM information_schema.PARTITIONS" + HERE + table(table) + " AND PARTITION_NAME = "
                + Quoting.text(partition) + ")";
    }

    /** All partitions of a table; null if it has none. */
    static String partitions(String table) {
        return all(
                "PARTITION_METHOD, PARTITION_EXPRESSION, PARTITION_NAME, QUOTE(PARTITION_DESCRIPTION)",
                "PARTITIONS",
                HERE + table(table) + " AND PARTITION_NAME IS NOT NULL");
    }

    /** The columns of {@code information_schema.TABLES} for some options. */
    static String option(String table, String columns) {
        return "(SELECT CONCAT_WS('|', " + columns + ") FROM information_schema.TABLES" + HERE + table(table) + ")";
    }

    /** A table or a view without its name and those of its constraints, which a rename may change. */
    static String content(String table) {
        String where = HERE + table(table);
        return "(SELECT SHA2(CONCAT_WS('|', TABLE_TYPE, ENGINE, ROW_FORMAT, TABLE_COLLATION, CREATE_OPTIONS,"
                + " QUOTE(TABLE_COMMENT), IFNULL(" + all("ORDINAL_POSITION, " + COLUMN_FACTS, "COLUMNS", where)
                + ", ''), IFNULL(" + all(INDEX_FACTS, "STATISTICS", where)
                + ", '')), 256) FROM information_schema.TABLES" + where + ")";
    }

    /** Everything about a table. */
    static String whole(String table) {
        String where = HERE + table(table);
        return digest(
                all(TABLE_FACTS, "TABLES", where),
                all("TABLE_NAME, ORDINAL_POSITION, " + COLUMN_FACTS, "COLUMNS", where),
                all("TABLE_NAME, " + INDEX_FACTS, "STATISTICS", where),
                all("TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE", "TABLE_CONSTRAINTS", where),
                all("TABLE_NAME, " + KEY_FACTS, "KEY_COLUMN_USAGE", where),
                all("TABLE_NAME, QUOTE(PARTITION_NAME), QUOTE(PARTITION_DESCRIPTION)", "PARTITIONS", where));
    }

    private static String oneColumn(String facts, String table, String column) {
        return "(SELECT SHA2(CONCAT_WS('|', " + facts + "), 256) FROM information_schema.COLUMNS" + HERE + table(table)
                + " AND COLUMN_NAME = " + Quoting.text(column) + ")";
    }

    /** GROUP_CONCAT truncates at group_concat_max_len, which is large enough in the session of a migration. */
    private static String all(String facts, String view, String where) {
        String row = "CONCAT_WS('|', " + facts + ")";
        return "(SELECT SHA2(GROUP_CONCAT(" + row + " ORDER BY " + row + " SEPARATOR '\\n'), 256)"
                + " FROM information_schema." + view + where + ")";
    }

    private static String digest(String... parts) {
        return "SHA2(CONCAT_WS('|', IFNULL(" + String.join(", ''), IFNULL(", parts) + ", '')), 256)";
    }

    private static String table(String name) {
        return " AND TABLE_NAME = " + Quoting.text(name);
    }
}
