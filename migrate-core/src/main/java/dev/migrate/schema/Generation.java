package dev.migrate.schema;

import java.util.Objects;

/**
 * The expression of a generated column.
 *
 * @param expression the expression in the server's SQL, without enclosing parentheses
 * @param storage virtual or stored
 */
public record Generation(String expression, Storage storage) {
    /** The storage of a generated column, by the SQL names. */
    public enum Storage {
        /** Computed on each read. */
        VIRTUAL,
        /** Computed and stored when the row is written. */
        STORED
    }

    /** Rejects an empty expression. */
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
