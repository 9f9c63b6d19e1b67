package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.WrittenMigration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the files of a planned import. Stateless. */
public final class ImportWriter {

    private ImportWriter() {}

    /**
     * Writes the files of a plan.
     *
     * @throws SourceException if one of them already exists or cannot be written
     */
    public static List<WrittenMigration> write(ImportPlan plan) {
        List<String> ids =
                plan.files().stream().map(file -> file.revision().id()).toList();
        plan.files().stream()
                .map(file -> Objects.requireNonNull(file.target().getParent()))
                .distinct()
                .forEach(target -> new SourceFolder(target).requireNone(ids));
        for (ImportPlan.File file : plan.files()) {
            if (Files.exists(file.target())) {
                throw new SourceException(
                        SourceException.Reason.IMPORT_FAILED,
                        "The file " + file.target() + " already exists. Nothing was written.",
                        "Use another folder, or remove the files of an earlier import.");
            }
        }
        List<WrittenMigration> written = new ArrayList<>();
        for (ImportPlan.File file : plan.files()) {
            SourceFolder target =
                    new SourceFolder(Objects.requireNonNull(file.target().getParent()));
            Path path = target.write(file.target().getFileName().toString(), file.text());
            written.add(new WrittenMigration(file.revision(), path, file.text()));
        }
        return written;
    }
}
