package dev.migrate.internal.mysql.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/** Masks the passwords of accounts in statements that are displayed or stored. Stateless. */
public final class MaskedSql {

    private static final String QUOTED = "(?:'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\")";

    /** {@code IDENTIFIED BY}, {@code IDENTIFIED WITH plugin AS}, {@code SET PASSWORD =}, {@code PASSWORD(...)}. */
    private static final Pattern PASSWORD = Pattern.compile(
            "(?is)(\\b(?:IDENTIFIED\\s+(?:(?:WITH|VIA)\\s+\\S+\\s+)?(?:BY|AS|USING)\\s+(?:PASSWORD\\s*\\(?\\s*)?"
                    + "|REPLACE\\s+(?=" + QUOTED + ")|PASSWORD(?:\\s+FOR\\s+\\S+)?\\s*[=(]\\s*(?:PASSWORD\\s*\\(\\s*)?"
                    + "|PASSWORD\\s+(?=" + QUOTED + ")))" + QUOTED);

    private MaskedSql() {}

    /**
     * Masks passwords.
     *
     * @param sql the statement
     * @return the statement with {@code '***'} in place of each password
     */
    public static String of(String sql) {
        // Most statements have none, and the pattern is slow.
        String upper = sql.toUpperCase(Locale.ROOT);
        boolean mayHave = upper.contains("IDENTIFIED") || upper.contains("PASSWORD");
        return mayHave && !upper.startsWith("INSERT") ? PASSWORD.matcher(sql).replaceAll("$1'***'") : sql;
    }
}
