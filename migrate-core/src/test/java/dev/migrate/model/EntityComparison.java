package dev.migrate.model;

import dev.migrate.internal.mysql.introspect.CanonicalForm;
import dev.migrate.internal.mysql.introspect.ExpressionRewriter;
import dev.migrate.internal.mysql.introspect.SchemaReader;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A model's tables and a database's, both in canonical form. */
record EntityComparison(List<Table> wanted, List<Table> found) {

    static EntityComparison of(TestDatabase database, Model model) {
        SqlRenderer renderer = DatabaseProviders.renderer(database.server().version());
        try (Connection connection = database.dataSource().getConnection()) {
            Schema schema = model.schema(context(renderer.server()));
            CanonicalForm form = CanonicalForm.on(connection);
            List<Table> rewritten = ExpressionRewriter.rewrite(
                    connection,
                    schema.tables(),
                    table -> renderer.render(new CreateTable(table)).get(0).text());
            return new EntityComparison(
                    rewritten.stream().map(form::of).toList(),
                    SchemaReader.read(connection).tables());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A context that tells the version and nothing else: entities are read without a database. */
    static ModelContext context(ServerVersion server) {
        return new ModelContext() {
            @Override
            public ServerVersion server() {
                return server;
            }

            @Override
            public Schema schemaAfter(String name, String script) {
                throw new AssertionError("A model of entities asked the server to run " + name + ".");
            }
        };
    }
}
