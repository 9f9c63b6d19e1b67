package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * The settings of the session that created a view, a trigger, a routine or an event. The server keeps them with it, and
 * its text means what it means under them. Whatever is null is that of the session that creates it.
 *
 * @param sqlMode the {@code sql_mode}; a view has none
 * @param charset the {@code character_set_client}
 * @param collation the {@code collation_connection}
 */
public record CreationContext(
        @Nullable String sqlMode,
        @Nullable String charset,
        @Nullable String collation) {

    /** Everything as the session has it. */
    public static final CreationContext OF_SESSION = new CreationContext(null, null, null);

    /** Refuses what is no plain word. */
    public CreationContext {
        Require.word("character set", charset);
        Require.word("collation", collation);
    }
}
