package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a step that follow each other and are recorded together.
 *
 * @param kind how they are recorded
 * @param from the first, counted from zero
 * @param to the one behind the last
 */
record Segment(Kind kind, int from, int to) {

    /** How statements are recorded. */
    enum Kind {
        /** In one transaction with what they do. */
        TOGETHER,
        /** Before they run; afterwards one can see which of them did. */
        AHEAD,
        /** Like {@link #AHEAD}, in one note with other steps: see {@link Batch}. */
        AHEAD_WITH_OTHERS,
        /** Before it runs, and at once after it: one cannot see whether it did. */
        AHEAD_AND_AFTER,
        /** Before it runs, with an id that the server commits together with it. */
        WITH_TOKEN,
        /** In one transaction with what it does, announced in it: so one can see afterwards whether it kept to that. */
        ALONE,
        /** Not by themselves: nothing in the database changes. */
        OF_THE_SESSION;

        private boolean isShared() {
            return this == TOGETHER || this == AHEAD || this == OF_THE_SESSION;
        }
    }

    /**
     * Takes a step apart.
     *
     * @param statements the statements of the step
     * @param from how many of them are done already
     * @param hasTokens whether statements get ids that the server commits together with them
     */
    static List<Segment> of(List<Statement> statements, int from, boolean hasTokens) {
        List<Segment> segments = new ArrayList<>();
        int start = from;
        while (start < statements.size()) {
            Kind kind = kindOf(statements.get(start), hasTokens);
            int end = start + 1;
            while (end < statements.size()
                    && kind.isShared()
                    && kind == kindOf(statements.get(end), hasTokens)
                    && (kind != Kind.AHEAD || isApart(statements.subList(start, end), statements.get(end)))) {
                end++;
            }
            segments.add(new Segment(kind, start, end));
            start = end;
        }
        return segments;
    }

    /** Whether what waits is committed no later than in front of its first statement. */
    boolean isAhead() {
        return kind == Kind.AHEAD
                || kind == Kind.AHEAD_WITH_OTHERS
                || kind == Kind.AHEAD_AND_AFTER
                || kind == Kind.WITH_TOKEN;
    }

    /** Whether the journal has to say, right before it runs, that it does. */
    boolean isAnnounced() {
        return (isAhead() && kind != Kind.AHEAD_WITH_OTHERS) || kind == Kind.ALONE;
    }

    /** Whether it can wait until that it is done is committed with something else: one can find out in any case. */
    boolean isEvident() {
        return kind == Kind.AHEAD || kind == Kind.AHEAD_WITH_OTHERS || kind == Kind.WITH_TOKEN;
    }

    /** Whether that it is done has to be committed at once. */
    boolean isSettled() {
        return kind == Kind.AHEAD_AND_AFTER || kind == Kind.ALONE;
    }

    /** Whether what can be seen of each of some statements says nothing of another. */
    static boolean isApart(List<Statement> earlier, Statement next) {
        for (Statement one : earlier) {
            if (!one.trace().subject().isApartFrom(next.trace().subject())) {
                return false;
            }
        }
        return true;
    }

    private static Kind kindOf(Statement statement, boolean hasTokens) {
        return switch (statement.effect()) {
            case TRANSACTIONAL -> Kind.TOGETHER;
            case MAY_COMMIT -> Kind.ALONE;
            case OF_THE_SESSION -> Kind.OF_THE_SESSION;
            case COMMITS_BY_ITSELF -> kindOf(statement.trace(), hasTokens);
        };
    }

    /** What may run again is no worse off without; some of it would not commit the id. */
    private static Kind kindOf(Trace trace, boolean hasTokens) {
        return switch (trace.kind()) {
            case VISIBLE, EVIDENT -> hasTokens ? Kind.WITH_TOKEN : Kind.AHEAD;
            case NONE -> hasTokens ? Kind.WITH_TOKEN : Kind.AHEAD_AND_AFTER;
            case REPEATABLE -> Kind.AHEAD_AND_AFTER;
        };
    }
}
