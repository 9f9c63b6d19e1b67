package dev.migrate.model;

import dev.migrate.internal.mysql.introspect.MySqlNormalizer;
import dev.migrate.internal.mysql.introspect.MySqlSchemaReader;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The tables of a model and of a database, both in canonical form. */
record EntityComparison(List<Table> wanted, List<Table> found) {

    static EntityComparison of(TestDatabase database, Model model) {
        SqlRenderer renderer = DatabaseProviders.renderer(database.server().version());
        try (Connection connection = database.dataSource().getConnection()) {
            Schema schema = model.schema(context(renderer.server()));
            Schema actual = new MySqlSchemaReader().read(connection);
            Schema normal = MySqlNormalizer.on(connection).normalize(schema, actual, Map.of());
            return new EntityComparison(normal.tables(), actual.tables());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A context that only has a version: entities are read without a database. */
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
