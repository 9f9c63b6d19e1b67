package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scheduled event, without its definer.
 *
 * @param name the name
 * @param definition the text after the name, in the server's SQL, starting with {@code ON SCHEDULE}; in a target schema,
 *     a recurring event without {@code STARTS} leaves its start to the database
 * @param timeZone the {@code time_zone} in which the server interprets the times of the event; null for that of the
 *     session that creates it
 * @param context the settings of the session that created it
 */
public record ScheduledEvent(
        String name, String definition, @Nullable String timeZone, CreationContext context) {

    /** Rejects an empty name and an empty definition. */
    public ScheduledEvent {
        Require.name("an event", name);
        definition = Require.sql("definition of event " + name, definition);
        Objects.requireNonNull(context, "context");
    }

    /**
     * Creates an event with the settings of the current session.
     *
     * @param name the name
     * @param definition the text after the name, in the server's SQL, starting with {@code ON SCHEDULE}
     */
    public ScheduledEvent(String name, String definition) {
        this(name, definition, null, CreationContext.OF_SESSION);
    }

    /**
     * Returns a copy with another definition.
     *
     * @param newDefinition the text after the name
     * @return the copy
     */
    public ScheduledEvent withDefinition(String newDefinition) {
        return new ScheduledEvent(name, newDefinition, timeZone, context);
    }

    /**
     * Returns a copy with other session settings.
     *
     * @param newTimeZone the time zone, or null
     * @param newContext the other settings
     * @return the copy
     */
    public ScheduledEvent withSettings(@Nullable String newTimeZone, CreationContext newContext) {
        return new ScheduledEvent(name, definition, newTimeZone, newContext);
    }
}
