package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.ObjectKind;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.UnspecifiedAttributes;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.internal.mysql.introspect.CanonicalForm;
import dev.migrate.internal.mysql.introspect.SchemaReader;
import dev.migrate.internal.mysql.introspect.WantedSchema;
import dev.migrate.model.Model;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiPredicate;
import javax.sql.DataSource;

/**
 * Compares a database with models. Immutable.
 *
 * @param dataSource where connections to the database come from
 * @param renderer the dialect of its server
 * @param versionTable the name of the version table, which is never compared
 * @param included which objects are compared
 */
public record DatabaseComparison(
        DataSource dataSource, SqlRenderer renderer, String versionTable, BiPredicate<ObjectKind, String> included) {

    /** What leads from the database to the model. */
    public SchemaDiff with(Model model, Renames renames) {
        // The model may want a connection of its own, and a pool may have no more than one.
        Schema wanted = model.schema(new ScratchModelContext(dataSource, renderer.server()));
        try (Connection connection = dataSource.getConnection()) {
            CanonicalForm form = CanonicalForm.on(connection);
            Schema actual = SchemaReader.read(connection);
            Schema filled = UnspecifiedAttributes.fill(wanted, actual, model.unspecifiedAttributes(), renames);
            Schema canonical =
                    WantedSchema.inServersWords(connection, form, filled, actual, renames.tables(), this::create);
            DiffOptions options = DiffOptions.on(form.facts().defaults())
                    .versionTable(versionTable)
                    .including(included)
                    .renames(renames);
            return SchemaDiff.between(actual, canonical, options);
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    "The connection to the database cannot be used: " + e.getMessage() + ". Nothing was changed.",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }

    private String create(Table table) {
        return renderer.render(new CreateTable(table)).get(0).text();
    }
}
