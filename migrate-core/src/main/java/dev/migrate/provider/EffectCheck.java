package dev.migrate.provider;

import java.util.Objects;

/**
 * A check in the database, after a crash, whether a statement was executed. Immutable.
 *
 * <p>A server that commits DDL implicitly cannot record the execution of a statement atomically with it. But the
 * statement itself is atomic: the affected objects are either in the state before it or in the state after it. So their
 * state is recorded before the statement, and compared after a crash: an equal state means that the statement was not
 * executed.
 *
 * @param kind the kind of check
 * @param state a scalar SQL expression that describes the state of the affected objects; it yields null or a string
 * @param effect an SQL condition that holds once the statement was executed; usually necessary, not sufficient
 * @param subject the affected objects, by name
 */
public record EffectCheck(Kind kind, String state, String effect, AffectedObjects subject) {

    /** The kind of check. */
    public enum Kind {
        /** The state differs from the one before, or repeating the statement has no effect. */
        STATE_COMPARISON,
        /**
         * The effect alone is sufficient: true if the statement was executed, null if not, and false if another object
         * is there. The state before need not be recorded, because the server would have rejected an object that
         * already exists.
         */
        SELF_EVIDENT,
        /** No effect can be observed, but the statement can safely be repeated. */
        IDEMPOTENT,
        /** No effect can be observed, and repeating the statement may have a different effect. */
        NONE
    }

    private static final String NOTHING = "NULL";
    private static final String ALWAYS = "TRUE";

    /** Rejects null. */
    public EffectCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(subject, "subject");
    }

    /**
     * Creates the check of a statement that changes the described state.
     *
     * @param state a scalar SQL expression
     * @param effect an SQL condition
     * @param subject the affected objects
     * @return the check
     */
    public static EffectCheck stateComparison(String state, String effect, AffectedObjects subject) {
        return new EffectCheck(Kind.STATE_COMPARISON, state, effect, subject);
    }

    /**
     * Creates the check of a statement that creates an object, which cannot exist before.
     *
     * @param effect an SQL condition, null if there is no object
     * @param subject the affected objects
     * @return the check
     */
    public static EffectCheck selfEvident(String effect, AffectedObjects subject) {
        return new EffectCheck(Kind.SELF_EVIDENT, NOTHING, effect, subject);
    }

    /**
     * Creates the check of a statement that can safely be repeated.
     *
     * @return the check
     */
    public static EffectCheck idempotent() {
        return new EffectCheck(Kind.IDEMPOTENT, NOTHING, ALWAYS, AffectedObjects.everything());
    }

    /**
     * Creates the check of a statement without an observable effect.
     *
     * @return the check
     */
    public static EffectCheck none() {
        return new EffectCheck(Kind.NONE, NOTHING, ALWAYS, AffectedObjects.everything());
    }
}
