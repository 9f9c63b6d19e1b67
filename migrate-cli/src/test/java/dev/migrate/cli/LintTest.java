package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate lint}, which needs no database. */
class LintTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeMigrations() throws IOException {
        write("M1", "id = \"001\"", "op.createTable(\"notes\", t -> t.column(\"text\", varchar(50)));");
        write("M2", "id = \"002\", parents = \"001\"", "op.dropTable(\"notes\");");
    }

    private void write(String name, String revision, String body) throws IOException {
        Files.writeString(folder.resolve(name + ".java"), """
                import static dev.migrate.schema.ColumnType.*;
                import dev.migrate.migration.*;
                import dev.migrate.operation.*;

                @Revision(%s)
                public final class %s implements Migration {
                    @Override
                    public void up(Operations op) {
                        %s
                    }
                }
                """.formatted(revision, name, body));
    }

    private CommandRun lint(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "lint";
        arguments[1] = "--migrations";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandRun.migrate(arguments);
    }

    @Test
    void findingsFitOnATerminal() {
        CommandRun ran = lint();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines())
                .containsExactly(
                        "warning missing-primary-key: 001, create table notes",
                        "  Clusters reject writes to a table without a primary key, and replicas search",
                        "  the whole table for each changed row.",
                        "  Add a primary key, for instance an AUTO_INCREMENT column id.",
                        "warning data-loss: 002, drop table notes",
                        "  All rows of notes are lost. A downgrade does not restore them.",
                        "  First release a version that does not use the data. Back it up, and drop it in",
                        "  a later release.",
                        "warning irreversible: 002",
                        "  The inverse of \"drop table notes\" cannot be derived: it needs the definition",
                        "  of the table. A downgrade stops here.",
                        "  Override down(), or explain why there is none:",
                        "  @IgnoreRule(value = \"irreversible\", reason = \"...\")",
                        "3 warnings.");
    }

    @Test
    void errorGivesTheExitCodeOne() {
        CommandRun ran = lint("--rule", "data-loss=error", "--rule", "irreversible=off", "--range", "002:");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines())
                .startsWith("error data-loss: 002, drop table notes")
                .endsWith("1 error.");
    }

    @Test
    void severitiesAreReadFromTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("migrate.properties"),
                "lint.data-loss = off\nlint.irreversible = off\nlint.missing-primary-key = off\n");

        assertThat(lint("--config", file.toString()).lines()).containsExactly("No findings.");
    }

    @Test
    void unknownRulesAndSeveritiesAreUsageErrors() {
        assertThat(lint("--rule", "data-los=off")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("There is no rule \"data-los\". The rules are: ");
        });
        assertThat(lint("--rule", "data-loss=fatal")).satisfies(ran -> {
            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("--rule data-loss: \"fatal\" is not a severity; use off, info, warning or error.");
        });
    }
}
