package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Builds a {@link Schema}. Not thread-safe. */
public final class SchemaBuilder {

    private Encoding encoding = Encoding.INHERITED;
    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Trigger> triggers = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<ScheduledEvent> events = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();

    SchemaBuilder() {}

    /**
     * Sets the default character set and collation of the database.
     *
     * @param databaseEncoding the encoding
     * @return this builder
     */
    public SchemaBuilder encoding(Encoding databaseEncoding) {
        encoding = databaseEncoding;
        return this;
    }

    /**
     * Adds a table.
     *
     * @param name the name
     * @param definition defines the columns, keys and options
     * @return this builder
     */
    public SchemaBuilder table(String name, Consumer<TableBuilder> definition) {
        TableBuilder builder = new TableBuilder(name);
        definition.accept(builder);
        return table(builder.build());
    }

    /**
     * Adds a table.
     *
     * @param table the table
     * @return this builder
     */
    public SchemaBuilder table(Table table) {
        tables.add(table);
        return this;
    }

    /**
     * Adds a view.
     *
     * @param view the view
     * @return this builder
     */
    public SchemaBuilder view(View view) {
        views.add(view);
        return this;
    }

    /**
     * Adds a trigger that runs after the existing ones.
     *
     * @param trigger the trigger
     * @return this builder
     */
    public SchemaBuilder trigger(Trigger trigger) {
        triggers.add(trigger);
        return this;
    }

    /**
     * Adds a procedure or a function.
     *
     * @param routine the routine
     * @return this builder
     */
    public SchemaBuilder routine(Routine routine) {
        routines.add(routine);
        return this;
    }

    /**
     * Adds an event.
     *
     * @param event the event
     * @return this builder
     */
    public SchemaBuilder event(ScheduledEvent event) {
        events.add(event);
        return this;
    }

    /**
     * Adds a sequence.
     *
     * @param sequence the sequence
     * @return this builder
     */
    public SchemaBuilder sequence(Sequence sequence) {
        sequences.add(sequence);
        return this;
    }

    /**
     * Builds the schema.
     *
     * @return the schema
     */
    public Schema build() {
        return new Schema(encoding, tables, views, triggers, routines, events, sequences, List.of());
    }
}
