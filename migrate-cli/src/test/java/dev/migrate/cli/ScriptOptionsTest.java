package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The errors for invalid combinations of script options. */
class ScriptOptionsTest {

    private static String refusal(String... arguments) {
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err));
        assertThat(commandLine.execute(arguments)).isEqualTo(CommandLine.ExitCode.USAGE);
        return err.toString();
    }

    @Test
    void serverAndOutputRequireSql() {
        assertThat(refusal("upgrade", "--output", "x.sql")).contains("--server and --output require --sql.");
        assertThat(refusal("downgrade", "base", "--server", "mysql-8.0"))
                .contains("--server and --output require --sql.");
    }

    @Test
    void serversHaveUsualNames() {
        assertThat(refusal("upgrade", "--sql", "--server", "8.0"))
                .contains("\"8.0\" is not the name of a server. Write mysql-8.0.36 or mariadb-10.11.");
        assertThat(refusal("upgrade", "--sql", "--server", "mysql-5.1"))
                .contains("Use MySQL 5.7 or later or MariaDB 10.2 or later");
    }
}
