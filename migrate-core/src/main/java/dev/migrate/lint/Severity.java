package dev.migrate.lint;

import java.util.Locale;

/** The severity of a rule and of its findings. */
public enum Severity {
    /** The rule is not applied. */
    OFF,
    /** Worth knowing. */
    INFO,
    /** A risk that somebody should have considered before the migration runs. */
    WARNING,
    /** A mistake: the migration should not run like this. */
    ERROR;

    /**
     * Parses a severity.
     *
     * @param text the name of a constant, in any case
     * @return the severity
     * @throws IllegalArgumentException if it is none
     */
    public static Severity parse(String text) {
        for (Severity severity : values()) {
            if (severity.name().equalsIgnoreCase(text.strip())) {
                return severity;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a severity; use off, info, warning or error.");
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
