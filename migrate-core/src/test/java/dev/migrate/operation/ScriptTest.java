package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sources of scripts. */
class ScriptTest {

    private static List<Operation> recorded(Consumer<Operations> migration) {
        return Operations.recordedBy(migration);
    }

    @Test
    void readsAResourceFromThePackageOrTheRoot() {
        assertThat(recorded(op -> op.script(ScriptTest.class, "letters.sql")))
                .containsExactly(new ExecuteScript("letters.sql", "SELECT 'ö😀';\n"));
        assertThat(recorded(op -> op.script(ExecuteScript.class, "/dev/migrate/operation/letters.sql")))
                .containsExactly(new ExecuteScript("/dev/migrate/operation/letters.sql", "SELECT 'ö😀';\n"));
    }

    @Test
    void readsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.sql"), "SELECT 'ö😀'");

        assertThat(recorded(op -> op.script(file))).containsExactly(new ExecuteScript(file.toString(), "SELECT 'ö😀'"));
    }

    @Test
    void keepsTheText() {
        assertThat(recorded(op -> op.scriptText("SELECT 1;")))
                .containsExactly(new ExecuteScript("written in the migration", "SELECT 1;"));
    }

    @Test
    void reportsMissingScripts(@TempDir Path folder) {
        assertThatThrownBy(() -> recorded(op -> op.script(ScriptTest.class, "no.sql")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no resource no.sql next to " + ScriptTest.class.getName());
        assertThatThrownBy(() -> recorded(op -> op.script(folder.resolve("no.sql"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no file " + folder.resolve("no.sql") + ".");
        assertThatThrownBy(() -> recorded(op -> op.script(folder)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The file " + folder + " cannot be read.");
    }

    @Test
    void rejectsEmptyScriptsAndOtherEncodings(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.sql"), " \n");
        Path latin1 = Files.write(folder.resolve("latin1.sql"), new byte[] {'S', (byte) 0xF6});

        assertThatThrownBy(() -> recorded(op -> op.script(empty))).hasMessage("The script " + empty + " is empty.");
        assertThatThrownBy(() -> recorded(op -> op.script(latin1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The script " + latin1 + " cannot be read: it is not encoded in UTF-8: in line 1, byte 2 is F6."
                                + " Convert it, or pass its encoding to script(...).");
    }
}
