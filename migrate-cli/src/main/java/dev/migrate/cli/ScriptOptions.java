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

/** Whether a command writes a script instead of running it, for which server, and where to. */
final class ScriptOptions {

    @Option(
            names = "--sql",
            description = "Run nothing, but write a script for the server's command-line client. The target may be a"
                    + " range, FROM:TO.")
    private boolean isWanted;

    @Option(
            names = "--server",
            paramLabel = "SERVER",
            converter = ServerName.class,
            description =
                    "For --sql: which server will run the script, for instance mysql-8.0.36 or mariadb-10.11. Then"
                            + " no database is asked.")
    private @Nullable ServerVersion server;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "For --sql: the file to write, instead of the standard output.")
    private @Nullable Path output;

    boolean areWanted() {
        if (!isWanted && (server != null || output != null)) {
            throw new UsageException("--server and --output are for scripts: add --sql.");
        }
        return isWanted;
    }

    /**
     * Writes a script, once all of it is there.
     *
     * @param offline makes it for a server
     * @param connected makes it for the server of the database
     */
    void write(Function<ServerVersion, MigrationScript> offline, Supplier<MigrationScript> connected) {
        MigrationScript script = server == null ? connected.get() : offline.apply(server);
        // In UTF-8 wherever it goes to: the script says so itself.
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        if (output == null) {
            System.out.write(text, 0, text.length);
            System.out.flush();
            return;
        }
        try {
            Files.write(output, text);
        } catch (IOException e) {
            throw new UsageException("The script cannot be written into " + output + " (" + e + ").");
        }
    }
}
