package dev.migrate.schema;

import java.util.Objects;

/**
 * A view, without its definer.
 *
 * @param name the name
 * @param select the query in the server's SQL
 * @param algorithm how the server runs it
 * @param security with whose privileges
 * @param checkOption which rows may be written through it
 * @param context the settings of the session that created it
 */
public record View(
        String name,
        String select,
        Algorithm algorithm,
        Security security,
        CheckOption checkOption,
        CreationContext context) {

    /** How the server runs a view, by the SQL names. */
    public enum Algorithm {
        /** As the server likes. */
        UNDEFINED,
        /** Merged into the query that uses it. */
        MERGE,
        /** As a table of its own. */
        TEMPTABLE
    }

    /** With whose privileges something runs, by the SQL names. */
    public enum Security {
        /** Of the user who made it. */
        DEFINER,
        /** Of the user who uses it. */
        INVOKER
    }

    /** Which rows may be written through a view, by the SQL names. */
    public enum CheckOption {
        /** Any. */
        NONE,
        /** Those that this view shows. */
        LOCAL,
        /** Those that this view and the views under it show. */
        CASCADED
    }

    /** Refuses an empty name and an empty query. */
    public View {
        Require.name("a view", name);
        select = Require.sql("query of view " + name, select);
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(checkOption, "checkOption");
        Objects.requireNonNull(context, "context");
    }

    /**
     * A view with nothing special about it.
     *
     * @param name the name
     * @param select the query in the server's SQL
     */
    public View(String name, String select) {
        this(name, select, Algorithm.UNDEFINED, Security.DEFINER, CheckOption.NONE, CreationContext.OF_SESSION);
    }

    /**
     * Returns a copy with other session settings.
     *
     * @param newContext the settings
     * @return the copy
     */
    public View withContext(CreationContext newContext) {
        return new View(name, select, algorithm, security, checkOption, newContext);
    }
}
