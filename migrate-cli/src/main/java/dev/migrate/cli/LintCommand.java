package dev.migrate.cli;

import dev.migrate.lint.Finding;
import dev.migrate.lint.LintOptions;
import dev.migrate.lint.Severity;
import dev.migrate.provider.ServerVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Option;

/** {@code migrate lint}. */
@Command(
        name = "lint",
        description = {
            "Check the migrations with rules: what may lock, fail, lose data or break the previous release. Needs a"
                    + " database only for relative ranges.",
            "Exits with 1 if a rule of severity error reports something."
        })
final class LintCommand extends Subcommand implements IExitCodeGenerator {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = "Only a range, both ends included: 001:head, current:, -3:.")
    private String range = ":";

    @Option(
            names = "--rule",
            paramLabel = "RULE=SEVERITY",
            description = "The severity of a rule: off, info, warning or error. Overrides lint.RULE in"
                    + " migrate.properties.")
    private Map<String, String> rules = new LinkedHashMap<>();

    @Option(
            names = "--server",
            paramLabel = "SERVER",
            converter = ServerName.class,
            description = "A server that the migrations must support, for example mysql-8.0.36 or mariadb-10.11."
                    + " Can be repeated.")
    private List<ServerVersion> servers = List.of();

    private ExitCode exitCode = ExitCode.SUCCESS;

    @Override
    public void run() {
        Map<String, Severity> severities = new TreeMap<>();
        configuration().prefixed(Key.LINT).forEach((name, value) -> {
            String rule = name.substring(Key.LINT.length());
            severities.put(rule, severity("The key " + name, value));
        });
        rules.forEach((rule, value) -> severities.put(rule, severity("--rule " + rule, value)));
        List<Finding> findings;
        try {
            findings = migratorForRange(range).authoring().lint(new LintOptions(severities, servers), range);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        boolean hasErrors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        exitCode = hasErrors ? ExitCode.DIFFERENT : ExitCode.SUCCESS;
        report().linted(findings);
    }

    private static Severity severity(String where, String text) {
        try {
            return Severity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(where + ": " + e.getMessage());
        }
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
