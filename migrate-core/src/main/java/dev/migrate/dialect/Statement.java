package dev.migrate.dialect;

import java.util.Objects;

/**
 * One statement for the server, complete: it needs no parameters and is sent as it is.
 *
 * @param sql the text
 * @param effect what becomes of it when the transaction around it is rolled back
 */
public record Statement(String sql, Effect effect) {

    /** What becomes of a statement when the transaction around it is rolled back. */
    public enum Effect {
        /** It is taken back. */
        TRANSACTIONAL,
        /** Nothing: the server commits before it starts, and again when it is done (implicit commit). */
        COMMITS_BY_ITSELF
    }

    /** Refuses null. */
    public Statement {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(effect, "effect");
    }
}
