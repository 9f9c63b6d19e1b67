package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.DataFinding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search for rows that make a change fail, or that it alters. Immutable.
 *
 * @param kind what it finds
 * @param description the rows, as a complete sentence
 * @param isFatal whether the change fails because of them
 * @param table the table
 * @param condition the condition that holds for the rows, in SQL
 * @param keys the expressions that are equal in duplicates; empty for other kinds
 */
record DataCheck(
        DataFinding.Kind kind, String description, boolean isFatal, String table, String condition, List<String> keys) {

    static DataCheck ofRows(
            DataFinding.Kind kind, String description, boolean isFatal, String table, String condition) {
        return new DataCheck(kind, description, isFatal, table, condition, List.of());
    }

    /** Returns a search for rows that are equal in all of these expressions, and NULL in none. */
    static DataCheck duplicates(String description, String table, List<String> keys) {
        return new DataCheck(
                DataFinding.Kind.DUPLICATES,
                description,
                true,
                table,
                keys.stream().map(each -> each + " IS NOT NULL").collect(Collectors.joining(" AND ")),
                keys);
    }

    /** Returns the query that lists the rows, or the keys that occur more than once. */
    String listing() {
        return keys.isEmpty()
                ? "SELECT * FROM " + Quoting.name(table) + " WHERE " + condition
                : "SELECT " + keyList() + ", COUNT(*) " + groups();
    }

    /** Returns the query that counts them. */
    String counting() {
        return keys.isEmpty()
                ? "SELECT COUNT(*) FROM " + Quoting.name(table) + " WHERE " + condition
                : "SELECT COUNT(*) FROM (SELECT 1 " + groups() + ") groups_of_rows";
    }

    /**
     * Returns the query that finds one of them.
     *
     * @param primaryKey the quoted columns of the primary key; empty if there is none
     */
    String example(List<String> primaryKey) {
        if (!keys.isEmpty()) {
            return "SELECT " + keyList() + " " + groups() + " LIMIT 1";
        }
        String key = String.join(", ", primaryKey);
        return "SELECT " + (primaryKey.isEmpty() ? "*" : key) + " FROM " + Quoting.name(table) + " WHERE " + condition
                + (primaryKey.isEmpty() ? "" : " ORDER BY " + key) + " LIMIT 1";
    }

    private String keyList() {
        return String.join(", ", keys);
    }

    private String groups() {
        return "FROM " + Quoting.name(table) + " WHERE " + condition + " GROUP BY " + keyList()
                + " HAVING COUNT(*) > 1";
    }
}
