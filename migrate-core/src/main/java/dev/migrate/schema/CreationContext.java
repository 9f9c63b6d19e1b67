package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * The session settings under which a view, a trigger, a routine or an event was created. The server stores them with
 * the object and interprets its text accordingly. A setting that is null is taken from the session that creates the
 * object.
 *
 * @param sqlMode the {@code sql_mode}; null for a view
 * @param charset the {@code character_set_client}
 * @param collation the {@code collation_connection}
 */
public record CreationContext(
        @Nullable String sqlMode,
        @Nullable String charset,
        @Nullable String collation) {

    /** All settings of the current session. */
    public static final CreationContext OF_SESSION = new CreationContext(null, null, null);

    /** Rejects values that are not plain words. */
    public CreationContext {
        Require.word("character set", charset);
        Require.word("collation", collation);
    }
}
