package dev.migrate.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An Alembic revision that was written as a migration.
 *
 * @param original the file of the Alembic revision
 * @param written the revision and its new file
 * @param blanks the methods that have to be written by hand, {@code up} or {@code down}; until then they throw
 */
public record ImportedMigration(Path original, WrittenMigration written, List<String> blanks) {

    /** Copies the list. */
    public ImportedMigration {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(written, "written");
        blanks = List.copyOf(blanks);
    }
}
