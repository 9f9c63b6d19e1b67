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
        /**
         * Objects got other names. The state describes what is found by the names before, and the effect is an expression
         * that describes, in the same order, what is found by the names after: if it equals the earlier state, the
         * statement was carried out. If that is so before as well, nothing can be seen.
         */
        RELOCATION,
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
     * Returns the check of a statement that gives objects other names.
     *
     * @param state a scalar expression in SQL that describes what is found by the names before
     * @param relocated a scalar expression that describes, in the same order, what is found by the names after
     * @param subject what the statement is about
     * @return the check
     */
    public static EffectCheck relocation(String state, String relocated, AffectedObjects subject) {
        return new EffectCheck(Kind.RELOCATION, state, relocated, subject);
    }

    /**
     * Returns whether the state has to be described before the statement runs.
     *
     * @return whether it is compared with the state before
     */
    public boolean needsStateBefore() {
        return kind == Kind.STATE_COMPARISON || kind == Kind.RELOCATION;
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
