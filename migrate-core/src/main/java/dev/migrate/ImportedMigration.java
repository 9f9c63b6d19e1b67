package dev.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A revision of Alembic that was written as a migration.
 *
 * @param original the file that it comes from
 * @param written the revision and its new file
 * @param blanks the methods that a person has to write, {@code up} or {@code down}; until then, they throw
 */
public record ImportedMigration(Path original, WrittenMigration written, List<String> blanks) {

    /** Copies the list. */
    public ImportedMigration {
        Objects.requireNonNull(original, "original");
        Objects.requireNonNull(written, "written");
        blanks = List.copyOf(blanks);
    }
}
