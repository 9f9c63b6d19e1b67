package dev.migrate.lint;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found in a migration.
 *
 * @param rule the id of the rule; see {@code docs/rules} for its description
 * @param severity the severity, never {@link Severity#OFF}
 * @param revision the id of the revision, the name of the repeatable migration, or null if the finding concerns all
 *     migrations
 * @param operation a short description of the operation, or null if it concerns the whole migration
 * @param consequence what may happen, in complete sentences
 * @param suggestion what to do instead: sentences on the first line, and Java for the migration on further lines, if any
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String revision,
        @Nullable String operation,
        String consequence,
        String suggestion) {

    /** Checks that nothing required is missing. */
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(consequence, "consequence");
        Objects.requireNonNull(suggestion, "suggestion");
    }
}
