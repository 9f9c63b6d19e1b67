package dev.migrate.lint;

import java.util.Objects;

/**
 * The description of a rule.
 *
 * @param id the id, in lower case with hyphens; stable across releases
 * @param severity the severity unless configured otherwise
 * @param title what the rule reports, as a phrase
 */
public record LintRule(String id, Severity severity, String title) {

    /** Checks that nothing is missing. */
    public LintRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(title, "title");
    }
}
