package dev.migrate.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The schema of a database. Objects are sorted by name; triggers keep the order in which they run.
 *
 * @param encoding the default character set and collation of the database
 * @param tables the tables
 * @param views the views
 * @param triggers the triggers
 * @param routines the procedures and functions
 * @param events the events
 * @param sequences the sequences
 * @param omissions what could not be read, and what is not compared
 */
public record Schema(
        Encoding encoding,
        List<Table> tables,
        List<View> views,
        List<Trigger> triggers,
        List<Routine> routines,
        List<ScheduledEvent> events,
        List<Sequence> sequences,
        List<Omission> omissions) {

    /** Copies and sorts the lists. */
    public Schema {
        Objects.requireNonNull(encoding, "encoding");
        tables = sorted(tables, Comparator.comparing(Table::name));
        views = sorted(views, Comparator.comparing(View::name));
        triggers = sorted(
                triggers,
                Comparator.comparing(Trigger::table)
                        .thenComparing(Trigger::event)
                        .thenComparing(Trigger::timing));
        routines = sorted(routines, Comparator.comparing(Routine::name).thenComparing(Routine::kind));
        events = sorted(events, Comparator.comparing(ScheduledEvent::name));
        sequences = sorted(sequences, Comparator.comparing(Sequence::name));
        omissions = sorted(
                omissions,
                Comparator.comparing(Omission::kind)
                        .thenComparing(Omission::name)
                        .thenComparing(omission -> String.valueOf(omission.attribute())));
    }

    /**
     * Creates a schema that contains everything, without sequences.
     *
     * @param encoding see {@link #encoding()}
     * @param tables see {@link #tables()}
     * @param views see {@link #views()}
     * @param triggers see {@link #triggers()}
     * @param routines see {@link #routines()}
     * @param events see {@link #events()}
     */
    public Schema(
            Encoding encoding,
            List<Table> tables,
            List<View> views,
            List<Trigger> triggers,
            List<Routine> routines,
            List<ScheduledEvent> events) {
        this(encoding, tables, views, triggers, routines, events, List.of(), List.of());
    }

    private static <T> List<T> sorted(List<T> things, Comparator<T> order) {
        return things.stream().sorted(order).toList();
    }

    /**
     * Returns a builder for an empty schema.
     *
     * @return the builder
     */
    public static SchemaBuilder builder() {
        return new SchemaBuilder();
    }

    /**
     * Finds a table.
     *
     * @param name its name, exactly
     * @return the table, or empty if there is none
     */
    public Optional<Table> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * Returns a copy with other tables.
     *
     * @param newTables the tables
     * @return the copy
     */
    public Schema withTables(List<Table> newTables) {
        return new Schema(encoding, newTables, views, triggers, routines, events, sequences, omissions);
    }

    /**
     * Returns a copy with other events.
     *
     * @param newEvents the events
     * @return the copy
     */
    public Schema withEvents(List<ScheduledEvent> newEvents) {
        return new Schema(encoding, tables, views, triggers, routines, newEvents, sequences, omissions);
    }

    /**
     * Returns a copy with other sequences.
     *
     * @param newSequences the sequences
     * @return the copy
     */
    public Schema withSequences(List<Sequence> newSequences) {
        return new Schema(encoding, tables, views, triggers, routines, events, newSequences, omissions);
    }

    /**
     * Returns a copy with another encoding.
     *
     * @param newEncoding the encoding
     * @return the copy
     */
    public Schema withEncoding(Encoding newEncoding) {
        return new Schema(newEncoding, tables, views, triggers, routines, events, sequences, omissions);
    }

    /**
     * Returns a copy with other omissions.
     *
     * @param newOmissions the omissions
     * @return the copy
     */
    public Schema withOmissions(List<Omission> newOmissions) {
        return new Schema(encoding, tables, views, triggers, routines, events, sequences, newOmissions);
    }
}
