package dev.migrate.test.assertj;

import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a schema. Not thread-safe. */
public final class SchemaAssert extends AbstractAssert<SchemaAssert, Schema> {

    SchemaAssert(Schema actual) {
        super(actual, SchemaAssert.class);
    }

    /**
     * Verifies that a table exists.
     *
     * @param name the exact name of the table
     * @return assertions about the table
     */
    public TableAssert hasTable(String name) {
        isNotNull();
        Table table = actual.table(name)
                .orElseThrow(() -> failure("Expected a table %s, but the schema has the tables %s.", name, tables()));
        return new TableAssert(table);
    }

    /**
     * Verifies that a table does not exist.
     *
     * @param name the exact name of the table
     * @return this
     */
    public SchemaAssert doesNotHaveTable(String name) {
        isNotNull();
        if (actual.table(name).isPresent()) {
            throw failure("Expected no table %s, but the schema has the tables %s.", name, tables());
        }
        return this;
    }

    /**
     * Verifies that a view exists.
     *
     * @param name the exact name of the view
     * @return this
     */
    public SchemaAssert hasView(String name) {
        isNotNull();
        List<String> views = actual.views().stream().map(View::name).toList();
        if (!views.contains(name)) {
            throw failure("Expected a view %s, but the schema has the views %s.", name, views);
        }
        return this;
    }

    private List<String> tables() {
        return actual.tables().stream().map(Table::name).toList();
    }
}
