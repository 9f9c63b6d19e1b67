package dev.migrate.crash;

/**
 * Which history the crash tests run, and how.
 *
 * @param isWithTokens whether runs assign transaction ids to their statements
 * @param isInSql whether the history consists of SQL files instead of classes
 */
record CrashOptions(boolean isWithTokens, boolean isInSql) {

    static final CrashOptions DEFAULT = new CrashOptions(false, false);

    CrashOptions withTokens() {
        return new CrashOptions(true, isInSql);
    }

    CrashOptions inSql() {
        return new CrashOptions(isWithTokens, true);
    }

    /** An addition to the description of the cases. */
    String description() {
        return (isInSql ? ", SQL files" : "") + (isWithTokens ? ", with tokens" : "");
    }

    /** The system properties that select these options, for a command. */
    String properties() {
        return (isInSql ? " -Dcrash.sql=true" : "") + (isWithTokens ? " -Dcrash.tokens=true" : "");
    }
}
