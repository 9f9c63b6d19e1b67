package dev.migrate.schema;

import java.util.Objects;

/**
 * What the server does at certain times, without its definer.
 *
 * @param name the name
 * @param definition all that stands behind the name, in the server's SQL: from {@code ON SCHEDULE} on
 * @param context the settings of the session that created it
 */
public record ScheduledEvent(String name, String definition, CreationContext context) {

    /** Refuses an empty name and an empty definition. */
    public ScheduledEvent {
        Require.name("an event", name);
        definition = Require.sql("definition of event " + name, definition);
        Objects.requireNonNull(context, "context");
    }
}
