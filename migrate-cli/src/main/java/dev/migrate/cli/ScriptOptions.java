package dev.migrate.cli;

import dev.migrate.MigrationScript;
import dev.migrate.provider.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for writing an SQL script instead of running a command. */
final class ScriptOptions {

    @Option(
            names = "--sql",
            description =
                    "Write a script for the server's command-line client instead of running anything. The target may"
                            + " be a range, FROM:TO.")
    private boolean isWanted;

    @Option(
            names = "--server",
            paramLabel = "SERVER",
            converter = ServerName.class,
            description =
                    "With --sql: the server that will run the script, for example mysql-8.0.36 or mariadb-10.11; no"
                            + " database is needed.")
    private @Nullable ServerVersion server;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "With --sql: the output file. Default: standard output.")
    private @Nullable Path output;

    boolean areWanted() {
        if (!isWanted && (server != null || output != null)) {
            throw new UsageException("--server and --output require --sql.");
        }
        return isWanted;
    }

    /**
     * Writes a script after it has been generated completely.
     *
     * @param offline generates it for a given server
     * @param connected generates it for the server of the database
     */
    void write(Function<ServerVersion, MigrationScript> offline, Supplier<MigrationScript> connected) {
        MigrationScript script = server == null ? connected.get() : offline.apply(server);
        // In UTF-8 regardless of the output, because the script sets this encoding.
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        if (output == null) {
            System.out.write(text, 0, text.length);
            System.out.flush();
            return;
        }
        try {
            Files.write(output, text);
        } catch (IOException e) {
            throw new UsageException("The script cannot be written to " + output + " (" + e + ").");
        }
    }
}
