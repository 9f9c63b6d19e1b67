package dev.migrate.internal.load;

import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;
import java.util.function.Supplier;

/**
 * A migration and its revision.
 *
 * @param revision the revision
 * @param className the name of its class, or of its SQL file
 * @param source supplies the migration, always the same instance; the class may be loaded only then
 */
public record LoadedMigration(RevisionNode revision, String className, Supplier<Migration> source) {

    static LoadedMigration of(RevisionNode revision, Migration migration) {
        return new LoadedMigration(revision, migration.getClass().getName(), () -> migration);
    }

    /**
     * Returns the migration.
     *
     * @return the migration
     * @throws dev.migrate.error.InvalidMigrationException if it cannot be instantiated
     */
    public Migration migration() {
        return source.get();
    }

    /** Returns whether it is repeatable; then its dependencies are repeatable migrations, not revisions. */
    public boolean isRepeatable() {
        return source instanceof SqlMigration sql && sql.isRepeatable();
    }

    /**
     * Returns the name of the class without its package, or of the SQL file without its folder and its suffix.
     *
     * @return its simple name
     */
    public String simpleName() {
        return simpleName(className);
    }

    static String simpleName(String className) {
        if (className.endsWith(SqlFile.SUFFIX)) {
            int start = Math.max(className.lastIndexOf('/'), className.lastIndexOf('\\')) + 1;
            return className.substring(start, className.length() - SqlFile.SUFFIX.length());
        }
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
