package dev.migrate.provider;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The contract of {@link Normalizer}. */
public abstract class NormalizerContract extends ProviderContract {

    @DatabaseTest
    void aCreatedSchemaIsReadInCanonicalForm(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Schema wanted = schema(customers(), orders());
            create(connection, renderer(database), wanted);
            Schema actual = provider().schemaReader().read(connection);

            assertThat(normalize(connection, wanted, actual)).isEqualTo(actual);
        }
    }

    @DatabaseTest
    void aReadSchemaIsInCanonicalForm(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers(), orders()));
            Schema actual = provider().schemaReader().read(connection);

            assertThat(normalize(connection, actual, actual)).isEqualTo(actual);
        }
    }

    @DatabaseTest
    void normalizingTwiceChangesNothing(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Schema empty = provider().schemaReader().read(connection);
            Schema once = normalize(connection, schema(customers(), orders()), empty);

            assertThat(normalize(connection, once, empty)).isEqualTo(once);
        }
    }

    @DatabaseTest
    void keepsDifferencesThatMatter(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            Schema actual = provider().schemaReader().read(connection);
            Table other = table("customers", t -> {
                t.column("id", bigint()).notNull();
                t.column("email", varchar(101)).notNull();
                t.primaryKey("id");
            });

            assertThat(normalize(connection, schema(other), actual)).isNotEqualTo(actual);
        }
    }

    @DatabaseTest
    void comparesARenamedTableUnderItsNewName(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            create(connection, renderer(database), schema(customers()));
            Schema actual = provider().schemaReader().read(connection);
            Table renamed = table("clients", t -> {
                t.column("id", bigint()).notNull();
                t.primaryKey("id");
            });

            Schema normal = provider()
                    .normalizer(connection)
                    .normalize(schema(renamed), actual, Map.of("customers", "clients"));

            assertThat(normal.tables()).extracting(Table::name).containsExactly("clients");
        }
    }

    @DatabaseTest
    void theDefaultsOfTheDatabaseResolveEncodings(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            var defaults = provider().normalizer(connection).defaults();

            assertThat(defaults.engine()).isNotBlank();
            String inherited = defaults.collationOf(Encoding.INHERITED, defaults.collation());
            assertThat(defaults.collationOf(defaults.named(inherited), "another"))
                    .isEqualTo(inherited);
        }
    }

    private Schema normalize(Connection connection, Schema wanted, Schema actual) {
        return provider().normalizer(connection).normalize(wanted, actual, Map.of());
    }
}
