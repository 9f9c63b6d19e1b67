package dev.migrate.schema;

import java.util.Objects;

/**
 * A trigger, without its definer. Triggers of the same table, timing and event run in the order of their creation.
 *
 * @param name the name
 * @param table the table of the trigger
 * @param timing whether it runs before or after the row changes
 * @param event insert, update or delete
 * @param body the statement in the server's SQL
 * @param context the settings of the session that created it
 */
public record Trigger(String name, String table, Timing timing, Event event, String body, CreationContext context) {

    /** Whether a trigger runs before or after the row changes. */
    public enum Timing {
        /** Before. */
        BEFORE,
        /** After. */
        AFTER
    }

    /** The change of a row that fires a trigger. */
    public enum Event {
        /** A row is inserted. */
        INSERT,
        /** A row is updated. */
        UPDATE,
        /** A row is deleted. */
        DELETE
    }

    /** Rejects empty names and an empty body. */
    public Trigger {
        Require.name("a trigger", name);
        Require.name("the table of trigger " + name, table);
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(event, "event");
        body = Require.sql("body of trigger " + name, body);
        Objects.requireNonNull(context, "context");
    }

    /**
     * Creates a trigger with the settings of the current session.
     *
     * @param name the name
     * @param table the table of the trigger
     * @param timing whether it runs before or after the row changes
     * @param event insert, update or delete
     * @param body the statement in the server's SQL
     */
    public Trigger(String name, String table, Timing timing, Event event, String body) {
        this(name, table, timing, event, body, CreationContext.OF_SESSION);
    }

    /**
     * Returns a copy with another table.
     *
     * @param newTable the name of the table
     * @return the copy
     */
    public Trigger withTable(String newTable) {
        return new Trigger(name, newTable, timing, event, body, context);
    }

    /**
     * Returns a copy with other session settings.
     *
     * @param newContext the settings
     * @return the copy
     */
    public Trigger withContext(CreationContext newContext) {
        return new Trigger(name, table, timing, event, body, newContext);
    }
}
