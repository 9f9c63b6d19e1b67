package dev.migrate.load;

import dev.migrate.migration.Migration;
import dev.migrate.revision.RevisionNode;

/**
 * A migration and its place in the graph.
 *
 * @param revision the place
 * @param migration the migration
 */
public record LoadedMigration(RevisionNode revision, Migration migration) {}
