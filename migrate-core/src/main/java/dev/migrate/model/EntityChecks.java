package dev.migrate.model;

import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.DefinitionParser.CheckDefinition;
import dev.migrate.provider.DefinitionParser.Feature;
import dev.migrate.schema.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one table, with the names that the server generates for those without one. A server either keeps the
 * checks of columns with their columns or adds them to those of the table. For a server that ignores checks, there are
 * none.
 */
final class EntityChecks {

    private final DefinitionParser parser;
    private final String table;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private int unnamed;

    EntityChecks(DefinitionParser parser, String table) {
        this.parser = parser;
        this.table = table;
    }

    /** Adds the conditions of a column, and returns what stays with the column. */
    @Nullable
    String ofColumn(@Nullable String defined, @Nullable String mapped) {
        if (!parser.supports(Feature.CHECK)) {
            return null;
        }
        if (parser.supports(Feature.COLUMN_CHECK)) {
            return defined == null || mapped == null
                    ? (mapped == null ? defined : mapped)
                    : "(" + defined + ") and (" + mapped + ")";
        }
        addUnnamed(defined);
        addUnnamed(mapped);
        return null;
    }

    private void addUnnamed(@Nullable String condition) {
        if (condition != null) {
            add(new CheckDefinition(null, condition, true));
        }
    }

    /** Adds constraints as CREATE TABLE contains them. */
    void add(String sql) {
        if (parser.supports(Feature.CHECK)) {
            parser.checks(sql).forEach(this::add);
        }
    }

    /** A check of a column may be repeated among those of the table. */
    private void add(CheckDefinition check) {
        String name = check.name();
        if (name == null) {
            unnamed++;
            name = parser.checkName(table, unnamed);
        }
        checks.put(name, new Check(name, check.expression(), check.isEnforced()));
    }

    List<Check> ofTable() {
        return List.copyOf(checks.values());
    }
}
