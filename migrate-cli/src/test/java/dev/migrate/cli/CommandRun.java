package dev.migrate.cli;

import dev.migrate.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * The output and the exit code of a command in the process of the test, which avoids the start of a JVM.
 *
 * @param exitCode the exit code
 * @param out the standard output
 * @param err the standard error
 */
record CommandRun(int exitCode, String out, String err) {

    /** The sample migrations, of which the second one can fail halfway. */
    static final String[] CUSTOMERS = {
        "--package", "dev.migrate.cli.customers", "--classpath", "target/test-classes",
    };

    static CommandRun migrate(String... given) {
        String[] arguments = PasswordOfServer.inAFile(given);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(arguments).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        Main.escapeOutput(commandLine, arguments);
        int exitCode = commandLine.execute(arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    static CommandRun customers(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", database.url()));
        all.addAll(List.of(CUSTOMERS));
        return migrate(all.toArray(String[]::new));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
