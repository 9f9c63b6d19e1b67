package dev.migrate.internal.engine;

import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a step that follow each other and are recorded together.
 *
 * @param kind how they are recorded
 * @param from the first, counted from zero
 * @param to the one behind the last
 */
record StatementGroup(Kind kind, int from, int to) {

    /** How statements are recorded. */
    enum Kind {
        /** In one transaction with what they do. */
        TRANSACTIONAL,
        /** Before they run; afterwards one can see which of them did. */
        WRITE_AHEAD,
        /** Like {@link #WRITE_AHEAD}, in one note with other steps: see {@link StepBatch}. */
        WRITE_AHEAD_BATCHED,
        /** Before it runs, and at once after it: one cannot see whether it did. */
        WRITE_AHEAD_CONFIRMED,
        /** Before it runs, with an id that the server commits together with it. */
        WITH_TOKEN,
        /** In one transaction with what it does, announced in it: so one can see afterwards whether it kept to that. */
        ISOLATED,
        /** Not by themselves: nothing in the database changes. */
        SESSION_ONLY;

        private boolean isShared() {
            return this == TRANSACTIONAL || this == WRITE_AHEAD || this == SESSION_ONLY;
        }
    }

    /**
     * Takes a step apart.
     *
     * @param statements the statements of the step
     * @param from how many of them are done already
     * @param hasTokens whether statements get ids that the server commits together with them
     */
    static List<StatementGroup> of(List<PlannedStatement> statements, int from, boolean hasTokens) {
        List<StatementGroup> segments = new ArrayList<>();
        int start = from;
        while (start < statements.size()) {
            Kind kind = kindOf(statements.get(start), hasTokens);
            int end = start + 1;
            while (end < statements.size()
                    && kind.isShared()
                    && kind == kindOf(statements.get(end), hasTokens)
                    && (kind != Kind.WRITE_AHEAD || isApart(statements.subList(start, end), statements.get(end)))) {
                end++;
            }
            segments.add(new StatementGroup(kind, start, end));
            start = end;
        }
        return segments;
    }

    /** Whether what waits is committed no later than in front of its first statement. */
    boolean isAhead() {
        return kind == Kind.WRITE_AHEAD
                || kind == Kind.WRITE_AHEAD_BATCHED
                || kind == Kind.WRITE_AHEAD_CONFIRMED
                || kind == Kind.WITH_TOKEN;
    }

    /** Whether the journal has to say, right before it runs, that it does. */
    boolean isAnnounced() {
        return (isAhead() && kind != Kind.WRITE_AHEAD_BATCHED) || kind == Kind.ISOLATED;
    }

    /** Whether it can wait until that it is done is committed with something else: one can find out in any case. */
    boolean isEvident() {
        return kind == Kind.WRITE_AHEAD || kind == Kind.WRITE_AHEAD_BATCHED || kind == Kind.WITH_TOKEN;
    }

    /** Whether that it is done has to be committed at once. */
    boolean isSettled() {
        return kind == Kind.WRITE_AHEAD_CONFIRMED || kind == Kind.ISOLATED;
    }

    /** Whether what can be seen of each of some statements says nothing of another. */
    static boolean isApart(List<PlannedStatement> earlier, PlannedStatement next) {
        for (PlannedStatement one : earlier) {
            if (!one.effectCheck().subject().isApartFrom(next.effectCheck().subject())) {
                return false;
            }
        }
        return true;
    }

    private static Kind kindOf(PlannedStatement statement, boolean hasTokens) {
        return switch (statement.effect()) {
            case TRANSACTIONAL -> Kind.TRANSACTIONAL;
            case MAY_COMMIT -> Kind.ISOLATED;
            case SESSION_ONLY -> Kind.SESSION_ONLY;
            case IMPLICIT_COMMIT -> kindOf(statement.effectCheck(), hasTokens);
        };
    }

    /** What may run again is no worse off without; some of it would not commit the id. */
    private static Kind kindOf(EffectCheck effectCheck, boolean hasTokens) {
        return switch (effectCheck.kind()) {
            case STATE_COMPARISON, SELF_EVIDENT -> hasTokens ? Kind.WITH_TOKEN : Kind.WRITE_AHEAD;
            case NONE -> hasTokens ? Kind.WITH_TOKEN : Kind.WRITE_AHEAD_CONFIRMED;
            case IDEMPOTENT -> Kind.WRITE_AHEAD_CONFIRMED;
        };
    }
}
