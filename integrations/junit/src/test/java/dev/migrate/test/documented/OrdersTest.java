package dev.migrate.test.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MigratedDatabase(migrations = "dev.migrate.test.shop")
class OrdersTest {

    @Test
    void storesACustomer(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String insert = "INSERT INTO customers (email, country) VALUES ('ada@example.com', 'NO')";
            assertThat(statement.executeUpdate(insert)).isEqualTo(1);
        }
    }

    @Test
    void theNextTestDoesNotSeeIt(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT 1 FROM customers").next()).isFalse();
        }
    }
}
