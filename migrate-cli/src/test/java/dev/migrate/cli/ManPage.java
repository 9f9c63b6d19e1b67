package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of the distribution, {@code migrate(1)}, in the language of {@code man}. The build writes it from the
 * descriptions of the commands and options, so that it is always the same as the help.
 */
final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /**
     * Writes the page.
     *
     * @param arguments the file and the version
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, of(arguments[1]));
    }

    static String of(String version) {
        ManPage page = new ManPage();
        page.add(Main.commandLine(), version);
        return page.page.toString();
    }

    private void add(CommandLine migrate, String version) {
        CommandSpec spec = migrate.getCommandSpec();
        macro("TH", "MIGRATE", "1", "", "Migrate " + version, "Migrate");
        macro("SH", "NAME");
        text("migrate - " + sentences(spec.usageMessage().description()));
        macro("SH", "SYNOPSIS");
        synopsis(migrate);
        macro("SH", "DESCRIPTION");
        text("Runs database migrations, and shows their state. Each command has its own options, and the options of all"
                + " commands.");
        macro("SH", "COMMANDS");
        for (CommandLine command : commands(migrate)) {
            add(command);
        }
        macro("SH", "OPTIONS OF ALL COMMANDS");
        spec.options().forEach(this::add);
        macro("SH", "EXIT STATUS");
        text(ExitCode.HELP);
        macro("SH", "FILES");
        entry("migrate.properties", "The configuration, in the working directory or one of its parents.");
    }

    private static Set<CommandLine> commands(CommandLine migrate) {
        return new LinkedHashSet<>(migrate.getSubcommands().values());
    }

    private void add(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        macro("SS", "migrate " + spec.name());
        synopsis(command);
        macro("PP");
        text(sentences(spec.usageMessage().description()));
        spec.positionalParameters().stream().filter(each -> !each.hidden()).forEach(this::add);
        spec.options().stream().filter(option -> !option.inherited()).forEach(this::add);
    }

    private void synopsis(CommandLine command) {
        text(sentences(command.getHelp().synopsis(0)));
    }

    private void add(OptionSpec option) {
        if (!option.hidden()) {
            entry(String.join(", ", option.names()) + value(option), sentences(option.description()));
        }
    }

    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        String value = "=" + option.paramLabel();
        return option.arity().min() == 0 ? "[" + value + "]" : value;
    }

    private void add(PositionalParamSpec parameter) {
        entry(parameter.paramLabel(), sentences(parameter.description()));
    }

    private void entry(String term, String description) {
        macro("TP");
        page.append("\\fB").append(escaped(term)).append("\\fR\n");
        text(description);
    }

    private void macro(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
    }

    /** A line that begins with a dot or an apostrophe would be a macro. */
    private void text(String text) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> page.append("\\&").append(escaped(line)).append('\n'));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }

    /** The text without the markup of picocli. */
    private static String sentences(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Arrays.stream(line.split("%n|\\R", -1)))
                .map(line -> Help.Ansi.OFF.string(line).replace("%%", "%").strip())
                .collect(Collectors.joining("\n"));
    }

    /** The macros that the page uses, in the package an of groff. */
    static List<String> macros() {
        return List.of(".TH ", ".SH ", ".SS ", ".PP", ".TP");
    }
}
