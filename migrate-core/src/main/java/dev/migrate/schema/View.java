package dev.migrate.schema;

import java.util.Objects;

/**
 * A view, without its definer.
 *
 * @param name the name
 * @param select the query in the server's SQL
 * @param algorithm the algorithm
 * @param security whose privileges it uses
 * @param checkOption which rows can be written through it
 * @param context the settings of the session that created it
 */
public record View(
        String name,
        String select,
        Algorithm algorithm,
        Security security,
        CheckOption checkOption,
        CreationContext context) {

    /** The algorithm of a view, by the SQL names. */
    public enum Algorithm {
        /** The server chooses. */
        UNDEFINED,
        /** The view is merged into the query that uses it. */
        MERGE,
        /** The view is materialized as a temporary table. */
        TEMPTABLE
    }

    /** The security context of a view, by the SQL names. */
    public enum Security {
        /** The privileges of its definer. */
        DEFINER,
        /** The privileges of the user who runs the query. */
        INVOKER
    }

    /** The check of rows that are written through a view, by the SQL names. */
    public enum CheckOption {
        /** Any row. */
        NONE,
        /** Rows that this view selects. */
        LOCAL,
        /** Rows that this view and the views it is based on select. */
        CASCADED
    }

    /** Rejects an empty name and an empty query. */
    public View {
        Require.name("a view", name);
        select = Require.sql("query of view " + name, select);
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(checkOption, "checkOption");
        Objects.requireNonNull(context, "context");
    }

    /**
     * Creates a view with default attributes.
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
