package dev.migrate.schema;

import java.util.Objects;

/**
 * How the server computes a column from others.
 *
 * @param expression the expression in the server's SQL, without parentheses around it
 * @param storage when it is computed
 */
public record Generation(String expression, Storage storage) {
    /** When a generated column is computed, by the SQL names. */
    public enum Storage {
        /** Each time that it is read. */
        VIRTUAL,
        /** When the row is written. */
        STORED
    }

    /** Refuses an empty expression. */
    public Generation {
        expression = Require.sql("expression of a generated column", expression);
        Objects.requireNonNull(storage, "storage");
    }

    /**
     * Returns a copy with another expression.
     *
     * @param newExpression the expression, in the server's SQL
     * @return the copy
     */
    public Generation withExpression(String newExpression) {
        return new Generation(newExpression, storage);
    }
}
