package dev.migrate.cli;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces environment variables in values of the configuration. Immutable.
 *
 * @param values the values of the variables by name
 */
record Variables(Map<String, String> values) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern INSIDE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::-(.*))?", Pattern.DOTALL);

    Variables {
        values = Map.copyOf(values);
    }

    /**
     * Replaces {@code ${VARIABLE}} and {@code ${VARIABLE:-default}}.
     *
     * @param where the key and the file, for the message if a variable is not set; the value itself may be a secret
     * @param text the text
     * @return the text with the values of the variables
     */
    String replacedIn(String where, String text) {
        return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(where, found)));
    }

    private String value(String where, MatchResult found) {
        Matcher inside = INSIDE.matcher(found.group(1));
        if (!inside.matches()) {
            throw new UsageException(
                    where + " has " + found.group() + ", which is neither ${VARIABLE} nor ${VARIABLE:-default}.");
        }
        String variable = inside.group(1);
        String value = values.get(variable);
        String byDefault = inside.group(2);
        if (byDefault != null) {
            return value == null || value.isEmpty() ? byDefault : value;
        }
        if (value == null) {
            throw new UsageException(where + " requires the environment variable " + variable
                    + ", which is not set. Set it, or write ${" + variable + ":-default}.");
        }
        return value;
    }
}
