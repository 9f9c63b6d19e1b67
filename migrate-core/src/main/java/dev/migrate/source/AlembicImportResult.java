package dev.migrate.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The migrations that an import wrote.
 *
 * @param migrations the migrations, each after those that it needs
 * @param withoutSql the reason why Alembic did not generate their SQL; null if it did
 */
public record AlembicImportResult(
        List<ImportedMigration> migrations, @Nullable String withoutSql) {

    /** Copies the list. */
    public AlembicImportResult {
        migrations = List.copyOf(migrations);
    }

    /**
     * Returns whether Alembic generated the SQL of all migrations.
     *
     * @return false if a method has to be written by hand
     */
    public boolean isComplete() {
        return withoutSql == null
                && migrations.stream().allMatch(migration -> migration.blanks().isEmpty());
    }
}
