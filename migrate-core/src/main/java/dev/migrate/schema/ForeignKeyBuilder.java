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
     * @param columns the referencing columns
     * @throws IllegalArgumentException if the name is empty
     */
    public ForeignKeyBuilder(String name, List<String> columns) {
        this.name = Require.name("a foreign key", name);
        this.columns = columns;
    }

    /** Starts a foreign key that is named when its table is built. */
    ForeignKeyBuilder(List<String> columns) {
        this.name = null;
        this.columns = columns;
    }

    /**
     * Sets the referenced table and columns.
     *
     * @param table the table
     * @param tableColumns its columns, as many as the referencing columns
     * @return this builder
     */
    public ForeignKeyBuilder references(String table, String... tableColumns) {
        referencedTable = table;
        referencedColumns = List.of(tableColumns);
        return this;
    }

    /**
     * Sets the database of the referenced table, if it is another one.
     *
     * @param schema the database
     * @return this builder
     */
    public ForeignKeyBuilder inSchema(String schema) {
        referencedSchema = schema;
        return this;
    }

    /**
     * Sets the action when the referenced row is deleted; the default is to reject the deletion.
     *
     * @param rule the action
     * @return this builder
     */
    public ForeignKeyBuilder onDelete(ForeignKey.Rule rule) {
        onDelete = rule;
        return this;
    }

    /**
     * Sets the action when the referenced key changes; the default is to reject the change.
     *
     * @param rule the action
     * @return this builder
     */
    public ForeignKeyBuilder onUpdate(ForeignKey.Rule rule) {
        onUpdate = rule;
        return this;
    }

    /**
     * Builds the foreign key.
     *
     * @return the foreign key
     * @throws IllegalArgumentException if {@link #references} was not called, or was called with another number of
     *     columns
     */
    public ForeignKey build() {
        return build(Require.name("a foreign key", name == null ? "" : name));
    }

    /** Builds the foreign key; without a name, it is named by the convention. */
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
                    "Foreign key " + key + " has no referenced table; call references(table, columns).");
        }
        return referencedTable;
    }
}
