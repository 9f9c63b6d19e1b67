package dev.migrate.examples.emotionalchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.introspect.CanonicalForm;
import dev.migrate.introspect.SchemaReader;
import dev.migrate.model.EntityModel;
import dev.migrate.model.ModelContext;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** That the entities describe what the migrations leave behind, on every server. */
class EntitiesTest {

    private static final EntityModel MODEL = EntityModel.builder()
            .scan("dev.migrate.examples.emotionalchat.entities")
            .setting(
                    "hibernate.physical_naming_strategy",
                    "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
            .build();

    @DatabaseTest
    void wantWhatTheMigrationsCreate(TestDatabase database) throws SQLException {
        Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.examples.emotionalchat.migrations")
                .build()
                .upgrade("head");

        try (Connection connection = database.dataSource().getConnection()) {
            CanonicalForm form = CanonicalForm.on(connection);
            Schema found = SchemaReader.read(connection, name -> !name.startsWith("alembic_"));
            List<Table> wanted = MODEL.schema(context(database)).tables().stream()
                    .map(form::of)
                    .toList();

            assertThat(wanted).extracting(Table::name).hasSize(7).containsExactlyElementsOf(names(found));
            for (int i = 0; i < wanted.size(); i++) {
                Table table = withoutOrder(wanted.get(i));
                Table live = withoutOrder(found.tables().get(i));
                assertThat(table.columns()).as(table.name()).containsExactlyElementsOf(live.columns());
                assertThat(table).isEqualTo(live);
            }
        }
    }

    private static List<String> names(Schema schema) {
        return schema.tables().stream().map(Table::name).toList();
    }

    /** Entities leave the order of columns to the database. */
    private static Table withoutOrder(Table table) {
        return new Table(
                table.name(),
                table.columns().stream()
                        .sorted(Comparator.comparing(Column::name))
                        .toList(),
                table.primaryKey(),
                table.indexes(),
                table.foreignKeys(),
                table.checks(),
                table.options(),
                table.partitioning());
    }

    private static ModelContext context(TestDatabase database) {
        ServerVersion server = ServerVersion.parse(database.server().version());
        return new ModelContext() {
            @Override
            public ServerVersion server() {
                return server;
            }

            @Override
            public Schema schemaAfter(String name, String script) {
                throw new UnsupportedOperationException("Entities need no scratch database.");
            }
        };
    }
}
