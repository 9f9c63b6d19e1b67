package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of the distribution. */
class ManPageTest {

    private static final String PAGE = ManPage.of("1.2.3");

    @Test
    void hasEveryCommandAndEveryOptionThatIsNotHidden() {
        CommandLine migrate = Main.commandLine();

        assertThat(migrate.getSubcommands()).hasSizeGreaterThan(20);
        migrate.getSubcommands()
                .keySet()
                .forEach(name -> assertThat(PAGE).contains("\n.SS \"migrate " + name + "\"\n"));
        for (OptionSpec option : migrate.getCommandSpec().options()) {
            assertThat(PAGE.contains("\\fB" + option.names()[0].replace("-", "\\-")))
                    .as(option.names()[0])
                    .isEqualTo(!option.hidden());
        }
        assertThat(PAGE).contains("\\fB\\-\\-plan\\-first").contains("Exit codes");
    }

    @Test
    void consistsOfMacrosAndText() {
        List<String> lines = PAGE.lines().toList();

        assertThat(lines).first().isEqualTo(".TH \"MIGRATE\" \"1\" \"\" \"Migrate 1.2.3\" \"Migrate\"");
        assertThat(lines)
                .allMatch(line -> line.startsWith("\\&")
                        || line.startsWith("\\fB")
                        || ManPage.macros().stream().anyMatch(line::startsWith))
                .noneMatch(line -> line.contains("%n") || line.contains("@|"));
    }

    @Test
    void isDeterministic() {
        assertThat(ManPage.of("1.2.3")).isEqualTo(PAGE);
    }
}
