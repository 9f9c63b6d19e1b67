package dev.migrate.model;

import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.DefinitionParser.Feature;
import dev.migrate.schema.Check;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.CheckConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The checks of one table, with the names that the server generates for those without one. A server either keeps the
 * checks of columns with their columns or adds them to those of the table. For a server that ignores checks, there are
 * none.
 */
final class EntityChecks {

    private final DefinitionParser parser;
    private final String table;
    private final List<Check> checks = new ArrayList<>();
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

    void addNamed(List<CheckConstraint> constraints) {
        constraints.stream().filter(CheckConstraint::isNamed).forEach(this::add);
    }

    void addAll(List<CheckConstraint> constraints) {
        constraints.forEach(this::add);
    }

    private void add(CheckConstraint constraint) {
        if (!parser.supports(Feature.CHECK)) {
            return;
        }
        if (constraint.isNamed()) {
            checks.add(new Check(parser.name(constraint.getName()), constraint.getConstraint()));
        } else {
            addUnnamed(constraint.getConstraint());
        }
    }

    private void addUnnamed(@Nullable String condition) {
        if (condition != null) {
            unnamed++;
            checks.add(new Check(parser.checkName(table, unnamed), condition));
        }
    }

    List<Check> ofTable() {
        return checks;
    }
}
