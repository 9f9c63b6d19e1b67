package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.ObjectKind;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.UnspecifiedAttributes;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.model.Model;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiPredicate;
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
    public SchemaDiff with(Model model, Renames renames) {
        // The model may need its own connection, and a pool may have only one.
        Schema wanted = model.schema(new ScratchModelContext(dataSource, renderer.server()));
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        HistoryStore history = provider.historyStore(versionTable);
        try (Connection connection = dataSource.getConnection()) {
            Normalizer normalizer = provider.normalizer(connection);
            Schema actual = provider.schemaReader().read(connection);
            Schema filled =
                    UnspecifiedAttributes.fill(wanted, actual, model.unspecifiedAttributes(), renames, renderer::quote);
            Schema normal = normalizer.normalize(filled, actual, renames.tables());
            DiffOptions options = DiffOptions.on(normalizer.defaults(), renderer)
                    .excluding(ObjectKind.TABLE, history.versionTable(), history.journalTable())
                    .including(included)
                    .renames(renames);
            return SchemaDiff.between(actual, normal, options);
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNUSABLE,
                    "The connection to the database cannot be used: "
                            + DatabaseProviders.classify(e).text() + ". Nothing was changed.",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }
}
