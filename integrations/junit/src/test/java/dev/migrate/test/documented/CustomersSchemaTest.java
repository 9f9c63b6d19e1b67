package dev.migrate.test.documented;

import static dev.migrate.schema.ColumnType.varchar;
import static dev.migrate.test.assertj.MigrateAssertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.TestDatabase;
import org.junit.jupiter.api.Test;

class CustomersSchemaTest {

    @Test
    @MigratedDatabase(migrations = "dev.migrate.test.shop")
    void customersHaveAUniqueAddress(TestDatabase database) {
        assertThat(database.migrator()).isAtHead();
        assertThat(database.schema())
                .hasView("good_customers")
                .hasTable("customers")
                .hasUniqueIndex("email")
                .hasForeignKey("countries", "country")
                .column("email")
                .hasType(varchar(100))
                .isNotNullable();
    }
}
