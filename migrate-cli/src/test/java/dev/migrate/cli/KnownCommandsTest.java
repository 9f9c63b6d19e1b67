package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map.Entry;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

/** The commands that are added to picocli. */
class KnownCommandsTest {

    private static Set<String> known(String... arguments) {
        return Main.commandLine(arguments).getSubcommands().keySet();
    }

    @Test
    void commandsHaveTheirAnnotatedNames() {
        for (Entry<String, Class<?>> command : Commands.ALL) {
            assertThat(command.getValue().getAnnotation(Command.class).name()).isEqualTo(command.getKey());
        }
    }

    @Test
    void onlyNamedCommandsAreAdded() {
        assertThat(known("--url", "x", "upgrade", "head")).containsExactly("upgrade");
        assertThat(known("--package", "check", "upgrade")).containsExactly("check", "upgrade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "upgrad", "--help", "upgrade --help", "help upgrade", "-h"})
    void allCommandsAreAddedForHelp(String arguments) {
        assertThat(known(arguments.split(" "))).hasSameSizeAs(Commands.ALL);
    }
}
