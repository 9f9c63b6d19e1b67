package dev.migrate.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of the placeholders <code>${name}</code> in the SQL files of migrations. Without any value, the text is not
 * changed. Immutable.
 *
 * @param values the values by name
 * @param inQuotes the names that are replaced in quoted text as well
 */
public record ScriptPlaceholders(Map<String, String> values, Set<String> inQuotes) {

    /** No placeholders. */
    public static final ScriptPlaceholders NONE = new ScriptPlaceholders(Map.of(), Set.of());

    private static final String NAME = "[A-Za-z0-9_.-]+";

    /** Copies the collections and checks the names. */
    public ScriptPlaceholders {
        values = Map.copyOf(values);
        inQuotes = Set.copyOf(inQuotes);
        for (String name : values.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException("The name of a placeholder consists of letters, digits, underscores,"
                        + " dots and hyphens, but is \"" + name + "\".");
            }
        }
    }

    /**
     * Checks a name.
     *
     * @param name the name
     * @return whether a placeholder can have it
     */
    public static boolean isName(String name) {
        return name.matches(NAME);
    }

    /**
     * Returns a copy with another value.
     *
     * @param name the name
     * @param value the value
     * @param isInQuotes whether it is replaced in quoted text as well
     * @return the copy
     * @throws IllegalArgumentException if the name is not valid
     */
    public ScriptPlaceholders with(String name, String value, boolean isInQuotes) {
        Map<String, String> all = new HashMap<>(values);
        all.put(name, value);
        Set<String> quoted = new TreeSet<>(inQuotes);
        if (isInQuotes) {
            quoted.add(name);
        } else {
            quoted.remove(name);
        }
        return new ScriptPlaceholders(all, quoted);
    }

    /**
     * Returns whether there is nothing to replace.
     *
     * @return true if there is no value
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns the value of a placeholder.
     *
     * @param name the name
     * @return the value, or empty if there is none
     */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
