package dev.migrate.internal.engine;

/** Shortens statements for messages. Stateless. */
final class StatementText {

    private static final int MAX_LENGTH = 500;

    private StatementText() {}

    /** Returns a statement in one line. */
    static String line(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }

    /** Returns a statement in one line, truncated if it is long. */
    static String truncated(String sql) {
        String line = line(sql);
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
