package dev.migrate.cli;

import dev.migrate.Migrator;
import dev.migrate.PlanAnalysis;
import dev.migrate.lint.Finding;
import dev.migrate.lint.LintOptions;
import dev.migrate.lint.Severity;
import dev.migrate.plan.Direction;
import dev.migrate.provider.ServerVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option for the severities of rules. It overrides the keys in the configuration. */
final class RuleOptions {

    @Option(
            names = "--rule",
            paramLabel = "RULE=SEVERITY",
            description = "The severity of a rule: off, info, warning or error. Overrides lint.RULE in"
                    + " migrate.properties.")
    private Map<String, String> rules = new LinkedHashMap<>();

    /** Returns the settings of a check, for migrations that must support these servers. */
    LintOptions options(Configuration configuration, List<ServerVersion> servers) {
        Map<String, Severity> severities = new TreeMap<>();
        configuration.prefixed(Key.LINT).forEach((name, value) -> {
            String rule = name.substring(Key.LINT.length());
            severities.put(rule, severity("The key " + name, value));
        });
        rules.forEach((rule, value) -> severities.put(rule, severity("--rule " + rule, value)));
        return new LintOptions(severities, servers);
    }

    /** Applies the rules to the migrations of a plan. They concern upgrades, so a downgrade has no findings. */
    List<Finding> findings(Migrator migrator, PlanAnalysis analysis, Configuration configuration) {
        Set<String> upgraded = analysis.steps().stream()
                .filter(step -> step.direction() == Direction.UP)
                .map(step -> step.revision().id())
                .collect(Collectors.toSet());
        LintOptions options = options(configuration, List.of());
        return upgraded.isEmpty()
                ? List.of()
                : applied(() -> migrator.authoring().lint(options, upgraded));
    }

    /** Returns the result of applying the rules, whose names may be unknown. */
    static <T> T applied(Supplier<T> check) {
        try {
            return check.get();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a rule of severity error has reported something. */
    static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static Severity severity(String where, String text) {
        try {
            return Severity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(where + ": " + e.getMessage());
        }
    }
}
