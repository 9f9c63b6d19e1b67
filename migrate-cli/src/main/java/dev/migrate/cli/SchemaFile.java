package dev.migrate.cli;

import dev.migrate.error.SchemaException;
import dev.migrate.error.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The script of the migrated schema in a file, compared with the current one. Immutable.
 *
 * @param path the file
 * @param differences the lines that differ, those of the file with a minus sign; empty if the file is up to date
 * @param isWritten whether the file was written because of them
 */
record SchemaFile(Path path, List<String> differences, boolean isWritten) {

    /** Compares the file with a script. Line breaks may have been converted by a version control system. */
    static SchemaFile compared(Path path, String schema) {
        if (!Files.exists(path)) {
            throw new UsageException("The schema file " + path + " does not exist. Create it with --write.");
        }
        return new SchemaFile(path, LineDiff.between(read(path), schema), false);
    }

    /** Writes a script to the file, unless it contains it already. */
    static SchemaFile written(Path path, String schema) {
        List<String> differences = LineDiff.between(Files.exists(path) ? read(path) : "", schema);
        if (!differences.isEmpty()) {
            try {
                Files.writeString(path, schema);
            } catch (IOException e) {
                throw new SourceException(
                        SourceException.Reason.NOT_WRITTEN,
                        "The schema file " + path + " cannot be written: " + e + ".",
                        "Check the folder and its permissions.",
                        e);
            }
        }
        return new SchemaFile(path, differences, !differences.isEmpty());
    }

    private static String read(Path path) {
        try {
            // Another encoding is a difference, not a failure.
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SchemaException(
                    SchemaException.Reason.SCRIPT_NOT_READABLE,
                    "The schema file " + path + " cannot be read: " + e + ".",
                    "Check the file and its permissions.",
                    e);
        }
    }

    /** Whether the file differs from the schema. */
    boolean isDifferent() {
        return !differences.isEmpty() && !isWritten;
    }
}
