package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.Renames;
import dev.migrate.diff.UnspecifiedAttributes;
import dev.migrate.model.InitialRow;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Compares a database with models. Immutable.
 *
 * @param dataSource the source of connections to the database
 * @param renderer the renderer of its server
 * @param versionTable the name of the version table, which is never compared, and neither is the journal
 * @param included which objects are compared
 */
public record DatabaseComparison(
        DataSource dataSource, SqlRenderer renderer, String versionTable, BiPredicate<ObjectKind, String> included) {

    /** Returns the changes that lead from the database to the model. */
    public ComparedSchemas with(Model model, Renames renames) {
        return with(model, renames, UnaryOperator.identity());
    }

    /** Returns the changes that lead from the database, with a correction of what was read, to the model. */
    ComparedSchemas with(Model model, Renames renames, UnaryOperator<Schema> correction) {
        // The model may need its own connection, and a pool may have only one.
        ModelContext context = new ScratchModelContext(dataSource, renderer.server());
        Schema wanted = model.schema(context);
        List<InitialRow> rows = model.initialRows(context);
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        try (Connection connection = dataSource.getConnection()) {
            Normalizer normalizer = provider.normalizer(connection);
            Schema actual = correction.apply(provider.schemaReader().read(connection));
            Schema filled = UnspecifiedAttributes.fill(
                    wanted, actual, model.unspecifiedAttributes(), renames, renderer::quote, model.ordersColumns());
            Schema normal = normalizer.normalize(filled, actual, renames.tables());
            DiffOptions all = DiffOptions.on(normalizer.defaults(), renderer);
            DiffOptions options = new ForeignObjects(provider, provider.historyStore(versionTable), actual, wanted)
                    .excludedFrom(all, connection)
                    .including(included)
                    .renames(renames)
                    .insertions(missing(rows, new FilledTables(connection, renderer, actual, renames)));
            return new ComparedSchemas(actual, normal, options);
        } catch (SQLException e) {
            throw Session.unusable(e);
        }
    }

    private List<Operation> missing(List<InitialRow> rows, FilledTables tables) throws SQLException {
        List<Operation> missing = new ArrayList<>();
        for (InitialRow row : rows) {
            if (included.test(ObjectKind.TABLE, row.table()) && !tables.contain(row.table())) {
                missing.add(row.insert());
            }
        }
        return missing;
    }
}
