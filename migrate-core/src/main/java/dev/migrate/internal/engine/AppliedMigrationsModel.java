package dev.migrate.internal.engine;

import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.plan.Planner;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The schema that the applied migrations create, determined by running them in a scratch database. Immutable.
 *
 * @param database the database that they are applied to
 * @param graph the revisions
 * @param renderer records and renders them
 * @param rows what its version table holds
 * @param changes the steps of repeatable migrations after those in the journal
 */
public record AppliedMigrationsModel(
        Database database, RevisionGraph graph, MigrationRenderer renderer, List<String> rows, RepeatableSteps changes)
        implements Model {

    /** Creates the model of what the journal contains. */
    public AppliedMigrationsModel(
            Database database, RevisionGraph graph, MigrationRenderer renderer, List<String> rows) {
        this(database, graph, renderer, rows, RepeatableSteps.NONE);
    }

    @Override
    public Schema schema(ModelContext context) {
        DatabaseProvider provider = DatabaseProviders.forServer(context.server());
        try (ScratchDatabase scratch = provider.scratchDatabases().create(database.requireDataSource())) {
            List<PreparedStep> repeatables = repeatables();
            requireContained(repeatables, scratch, provider.renderer(context.server()));
            Database target = database.scratch(scratch.dataSource());
            for (String row : rows) {
                new MigrationRun(target, graph, renderer, (history, heads) -> Planner.upgrade(graph, heads, row))
                        .execute();
            }
            if (!repeatables.isEmpty()) {
                new MigrationRun(target, graph, renderer, new FixedPlanner(rows, repeatables)).execute();
            }
            try (Connection connection = scratch.dataSource().getConnection()) {
                return scratch.specifiedIn(provider.schemaReader().read(connection));
            }
        } catch (SQLException e) {
            throw Session.unusable(e);
        }
    }

    private List<PreparedStep> repeatables() {
        if (renderer.repeatables().isEmpty()) {
            return List.of();
        }
        try (Session session = database.open()) {
            return new Repeatables(graph, renderer).recorded(database.history(session), changes);
        }
    }

    private void requireContained(List<PreparedStep> repeatables, ScratchDatabase scratch, SqlRenderer statements) {
        List<PreparedStep> all = new ArrayList<>(repeatables);
        for (String row : rows) {
            all.addAll(renderer.prepare(Planner.upgrade(graph, List.of(), row).steps(), statements));
        }
        ContainedSteps.requireStatements(
                all,
                scratch,
                statements,
                "be run in a scratch database",
                "Compare the database with a model instead, or with a database that was migrated on another server.");
    }

    /** Migrations specify everything. */
    @Override
    public Set<Attribute> unspecifiedAttributes() {
        return Set.of(Attribute.COLUMN_ORDER);
    }
}
