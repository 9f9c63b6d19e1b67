package dev.migrate.internal.engine;

import dev.migrate.diff.Change;
import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.Schema;
import java.util.List;

/**
 * A copy of the structure of a database: its tables, views and other objects, without rows. Immutable.
 *
 * @param database the database
 * @param schema its schema
 * @param renderer the renderer of its server
 * @param options the options of a comparison, which exclude the history of the database
 */
record StructureCopy(Database database, Schema schema, SqlRenderer renderer, DiffOptions options) {

    /** The copy has a history of its own, so that the usual one contains only the plan. */
    private static final String HISTORY = "migrate_rehearsal";

    private static final RevisionNode REVISION =
            new RevisionNode("structure", List.of(), List.of(), List.of(), "the structure of the database");

    /** Returns what is not copied, as complete sentences. */
    List<String> notices() {
        return difference().notices();
    }

    private SchemaDiff difference() {
        Schema empty = new Schema(
                schema.encoding(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return SchemaDiff.between(empty, schema, options);
    }

    /**
     * Creates the objects in a scratch database.
     *
     * @throws dev.migrate.error.InvalidMigrationException if one of them reaches anything outside of the scratch database
     * @throws dev.migrate.error.StatementFailedException if the server rejects one
     */
    void create(ScratchDatabase scratch) {
        PreparedStep step = step();
        ContainedSteps.require(List.of(step), scratch, renderer);
        Database copy = new Database(
                scratch.dataSource(), HISTORY, database.options().forScratchDatabase(), database.providers());
        try (Session session = copy.open();
                LockedDatabase locked = LockedDatabase.acquire(copy, session)) {
            locked.createTables();
            locked.runner().run(List.of(step), 0, completed -> {});
            locked.runner().flush();
        }
    }

    private PreparedStep step() {
        List<Operation> operations = renderer.merge(
                difference().changes().stream().map(Change::operation).toList());
        return PreparedStep.of(
                new Step(Direction.UP, REVISION, List.of()),
                operations,
                operations.stream()
                        .flatMap(operation -> renderer.render(operation).stream())
                        .toList());
    }
}
