package dev.migrate.internal.engine;

import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive statements of a step that are recorded in the journal in the same way. Immutable.
 *
 * @param kind the way in which they are recorded
 * @param from the index of the first statement
 * @param to the index after the last statement
 */
record StatementGroup(Kind kind, int from, int to) {

    /** The ways in which statements are recorded. */
    enum Kind {
        /** In the transaction of the statements. */
        TRANSACTIONAL,
        /** The intent before they run; their effects can be probed afterwards. */
        WRITE_AHEAD,
        /** As {@link #WRITE_AHEAD}, with one intent for several steps: see {@link WriteAheadBatch}. */
        WRITE_AHEAD_BATCHED,
        /** The intent before it runs, and the outcome immediately after it: its effect cannot be probed. */
        WRITE_AHEAD_CONFIRMED,
        /** The intent before it runs, with a token that the server commits together with the statement. */
        WITH_TOKEN,
        /**
         * The intent in the transaction of the statement, or of the statements that depend on the same session: if it is
         * found committed, one of them committed.
         */
        ISOLATED,
        /** Not at all: the statement changes the session only. */
        SESSION_ONLY;

        private boolean canHoldSeveral() {
            return this == TRANSACTIONAL || this == WRITE_AHEAD || this == SESSION_ONLY;
        }
    }

    /**
     * Divides the statements of a step into groups.
     *
     * @param step the step
     * @param from the index of the first statement to be run
     * @param hasTokens whether statements get commit tokens
     */
    static List<StatementGroup> of(PreparedStep step, int from, boolean hasTokens) {
        List<PlannedStatement> statements = step.statements();
        SessionValues values = step.sessionValues();
        List<StatementGroup> groups = new ArrayList<>();
        int start = from;
        while (start < statements.size()) {
            StatementGroup group = groupAt(start, statements, values, hasTokens);
            groups.add(group);
            start = group.to();
        }
        return groups;
    }

    private static StatementGroup groupAt(
            int start, List<PlannedStatement> statements, SessionValues values, boolean hasTokens) {
        SessionValues.Unit unit = values.unitOf(start);
        if (unit != null) {
            return new StatementGroup(Kind.ISOLATED, start, unit.to());
        }
        Kind kind = kindOf(statements.get(start), hasTokens);
        int end = start + 1;
        while (end < statements.size()
                && kind.canHoldSeveral()
                && values.unitOf(end) == null
                && kind == kindOf(statements.get(end), hasTokens)
                && (kind != Kind.WRITE_AHEAD || areIndependent(statements.subList(start, end), statements.get(end)))) {
            end++;
        }
        return new StatementGroup(kind, start, end);
    }

    /** Whether the server commits all pending rows of the journal before it executes the first statement. */
    boolean isWrittenAhead() {
        return kind == Kind.WRITE_AHEAD
                || kind == Kind.WRITE_AHEAD_BATCHED
                || kind == Kind.WRITE_AHEAD_CONFIRMED
                || kind == Kind.WITH_TOKEN;
    }

    /** Whether the intent has to be recorded before the group runs. */
    boolean needsIntent() {
        return (isWrittenAhead() && kind != Kind.WRITE_AHEAD_BATCHED) || kind == Kind.ISOLATED;
    }

    /** Whether the outcome may be committed later, together with other rows: it can be determined in any case. */
    boolean canConfirmLater() {
        return kind == Kind.WRITE_AHEAD || kind == Kind.WRITE_AHEAD_BATCHED || kind == Kind.WITH_TOKEN;
    }

    /** Whether the outcome has to be committed immediately. */
    boolean mustConfirmNow() {
        return kind == Kind.WRITE_AHEAD_CONFIRMED || kind == Kind.ISOLATED;
    }

    /** Whether the effects of a statement can be distinguished from those of all earlier ones. */
    static boolean areIndependent(List<PlannedStatement> earlier, PlannedStatement next) {
        for (PlannedStatement one : earlier) {
            if (!one.effectCheck().subject().isIndependentOf(next.effectCheck().subject())) {
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

    /** Idempotent statements need no token, and some of them would not commit it. */
    private static Kind kindOf(EffectCheck check, boolean hasTokens) {
        return switch (check.kind()) {
            case STATE_COMPARISON, SELF_EVIDENT, RELOCATION -> hasTokens ? Kind.WITH_TOKEN : Kind.WRITE_AHEAD;
            case NONE -> hasTokens ? Kind.WITH_TOKEN : Kind.WRITE_AHEAD_CONFIRMED;
            case IDEMPOTENT -> Kind.WRITE_AHEAD_CONFIRMED;
        };
    }
}
