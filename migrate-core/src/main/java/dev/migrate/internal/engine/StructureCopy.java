package dev.migrate.internal.engine;

import dev.migrate.diff.Change;
import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * A copy of the structure of a database: its tables, views and other objects. Immutable.
 *
 * @param database the database
 * @param schema its schema
 * @param renderer the renderer of its server
 * @param options the options of a comparison, which exclude the history of the database
 */
record StructureCopy(Database database, Schema schema, SqlRenderer renderer, DiffOptions options) {

    /** The copy has a history of its own, so that the usual one contains only the plan. */
    private static final String HISTORY = "migrate_rehearsal";

    private static final String MESSAGE = "the structure of the database";

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
     * @param beforeTriggers is called when everything exists except for the triggers, without an open connection
     * @throws dev.migrate.error.InvalidMigrationException if one of them reaches anything outside of the scratch database
     * @throws dev.migrate.error.StatementFailedException if the server rejects one
     */
    void create(ScratchDatabase scratch, Runnable beforeTriggers) {
        List<Operation> all = renderer.merge(
                difference().changes().stream().map(Change::operation).toList());
        PreparedStep objects = step("structure", all, operation -> !(operation instanceof CreateTrigger));
        PreparedStep triggers = step("triggers", all, CreateTrigger.class::isInstance);
        ContainedSteps.require(List.of(objects, triggers), scratch, renderer);
        Database copy = new Database(
                scratch.dataSource(), HISTORY, database.options().forScratchDatabase(), database.providers());
        run(copy, objects);
        beforeTriggers.run();
        if (!triggers.operations().isEmpty()) {
            run(copy, triggers);
        }
    }

    private static void run(Database copy, PreparedStep step) {
        try (Session session = copy.open();
                LockedDatabase locked = LockedDatabase.acquire(copy, session)) {
            locked.createTables();
            locked.runner().run(List.of(step), 0, completed -> {});
            locked.runner().flush();
        }
    }

    private PreparedStep step(String id, List<Operation> all, Predicate<Operation> isIncluded) {
        List<Operation> operations = all.stream().filter(isIncluded).toList();
        RevisionNode revision = new RevisionNode(id, List.of(), List.of(), List.of(), MESSAGE);
        return PreparedStep.of(
                new Step(Direction.UP, revision, List.of()),
                operations,
                operations.stream()
                        .flatMap(operation -> renderer.render(operation).stream())
                        .toList());
    }
}
