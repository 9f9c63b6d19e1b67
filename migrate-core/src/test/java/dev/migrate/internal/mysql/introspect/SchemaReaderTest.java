package dev.migrate.internal.mysql.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

class SchemaReaderTest {

    @DatabaseTest
    void theNumberOfQueriesIsConstant(TestDatabase database) throws SQLException {
        createTables(database, 0, 3);
        int few = queries(database);
        createTables(database, 3, 40);

        assertThat(TestSchemas.schema(database).tables()).hasSize(40);
        assertThat(queries(database)).isEqualTo(few).isLessThan(20);
    }

    private static void createTables(TestDatabase database, int from, int to) {
        database.execute("CREATE TABLE IF NOT EXISTS t0 (id INT PRIMARY KEY, n VARCHAR(20) DEFAULT 'x')");
        for (int i = Math.max(1, from); i < to; i++) {
            database.execute("CREATE TABLE t" + i + " (id INT PRIMARY KEY, p INT DEFAULT 7, n VARCHAR(20) COMMENT 'x',"
                    + " KEY n (n), CONSTRAINT f" + i + " FOREIGN KEY (p) REFERENCES t" + (i - 1) + " (id))");
        }
    }

    private static int queries(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            int before = questions(connection);
            new MySqlSchemaReader().read(connection);
            return questions(connection) - before;
        }
    }

    private static int questions(Connection connection) throws SQLException {
        return Integer.parseInt(value(connection, "SHOW SESSION STATUS LIKE 'Questions'", 2));
    }

    @DatabaseTest
    void doesNotDependOnSettingsAndRestoresThem(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE `select` (id INT, a VARCHAR(20) DEFAULT 'a\\\\''b', b VARCHAR(40) AS (CONCAT(a, '\\\\'))"
                        + " COMMENT 'c\\\\', x VARBINARY(3) DEFAULT 0x5C27) PARTITION BY HASH (id)");
        Schema expected = TestSchemas.schema(database);
        String settings = "SELECT CONCAT(@@sql_mode, ' ', @@sql_quote_show_create, ' ', @@autocommit)";
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES', sql_quote_show_create = 0");
            connection.setAutoCommit(false);
            String before = value(connection, settings, 1);

            assertThat(new MySqlSchemaReader().read(connection)).isEqualTo(expected);
            assertThat(value(connection, settings, 1)).isEqualTo(before);
        }
    }

    @DatabaseTest
    void readsGeneratedInvisiblePrimaryKeysEvenIfTheyAreHidden(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement
                    .executeQuery("SHOW VARIABLES LIKE 'sql_generate_invisible_primary_key'")
                    .next()) {
                return;
            }
            statement.execute("SET SESSION sql_generate_invisible_primary_key = 1");
            statement.execute("CREATE TABLE t (a INT)");
            statement.execute("SET SESSION show_gipk_in_create_table_and_information_schema = 0");

            assertThat(new MySqlSchemaReader().read(connection).tables().get(0).columns())
                    .extracting(Column::name)
                    .containsExactly("my_row_id", "a");
            assertThat(value(connection, "SELECT @@show_gipk_in_create_table_and_information_schema", 1))
                    .isEqualTo("0");
        }
    }

    @DatabaseTest
    void rejectsAConnectionWithoutADatabase(TestDatabase database) throws SQLException {
        DataSource server = TestDatabase.dataSource(database.url().replace("/" + database.name(), "/"));
        try (Connection connection = server.getConnection()) {
            assertThatThrownBy(() -> new MySqlSchemaReader().read(connection))
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("no default database");
        }
    }

    private static String value(Connection connection, String query, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(column);
        }
    }
}
