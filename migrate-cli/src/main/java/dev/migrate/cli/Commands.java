package dev.migrate.cli;

import static java.util.Map.entry;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/**
 * All commands. Creating the options of a command takes picocli a while, so only the required commands are added.
 * Stateless.
 */
final class Commands {

    /** By name, in the order of the help. */
    static final List<Entry<String, Class<?>>> ALL = List.of(
            entry("init", InitCommand.class),
            entry("check", CheckCommand.class),
            entry("diff", DiffCommand.class),
            entry("lint", LintCommand.class),
            entry("verify", VerifyCommand.class),
            entry("plan", PlanCommand.class),
            entry("upgrade", UpgradeCommand.class),
            entry("downgrade", DowngradeCommand.class),
            entry("current", CurrentCommand.class),
            entry("history", HistoryCommand.class),
            entry("journal", JournalCommand.class),
            entry("abort", AbortCommand.class),
            entry("resolve", ResolveCommand.class),
            entry("stamp", StampCommand.class),
            entry("heads", HeadsCommand.class),
            entry("branches", BranchesCommand.class),
            entry("show", ShowCommand.class),
            entry("revision", RevisionCommand.class),
            entry("merge", MergeCommand.class),
            entry("edit", EditCommand.class),
            entry("baseline", BaselineCommand.class),
            entry("import", ImportCommand.class),
            entry("completion", CompletionCommand.class),
            entry("scaffold", ScaffoldCommand.class),
            entry("templates", TemplatesCommand.class),
            entry("help", HelpCommand.class));

    /** Help and completion list all commands, so they require all of them. */
    private static final Set<String> ABOUT_ALL = Set.of("help", "--help", "-h", "completion");

    private static final String OF_ALL =
            "\nThe options of all commands, such as --url and --migrations: migrate --help\n";

    private Commands() {}

    /**
     * Adds the commands that the arguments may mean: those with the name of one of them, or all, if none has.
     *
     * @param root where they are added
     * @param arguments what the user wrote
     */
    static void addTo(CommandLine root, String... arguments) {
        Set<String> words = new HashSet<>(Arrays.asList(arguments));
        boolean isAboutOne = false;
        for (Entry<String, Class<?>> command : ALL) {
            isAboutOne |= words.contains(command.getKey());
        }
        for (String word : ABOUT_ALL) {
            isAboutOne &= !words.contains(word);
        }
        for (Entry<String, Class<?>> command : ALL) {
            if (!isAboutOne || words.contains(command.getKey())) {
                root.addSubcommand(command.getKey(), command.getValue());
            }
        }
        putInFrontOfOptions(root);
        for (CommandLine command : root.getSubcommands().values()) {
            command.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, Commands::ownOptions);
        }
    }

    /** The options of a command, without those of all commands. */
    private static String ownOptions(Help help) {
        List<OptionSpec> own = help.commandSpec().options().stream()
                .filter(option -> !option.inherited())
                .toList();
        Help.Layout layout = help.createDefaultLayout();
        layout.addAllOptions(own, help.createDefaultParamLabelRenderer());
        return layout + OF_ALL;
    }

    /** Help is often requested before the name of a command is known. */
    private static void putInFrontOfOptions(CommandLine root) {
        List<String> sections = new ArrayList<>(root.getHelpSectionKeys());
        List<String> ofCommands = List.of(SECTION_KEY_COMMAND_LIST_HEADING, SECTION_KEY_COMMAND_LIST);
        sections.removeAll(ofCommands);
        sections.addAll(sections.indexOf(SECTION_KEY_PARAMETER_LIST_HEADING), ofCommands);
        root.setHelpSectionKeys(sections);
    }
}
