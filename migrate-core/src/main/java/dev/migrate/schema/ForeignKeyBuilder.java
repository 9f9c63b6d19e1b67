package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link ForeignKey}. Not thread-safe. */
public final class ForeignKeyBuilder {

    private final @Nullable String name;
    private final List<String> columns;
    private @Nullable String referencedSchema;
    private String referencedTable = "";
    private List<String> referencedColumns = List.of();
    private ForeignKey.Rule onDelete = ForeignKey.Rule.RESTRICT;
    private ForeignKey.Rule onUpdate = ForeignKey.Rule.RESTRICT;

    /**
     * Starts a foreign key.
     *
     * @param name the name of the constraint
     * @param columns the columns that refer
     * @throws IllegalArgumentException if the name is empty
     */
    public ForeignKeyBuilder(String name, List<String> columns) {
        this.name = Require.name("a foreign key", name);
        this.columns = columns;
    }

    /** Starts a foreign key that gets its name when its table is built. */
    ForeignKeyBuilder(List<String> columns) {
        this.name = null;
        this.columns = columns;
    }

    /**
     * Says what is referred to.
     *
     * @param table the table
     * @param tableColumns its columns, as many as refer
     * @return this builder
     */
    public ForeignKeyBuilder references(String table, String... tableColumns) {
        referencedTable = table;
        referencedColumns = List.of(tableColumns);
        return this;
    }

    /**
     * Says that the table that is referred to is in another database.
     *
     * @param schema the database
     * @return this builder
     */
    public ForeignKeyBuilder inSchema(String schema) {
        referencedSchema = schema;
        return this;
    }

    /**
     * Says what happens when the row that is referred to is deleted; without it, that is refused.
     *
     * @param rule the rule
     * @return this builder
     */
    public ForeignKeyBuilder onDelete(ForeignKey.Rule rule) {
        onDelete = rule;
        return this;
    }

    /**
     * Says what happens when the key that is referred to changes; without it, that is refused.
     *
     * @param rule the rule
     * @return this builder
     */
    public ForeignKeyBuilder onUpdate(ForeignKey.Rule rule) {
        onUpdate = rule;
        return this;
    }

    /**
     * Builds the foreign key as it stands now.
     *
     * @return the foreign key
     * @throws IllegalArgumentException if {@link #references} was not called, or with another number of columns
     */
    public ForeignKey build() {
        return build(Require.name("a foreign key", name == null ? "" : name));
    }

    /** Builds the foreign key; one that has no name yet is named after its columns and what they refer to. */
    ForeignKey build(String table, KeyNames names) {
        return build(name == null ? names.foreignKey(table, columns, referenced("on " + columns)) : name);
    }

    private ForeignKey build(String keyName) {
        return new ForeignKey(
                keyName, columns, referencedSchema, referenced(keyName), referencedColumns, onDelete, onUpdate);
    }

    private String referenced(String key) {
        if (referencedTable.isEmpty()) {
            throw new IllegalArgumentException(
                    "Foreign key " + key + " does not say what it refers to; call references(table, columns).");
        }
        return referencedTable;
    }
}
