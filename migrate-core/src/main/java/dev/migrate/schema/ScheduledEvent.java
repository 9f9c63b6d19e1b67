package dev.migrate.schema;

import java.util.Objects;

/**
 * A scheduled event, without its definer.
 *
 * @param name the name
 * @param definition the text after the name, in the server's SQL, starting with {@code ON SCHEDULE}
 * @param context the settings of the session that created it
 */
public record ScheduledEvent(String name, String definition, CreationContext context) {

    /** Rejects an empty name and an empty definition. */
    public ScheduledEvent {
        Require.name("an event", name);
        definition = Require.sql("definition of event " + name, definition);
        Objects.requireNonNull(context, "context");
    }
}
