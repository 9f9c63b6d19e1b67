package dev.migrate.internal.engine;

/**
 * Two versions of a statement, each in one line. If they are long, they begin shortly before the first difference.
 *
 * @param before the version in the journal
 * @param now the version of the migration
 */
record StatementDifference(String before, String now) {

    private static final String SAME =
            "the same as far as the journal stores it: the difference is in a secret or behind the"
                    + " stored part, or the journal was edited";
    private static final int CONTEXT = 60;
    private static final int MAX_LENGTH = 500;

    static StatementDifference of(String stored, String current) {
        String before = StatementText.line(stored);
        String now = StatementText.line(current);
        if (before.equals(now)) {
            return new StatementDifference(StatementText.truncated(before), SAME);
        }
        int start = 0;
        while (start < before.length() && start < now.length() && before.charAt(start) == now.charAt(start)) {
            start++;
        }
        int from = start + CONTEXT < MAX_LENGTH ? 0 : start - CONTEXT;
        return new StatementDifference(excerpt(before, from), excerpt(now, from));
    }

    private static String excerpt(String line, int from) {
        return from == 0 ? StatementText.truncated(line) : "…" + StatementText.truncated(line.substring(from));
    }
}
