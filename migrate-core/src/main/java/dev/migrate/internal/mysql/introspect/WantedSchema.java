package dev.migrate.internal.mysql.introspect;

import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Brings a wanted schema into the form in which it can be compared with the one that was read: the canonical form, with
 * expressions in the server's own words.
 *
 * <p>The server is asked about expressions only where a table differs from the one that is there: its own words do not
 * change when they are said again.
 */
public final class WantedSchema {

    private WantedSchema() {}

    /**
     * Brings a schema into that form.
     *
     * @param connection a connection whose database is compared
     * @param form the canonical form of that database
     * @param wanted the schema, with what it leaves to the database filled in
     * @param actual the schema of the database
     * @param renamedTables the new names of tables by their old ones; these are compared, too
     * @param create writes a table as {@code CREATE TABLE}
     * @return the wanted schema in canonical form
     * @throws dev.migrate.error.SchemaNotReadableException if the server refuses a table
     */
    public static Schema inServersWords(
            Connection connection,
            CanonicalForm form,
            Schema wanted,
            Schema actual,
            Map<String, String> renamedTables,
            Function<Table, String> create) {
        Map<String, Table> there = new HashMap<>();
        actual.tables().forEach(table -> there.put(renamedTables.getOrDefault(table.name(), table.name()), table));
        List<Table> tables = new ArrayList<>();
        List<Table> differing = new ArrayList<>();
        for (Table table : wanted.tables()) {
            Table canonical = form.of(table);
            Table other = there.get(table.name());
            if (other == null) {
                tables.add(canonical);
            } else if (canonical.equals(other)) {
                // The very same, so that nobody has to compare the two once more.
                tables.add(other);
            } else {
                differing.add(canonical);
            }
        }
        ExpressionRewriter.rewrite(connection, differing, create).stream()
                .map(form::of)
                .forEach(tables::add);
        return form.with(wanted, tables);
    }
}
