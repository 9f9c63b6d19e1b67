package dev.migrate;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.introspect.SchemaReader;
import dev.migrate.introspect.ScratchDatabase;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.plan.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The schema that the applied migrations make, found out by running them in a scratch database. Immutable.
 *
 * @param database the database that they are applied to
 * @param graph the revisions
 * @param recorder records them
 * @param rows what its version table holds
 */
record AppliedMigrations(Database database, RevisionGraph graph, Recorder recorder, List<String> rows)
        implements Model {

    @Override
    public Schema schema(ModelContext context) {
        try (ScratchDatabase scratch = ScratchDatabase.create(database.requireDataSource())) {
            Database beside = database.beside(scratch.dataSource());
            UnfinishedSteps unfinished = new UnfinishedSteps(beside, graph, recorder);
            for (String row : rows) {
                new MigrationRun(beside, unfinished, recorder, there -> Planner.upgrade(graph, there, row)).result();
            }
            try (Connection connection = scratch.dataSource().getConnection()) {
                return SchemaReader.read(connection);
            }
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    "The connection to the scratch database cannot be used: " + e.getMessage() + ".",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }

    /** Migrations say all that there is. */
    @Override
    public Set<Attribute> leftToTheDatabase() {
        return Set.of();
    }
}
