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
        /** Before it runs, and at once after it: one cannot see whether it did. */
        AHEAD_AND_AFTER,
        /** In one transaction with what it does, announced in it: so one can see afterwards whether it kept to that. */
        ALONE,
        /** Not by themselves: nothing in the database changes. */
        OF_THE_SESSION
    }

    /**
     * Takes a step apart.
     *
     * @param statements the statements of the step
     * @param from how many of them are done already
     */
    static List<Segment> of(List<Statement> statements, int from) {
        List<Segment> segments = new ArrayList<>();
        int start = from;
        while (start < statements.size()) {
            Kind kind = kindOf(statements.get(start));
            int end = start + 1;
            while (end < statements.size() && belongs(statements, kind, start, end)) {
                end++;
            }
            segments.add(new Segment(kind, start, end));
            start = end;
        }
        return segments;
    }

    /** Whether the server commits what waits in front of its first statement. */
    boolean isAhead() {
        return kind == Kind.AHEAD || kind == Kind.AHEAD_AND_AFTER;
    }

    /** Whether the journal says beforehand that it runs. */
    boolean isAnnounced() {
        return isAhead() || kind == Kind.ALONE;
    }

    /** Whether that it is done has to be committed at once. */
    boolean isSettled() {
        return kind == Kind.AHEAD_AND_AFTER || kind == Kind.ALONE;
    }

    private static boolean belongs(List<Statement> statements, Kind kind, int start, int next) {
        if (kindOf(statements.get(next)) != kind || kind == Kind.AHEAD_AND_AFTER || kind == Kind.ALONE) {
            return false;
        }
        return kind != Kind.AHEAD
                || statements.subList(start, next).stream()
                        .allMatch(earlier -> earlier.trace()
                                .subject()
                                .isApartFrom(statements.get(next).trace().subject()));
    }

    private static Kind kindOf(Statement statement) {
        return switch (statement.effect()) {
            case TRANSACTIONAL -> Kind.TOGETHER;
            case MAY_COMMIT -> Kind.ALONE;
            case OF_THE_SESSION -> Kind.OF_THE_SESSION;
            case COMMITS_BY_ITSELF ->
                statement.trace().kind() == Trace.Kind.VISIBLE ? Kind.AHEAD : Kind.AHEAD_AND_AFTER;
        };
    }
}
