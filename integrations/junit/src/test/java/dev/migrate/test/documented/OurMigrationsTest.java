package dev.migrate.test.documented;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.AfterRevision;
import dev.migrate.test.BeforeRevision;
import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.MigrationTest;
import dev.migrate.test.MigrationTests;
import dev.migrate.test.TestDatabase;
import java.util.Map;
import java.util.Optional;

@MigratedDatabase(migrations = "dev.migrate.test.shop")
class OurMigrationsTest implements MigrationTests {

    @BeforeRevision("002")
    void rowsOfThePreviousRelease(TestDatabase database) {
        database.insert("customers", Map.of("id", 1, "email", "ada@example.com", "country", "NO"))
                .insert("orders", Map.of("customer_id", 1, "amount", 2000));
    }

    @AfterRevision("002")
    void theViewContainsThem(TestDatabase database) {
        assertThat(database.query("SELECT customer_id FROM good_customers")).hasSize(1);
    }

    @Override
    public Optional<String> disabled(MigrationTest test) {
        return test == MigrationTest.MODEL ? Optional.of("the schema is written by hand") : Optional.empty();
    }
}
