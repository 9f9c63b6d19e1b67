package dev.migrate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an import has written.
 *
 * @param migrations the migrations, each behind what it needs
 * @param withoutSql why Alembic was not asked for their SQL, or nothing if it was
 */
public record AlembicImportResult(List<ImportedMigration> migrations, Optional<String> withoutSql) {

    /** Copies the list. */
    public AlembicImportResult {
        migrations = List.copyOf(migrations);
        Objects.requireNonNull(withoutSql, "withoutSql");
    }
}
