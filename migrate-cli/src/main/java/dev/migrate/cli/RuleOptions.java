package dev.migrate.cli;

import dev.migrate.lint.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The severities of the rules. */
final class RuleOptions {

    @Option(
            names = "--rule",
            paramLabel = "RULE=SEVERITY",
            description = "The severity of a rule: off, info, warning or error. Overrides lint.RULE in"
                    + " migrate.properties.")
    private Map<String, String> rules = new LinkedHashMap<>();

    Map<String, Severity> severities(Configuration configuration) {
        Map<String, Severity> severities = new TreeMap<>();
        configuration.prefixed(Key.LINT).forEach((name, value) -> {
            String rule = name.substring(Key.LINT.length());
            severities.put(rule, severity("The key " + name, value));
        });
        rules.forEach((rule, value) -> severities.put(rule, severity("--rule " + rule, value)));
        return severities;
    }

    private static Severity severity(String where, String text) {
        try {
            return Severity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(where + ": " + e.getMessage());
        }
    }
}
