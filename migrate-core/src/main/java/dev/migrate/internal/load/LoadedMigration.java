package dev.migrate.internal.load;

import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;
import java.util.function.Supplier;

/**
 * A migration and its place in the graph.
 *
 * @param revision the place
 * @param className the name of its class
 * @param source gives the migration, always the same one; its class may be loaded no earlier than that
 */
public record LoadedMigration(RevisionNode revision, String className, Supplier<Migration> source) {

    static LoadedMigration of(RevisionNode revision, Migration migration) {
        return new LoadedMigration(revision, migration.getClass().getName(), () -> migration);
    }

    /**
     * Gives the migration.
     *
     * @return the migration
     * @throws dev.migrate.error.InvalidMigrationException if it cannot be made
     */
    public Migration migration() {
        return source.get();
    }

    /**
     * Names the class without its package.
     *
     * @return its simple name
     */
    public String simpleName() {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
