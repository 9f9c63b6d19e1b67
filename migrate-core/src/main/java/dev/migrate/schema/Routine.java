package dev.migrate.schema;

import java.util.Objects;

/**
 * A procedure or a function, without its definer.
 *
 * @param kind procedure or function
 * @param name the name
 * @param definition the text after the name, in the server's SQL, starting with the opening parenthesis of the
 *     parameters
 * @param context the settings of the session that created it
 */
public record Routine(Kind kind, String name, String definition, CreationContext context) {

    /** The kinds, by their SQL names. */
    public enum Kind {
        /** A procedure, called with CALL. */
        PROCEDURE,
        /** A function, called in an expression. */
        FUNCTION
    }

    /** Rejects an empty name and an empty definition. */
    public Routine {
        Objects.requireNonNull(kind, "kind");
        Require.name("a routine", name);
        definition = Require.sql("definition of routine " + name, definition);
        Objects.requireNonNull(context, "context");
    }

    /**
     * Creates a routine with the settings of the current session.
     *
     * @param kind procedure or function
     * @param name the name
     * @param definition the text after the name, in the server's SQL
     */
    public Routine(Kind kind, String name, String definition) {
        this(kind, name, definition, CreationContext.OF_SESSION);
    }

    /**
     * Returns a copy with other session settings.
     *
     * @param newContext the settings
     * @return the copy
     */
    public Routine withContext(CreationContext newContext) {
        return new Routine(kind, name, definition, newContext);
    }
}
