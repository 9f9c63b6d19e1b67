package dev.migrate.internal.mysql.introspect;

import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the schemas of test databases. */
final class TestSchemas {

    private TestSchemas() {}

    static Schema schema(TestDatabase database) {
        try (Connection connection = database.dataSource().getConnection()) {
            return new MySqlSchemaReader().read(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
