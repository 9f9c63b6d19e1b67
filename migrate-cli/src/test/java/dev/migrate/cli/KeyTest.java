package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The known keys are exactly those of the options, the scaffolded file and the document. */
class KeyTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");
    private static final Path SCAFFOLDED =
            Path.of("src", "main", "resources", "dev", "migrate", "cli", "scaffold", "migrate.properties");

    /** Options that are not settings of a whole project. */
    private static final Set<String> OF_ONE_CALL = Set.of(
            "accept",
            "allow-empty",
            "autogenerate",
            "branch-label",
            "check-timeout",
            "cleaned-up",
            "config",
            "depends-on",
            "done",
            "downgrade",
            "drift",
            "env",
            "flyway-table",
            "format",
            "from-database",
            "graph",
            "head",
            "help",
            "hibernate",
            "json",
            "liquibase-table",
            "message",
            "no-color",
            "no-python",
            "not-done",
            "output",
            "plan-first",
            "purge",
            "python",
            "quiet",
            "range",
            "record",
            "rehearse",
            "rename",
            "rev-id",
            "rows",
            "rule",
            "schema-file",
            "server",
            "splice",
            "sql",
            "verbose",
            "version",
            "write",
            "yes");

    private static Set<String> options() {
        Set<String> names = new TreeSet<>();
        CommandLine root = Main.commandLine();
        List<CommandLine> commands = new ArrayList<>(root.getSubcommands().values());
        commands.add(root);
        commands.stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(option -> option.longestName().replaceFirst("^--", ""))
                .forEach(names::add);
        return names;
    }

    private static List<String> found(Path file, String regex) throws IOException {
        return Pattern.compile(regex, Pattern.MULTILINE)
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceAll("[#|` =]", ""))
                .toList();
    }

    @Test
    void eachKeyIsAnOptionAndEachOptionOfAProjectIsAKey() {
        Set<String> expected = new TreeSet<>(Key.words());
        expected.remove(Key.PASSWORD.word());
        Set<String> options = options();
        options.removeAll(OF_ONE_CALL);

        assertThat(options).containsExactlyElementsOf(expected);
    }

    @Test
    void theScaffoldedFileHasEachKeyOnce() throws IOException {
        assertThat(found(SCAFFOLDED, "^(?:# )?[a-z-]+ =")).containsExactlyInAnyOrderElementsOf(Key.words());
    }

    @Test
    void theDocumentHasEachKeyOnce() throws IOException {
        assertThat(found(DOCUMENT, "^\\| `[a-z-]+` \\|")).containsExactlyInAnyOrderElementsOf(Key.words());
    }

    @Test
    void suggestsTheMostSimilarKey() {
        assertThat(Key.nearest("shcema")).contains("schema");
        assertThat(Key.nearest("VERSION_TABLE")).contains("version-table");
        assertThat(Key.nearest("ulr")).contains("url");
        assertThat(Key.nearest("colour")).isEmpty();
        assertThat(Key.nearest("")).isEmpty();
    }
}
