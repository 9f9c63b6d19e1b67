package dev.migrate.internal.mysql.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomSchema;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Objects that are created by operations are read back as equal, and are removed by the inverses. */
class ReadingPropertiesTest {

    /** For each server; see {@link Property} for how to try more. */
    private static final int CASES = 15;

    @DatabaseTest
    void readsBackCreatedObjectsAndNothingAfterTheInverse(TestDatabase database) throws SQLException {
        SqlRenderer renderer = DatabaseProviders.renderer(database.server().version());
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_TRANS_TABLES')");
            Property.of(random -> RandomSchema.of(renderer.server(), random), RandomSchema::smaller)
                    .holds(CASES, schema -> check(connection, renderer, schema.tables()));
        }
    }

    private static void check(Connection connection, SqlRenderer renderer, List<Table> tables) {
        try {
            tables.forEach(table -> execute(connection, create(renderer, table)));
            Schema actual = new MySqlSchemaReader().read(connection);
            List<Table> read = actual.tables();
            List<Table> expected = MySqlNormalizer.on(connection)
                    .normalize(schema(tables), actual, Map.of())
                    .tables();
            for (int i = 0; i < tables.size(); i++) {
                assertThat(read.get(i)).isEqualTo(expected.get(i));
            }
            assertThat(read).hasSameSizeAs(expected);

            for (int i = tables.size() - 1; i >= 0; i--) {
                inverse(tables.get(i)).forEach(operation -> execute(connection, sql(renderer, operation)));
            }
            assertThat(new MySqlSchemaReader().read(connection).tables()).isEmpty();
        } finally {
            for (int i = tables.size() - 1; i >= 0; i--) {
                execute(
                        connection,
                        "DROP TABLE IF EXISTS " + renderer.quote(tables.get(i).name()));
            }
        }
    }

    private static Schema schema(List<Table> tables) {
        return new Schema(Encoding.INHERITED, tables, List.of(), List.of(), List.of(), List.of());
    }

    private static List<Operation> inverse(Table table) {
        return ((Inverse.Exact<Operation>) new CreateTable(table).inverse()).operations();
    }

    private static String create(SqlRenderer renderer, Table table) {
        return sql(renderer, new CreateTable(table));
    }

    private static String sql(SqlRenderer renderer, Operation operation) {
        return renderer.render(operation).get(0).text();
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
