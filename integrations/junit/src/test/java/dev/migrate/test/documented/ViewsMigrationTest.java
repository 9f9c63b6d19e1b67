package dev.migrate.test.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewsMigrationTest {

    @Test
    @MigratedDatabase(value = "001", migrations = "dev.migrate.test.shop")
    void keepsTheRows(TestDatabase database) {
        database.insert("customers", Map.of("email", "ada@example.com", "country", "NO"));

        database.roundTrip("002");

        assertThat(database.query("SELECT email FROM customers")).containsExactly(Map.of("email", "ada@example.com"));
        assertThat(database.schema().views()).hasSize(2);
    }
}
