package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The contract of {@link SchemaReader}. */
public abstract class SchemaReaderContract extends ProviderContract {

    @DatabaseTest
    void anEmptyDatabaseHasAnEmptySchema(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Schema schema = provider().schemaReader().read(connection);

            assertThat(schema.tables()).isEmpty();
            assertThat(schema.views()).isEmpty();
            assertThat(schema.triggers()).isEmpty();
            assertThat(schema.routines()).isEmpty();
            assertThat(schema.events()).isEmpty();
        }
    }

    @DatabaseTest
    void readsColumnsKeysAndDefaults(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers(), orders()));

            Schema schema = provider().schemaReader().read(connection);
            assertThat(schema.tables()).extracting(Table::name).containsExactly("customers", "orders");
            Table customers = schema.table("customers").orElseThrow();
            assertThat(customers.columns()).extracting(Column::name).containsExactly("id", "email", "city", "visits");
            assertThat(customers.columns()).extracting(Column::isNullable).containsExactly(false, false, true, false);
            assertThat(customers.columns())
                    .extracting(Column::defaultValue)
                    .isEqualTo(customers().columns().stream()
                            .map(Column::defaultValue)
                            .toList());
            assertThat(customers.primaryKey()).containsExactly(KeyPart.column("id"));
            assertThat(customers.indexes())
                    .containsExactlyInAnyOrder(
                            Index.unique("customers_email", "email"), Index.of("customers_city", "city", "visits"));
            ForeignKey key = schema.table("orders").orElseThrow().foreignKeys().get(0);
            assertThat(key).isEqualTo(orders().foreignKeys().get(0));
        }
    }

    @DatabaseTest
    void readsTheSameTwice(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers(), orders()));

            assertThat(provider().schemaReader().read(connection))
                    .isEqualTo(provider().schemaReader().read(connection));
        }
    }

    @DatabaseTest
    void leavesAnOpenTransactionOpen(TestDatabase database) throws SQLException {
        SqlRenderer renderer = renderer(database);
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer, schema(customers()));
            connection.setAutoCommit(false);
            execute(connection, "INSERT INTO customers (id, email) VALUES (1, 'a')");

            provider().schemaReader().read(connection);
            connection.rollback();

            assertThat(column(connection, "SELECT id FROM customers", 1)).isEmpty();
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    @DatabaseTest
    void definitionsDifferExactlyIfTheSchemaDoes(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers(), orders()));
            ServerDefinitions before = provider().schemaReader().definitions(connection);
            assertThat(before.texts()).containsOnlyKeys("table customers", "table orders");
            assertThat(before.texts().values()).noneMatch(text -> text.contains(database.name()));

            execute(connection, "INSERT INTO customers (id, email) VALUES (1, 'a')");
            assertThat(provider().schemaReader().definitions(connection)).isEqualTo(before);

            execute(connection, "CREATE INDEX more ON customers (email, city)");
            ServerDefinitions after = provider().schemaReader().definitions(connection);
            assertThat(after.differencesFrom(before))
                    .hasSize(1)
                    .first()
                    .asString()
                    .matches("table customers has .*more.*");
            assertThat(before.differencesFrom(after)).first().asString().startsWith("table customers lacks ");
            assertThat(after.withoutTables(List.of("orders")).differencesFrom(after))
                    .containsExactly("table orders is missing");
        }
    }
}
