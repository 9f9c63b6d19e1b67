package dev.migrate.cli;

import dev.migrate.lint.Finding;
import dev.migrate.lint.LintOptions;
import dev.migrate.provider.ServerVersion;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final RuleOptions rules = new RuleOptions();

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
        LintOptions options = rules.options(configuration(), servers);
        List<Finding> findings =
                RuleOptions.applied(() -> migratorForRange(range).authoring().lint(options, range));
        exitCode = RuleOptions.hasErrors(findings) ? ExitCode.DIFFERENT : ExitCode.SUCCESS;
        report().linted(findings);
    }

    @Override
    public int getExitCode() {
        return exitCode.number();
    }
}
