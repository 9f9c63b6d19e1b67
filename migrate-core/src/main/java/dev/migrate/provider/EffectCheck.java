package dev.migrate.provider;

import java.util.Objects;

/**
 * How one can see in the database, after a crash, whether a statement was carried out. Immutable.
 *
 * <p>A server that commits each DDL statement by itself cannot record in the same breath that it did. But it is atomic:
 * what the statement is about stands either as before or as after it. So what it is about is described before it runs,
 * and once more when somebody has to know: equal means that it was not carried out.
 *
 * @param kind whether there is something to see
 * @param state a scalar expression in SQL that describes what the statement is about; it is null or some text
 * @param effect a condition in SQL that holds once the statement was carried out; as a rule necessary, not sufficient
 * @param subject what the statement is about, by name
 */
public record EffectCheck(Kind kind, String state, String effect, AffectedObjects subject) {

    /** Whether there is something to see. */
    public enum Kind {
        /** The state differs from the one before, or running the statement again changes nothing. */
        STATE_COMPARISON,
        /**
         * The effect says it alone: true if the statement was carried out, null if not, and false if something else is
         * there. The state before need not be described: the server would have refused what is there already.
         */
        SELF_EVIDENT,
        /** Nothing can be seen, and nothing is lost if the statement runs again. */
        IDEMPOTENT,
        /** Nothing can be seen, and running the statement again may do something else. */
        NONE
    }

    private static final String NOTHING = "NULL";
    private static final String ALWAYS = "TRUE";

    /** Refuses null. */
    public EffectCheck {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(subject, "subject");
    }

    /**
     * The trace of a statement that changes what {@code state} describes.
     *
     * @param state a scalar expression in SQL
     * @param effect a condition in SQL
     * @param subject what the statement is about
     * @return the trace
     */
    public static EffectCheck stateComparison(String state, String effect, AffectedObjects subject) {
        return new EffectCheck(Kind.STATE_COMPARISON, state, effect, subject);
    }

    /**
     * The trace of a statement that creates what cannot be there before.
     *
     * @param effect a condition in SQL, null where nothing is there
     * @param subject what the statement is about
     * @return the trace
     */
    public static EffectCheck selfEvident(String effect, AffectedObjects subject) {
        return new EffectCheck(Kind.SELF_EVIDENT, NOTHING, effect, subject);
    }

    /**
     * The trace of a statement that may run again.
     *
     * @return the trace
     */
    public static EffectCheck idempotent() {
        return new EffectCheck(Kind.IDEMPOTENT, NOTHING, ALWAYS, AffectedObjects.everything());
    }

    /**
     * The trace of a statement that leaves none.
     *
     * @return the trace
     */
    public static EffectCheck none() {
        return new EffectCheck(Kind.NONE, NOTHING, ALWAYS, AffectedObjects.everything());
    }
}
