package dev.migrate.internal.mysql.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The privileges of a session from {@code SHOW GRANTS}, including those of its active roles. Immutable. */
final class Grants {

    /** The privileges that migrations require; see docs/privileges.md. */
    static final List<String> NEEDED =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES");

    /**
     * Privileges on a whole database, or on all databases. Names are in double quotes if the {@code sql_mode} requires
     * it.
     */
    private static final Pattern LINE =
            Pattern.compile("(GRANT|REVOKE) (.+?) ON (\\*|[`\"].+[`\"])\\.\\* (?:TO|FROM) .*", Pattern.DOTALL);

    private final List<String> lines;

    Grants(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Finds the required privileges that are not granted on the whole database.
     *
     * @param database the name of the database
     * @return the missing privileges
     */
    List<String> missingOn(String database) {
        Set<String> granted = new TreeSet<>();
        Set<String> revoked = new TreeSet<>();
        for (String line : lines) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && covers(matcher.group(3), database)) {
                boolean isGrant = matcher.group(1).equals("GRANT");
                (isGrant ? granted : revoked).addAll(privileges(matcher.group(2)));
            }
        }
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeIf(privilege -> granted.contains(privilege) && !revoked.contains(privilege));
        return missing;
    }

    private static List<String> privileges(String listed) {
        return listed.startsWith("ALL PRIVILEGES") || listed.equals("ALL")
                ? NEEDED
                : Arrays.asList(listed.toUpperCase(Locale.ROOT).split(",\\s*", -1));
    }

    /** A name contains the wildcards of {@code LIKE}, unless they are preceded by a backslash. */
    private static boolean covers(String granted, String database) {
        if (granted.equals("*")) {
            return true;
        }
        String quote = granted.substring(0, 1);
        String name = granted.substring(1, granted.length() - 1).replace(quote + quote, quote);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\' && i + 1 < name.length()) {
                i++;
                pattern.append(Pattern.quote(name.substring(i, i + 1)));
            } else if (c == '%') {
                pattern.append(".*");
            } else if (c == '_') {
                pattern.append('.');
            } else {
                pattern.append(Pattern.quote(name.substring(i, i + 1)));
            }
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(database)
                .matches();
    }
}
