package dev.migrate.model;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.introspect.CanonicalForm;
import dev.migrate.introspect.ExpressionRewriter;
import dev.migrate.introspect.SchemaReader;
import dev.migrate.operation.CreateTable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A model's tables and a database's, both in canonical form. */
record Comparison(List<Table> wanted, List<Table> found) {

    static Comparison of(TestDatabase database, Model model) {
        Dialect dialect = Dialects.forServer(database.server().version());
        try (Connection connection = database.dataSource().getConnection()) {
            Schema schema = model.schema(context(dialect.server()));
            CanonicalForm form = CanonicalForm.on(connection);
            List<Table> rewritten = ExpressionRewriter.rewrite(
                    connection,
                    schema.tables(),
                    table -> dialect.render(new CreateTable(table)).get(0).text());
            return new Comparison(
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
