package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What is said to options for scripts that make no sense. */
class ScriptOptionsTest {

    private static String refusal(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err));
        assertThat(commandLine.execute(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        return err.toString();
    }

    @Test
    void aServerAndAFileAreForScripts() {
        assertThat(refusal("upgrade", "--output", "x.sql"))
                .contains("--server and --output are for scripts: add --sql.");
        assertThat(refusal("downgrade", "base", "--server", "mysql-8.0"))
                .contains("--server and --output are for scripts: add --sql.");
    }

    @Test
    void aServerIsNamedAsPeopleDo() {
        assertThat(refusal("upgrade", "--sql", "--server", "8.0"))
                .contains("\"8.0\" is not the name of a server. Write mysql-8.0.36 or mariadb-10.11.");
        assertThat(refusal("upgrade", "--sql", "--server", "mysql-5.1"))
                .contains("Use MySQL 5.7 or later or MariaDB 10.2 or later");
    }
}
