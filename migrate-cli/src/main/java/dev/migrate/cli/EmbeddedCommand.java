package dev.migrate.cli;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * Runs commands in the process of another program, such as a build tool, which loads this class and the migrations in a
 * class loader of their own. The parameters have types of Java only for that reason. Logging and standard output remain as
 * they are, and no connection, driver or thread is left behind, so that the class loader can be closed.
 * Thread safe.
 */
public final class EmbeddedCommand {

    /** The class of MySQL Connector/J with a thread that looks for connections which nobody has closed. */
    private static final String CLEANUP_THREAD = "com.mysql.cj.jdbc.AbandonedConnectionCleanupThread";

    private EmbeddedCommand() {}

    /**
     * Runs one command.
     *
     * @param password the password of the database user, which replaces any other one; null to use the configured one
     * @param out receives each line of the result
     * @param warnings receives each line of warnings; the progress is in the log of the library
     * @param failure receives each line of the error message, which contains no password
     * @param arguments the command and its options
     * @return the exit code, as of {@link Main#main}
     */
    public static int run(
            @Nullable String password,
            Consumer<String> out,
            Consumer<String> warnings,
            Consumer<String> failure,
            String... arguments) {
        CommandLine command = Main.commandLine(
                new MigrateCommand(true, Optional.ofNullable(password)), new CommandLine.RunLast(), arguments);
        command.setOut(ControlCharacters.escaping(new LineWriter(out), false));
        command.setErr(ControlCharacters.escaping(new LineWriter(warnings), false));
        LineWriter message = new LineWriter(failure);
        IExecutionExceptionHandler onFailure = command.getExecutionExceptionHandler();
        IParameterExceptionHandler onUsage = command.getParameterExceptionHandler();
        command.setExecutionExceptionHandler((exception, failed, parsed) -> onFailure.handleExecutionException(
                exception, failed.setErr(ControlCharacters.escaping(message, false)), parsed));
        command.setParameterExceptionHandler((exception, given) -> {
            exception.getCommandLine().setErr(ControlCharacters.escaping(message, false));
            return onUsage.handleParseException(exception, given);
        });
        try {
            return command.execute(arguments);
        } finally {
            command.getOut().close();
            command.getErr().close();
            message.close();
            unloadDrivers();
        }
    }

    /**
     * Drivers register themselves when they are loaded, which would keep a reference to their class loader. Those of the
     * application itself remain.
     */
    private static void unloadDrivers() {
        ClassLoader own = EmbeddedCommand.class.getClassLoader();
        if (own != ClassLoader.getSystemClassLoader()) {
            DriverManager.drivers()
                    .filter(driver -> driver.getClass().getClassLoader() == own)
                    .toList()
                    .forEach(EmbeddedCommand::unload);
        }
    }

    private static void unload(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
            if (driver.getClass().getName().startsWith("com.mysql.")) {
                Class.forName(CLEANUP_THREAD, true, driver.getClass().getClassLoader())
                        .getMethod("uncheckedShutdown")
                        .invoke(null);
            }
        } catch (SQLException | ReflectiveOperationException e) {
            // The command has run; only some memory is not released.
            System.getLogger("dev.migrate.cli").log(System.Logger.Level.DEBUG, "A driver was not unloaded.", e);
        }
    }
}
