package dev.migrate.internal.alembic;

import dev.migrate.revision.RevisionNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The contents of an Alembic revision file.
 *
 * @param file the file
 * @param revision the revision and its place in the graph
 * @param date its creation date, if its docstring contains it
 * @param upgrade the source of its function {@code upgrade}, in Python; empty if it has none
 * @param downgrade the source of its function {@code downgrade}
 */
public record RevisionFile(
        Path file, RevisionNode revision, Optional<LocalDate> date, String upgrade, String downgrade) {

    private static final Pattern PASS =
            Pattern.compile("def\\s+\\w+\\s*\\(\\s*\\)\\s*(?:->\\s*None\\s*)?:\\s*(?:\"\"\"[^\"]*\"\"\"\\s*)?pass\\s*");

    /** Rejects null. */
    public RevisionFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(upgrade, "upgrade");
        Objects.requireNonNull(downgrade, "downgrade");
    }

    /**
     * Returns whether the upgrade is empty, as in a merge.
     *
     * @return true if {@code upgrade} is {@code pass}
     */
    public boolean isUpgradeEmpty() {
        return PASS.matcher(upgrade).matches();
    }

    /**
     * Returns whether the downgrade is empty.
     *
     * @return true if {@code downgrade} is {@code pass}
     */
    public boolean isDowngradeEmpty() {
        return PASS.matcher(downgrade).matches();
    }
}
