package dev.migrate.internal.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/** A statement as it may be shown and kept: without the passwords that accounts are created with. */
public final class MaskedSql {

    private static final String QUOTED = "(?:'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")";

    /** {@code IDENTIFIED BY}, {@code IDENTIFIED WITH plugin AS}, {@code SET PASSWORD =}, {@code PASSWORD(...)}. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?is)(\\b(?:IDENTIFIED\\s+(?:(?:WITH|VIA)\\s+\\S+\\s+)?(?:BY|AS|USING)\\s+(?:PASSWORD\\s*\\(?\\s*)?"
                    + "|REPLACE\\s+(?=" + QUOTED + ")|PASSWORD(?:\\s+FOR\\s+\\S+)?\\s*[=(]\\s*(?:PASSWORD\\s*\\(\\s*)?"
                    + "|PASSWORD\\s+(?=" + QUOTED + ")))" + QUOTED);

    private MaskedSql() {}

    /**
     * Hides passwords.
     *
     * @param sql the statement
     * @return the statement without them
     */
    public static String of(String sql) {
        // Most statements have none, and the pattern is slow.
        String upper = sql.toUpperCase(Locale.ROOT);
        boolean mayHave = upper.contains("IDENTIFIED") || upper.contains("PASSWORD");
        return mayHave && !upper.startsWith("INSERT") ? PASSWORD.matcher(sql).replaceAll("$1'***'") : sql;
    }
}
