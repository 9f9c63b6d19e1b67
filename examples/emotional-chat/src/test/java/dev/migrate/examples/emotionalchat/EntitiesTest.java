package dev.migrate.examples.emotionalchat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.diff.Change;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.EntityModel;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.plan.NewRevision;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import dev.migrate.schema.Table;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** The entities and the migrations define the same schema on every server. */
class EntitiesTest {

    private static final EntityModel MODEL = EntityModel.builder()
            .scan("dev.migrate.examples.emotionalchat.entities")
            .setting(
                    "hibernate.physical_naming_strategy",
                    "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
            .build();

    @TempDir
    private Path folder;

    /** The entities with a nickname for users. */
    private static final class WithNicknames implements Model {
        @Override
        public Schema schema(ModelContext context) {
            SchemaBuilder schema = Schema.builder();
            for (Table table : MODEL.schema(context).tables()) {
                schema.table(table.name().equals("users") ? withNickname(table) : table);
            }
            return schema.build();
        }

        private static Table withNickname(Table users) {
            List<Column> columns = new ArrayList<>(users.columns());
            columns.add(new ColumnBuilder("nickname", ColumnType.varchar(40)).build());
            return new Table(
                    users.name(),
                    columns,
                    users.primaryKey(),
                    users.indexes(),
                    users.foreignKeys(),
                    users.checks(),
                    users.options(),
                    users.partitioning());
        }

        @Override
        public Set<Attribute> unspecifiedAttributes() {
            return MODEL.unspecifiedAttributes();
        }
    }

    private MigratorBuilder generated(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).sources(folder);
    }

    private Optional<WrittenMigration> generate(TestDatabase database, Model model, String id, String message) {
        return generated(database)
                .model(model)
                .build()
                .authoring()
                .autogenerate(
                        NewRevision.of(message).id(id),
                        SourceOptions.of("migrations").folder(folder));
    }

    @DatabaseTest
    void theEntitiesEqualTheMigrations(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.examples.emotionalchat.migrations")
                .model(MODEL)
                .build();
        migrator.upgrade("head");

        SchemaDiff diff = migrator.authoring().diff();

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.isEmpty()).isTrue();
        assertThat(migrator.authoring().drift().isEmpty()).isTrue();
    }

    @DatabaseTest
    void theirHistoryCanBeGenerated(TestDatabase database) {
        assertThat(generate(database, MODEL, "001", "initial schema")).isPresent();
        generated(database).build().upgrade("head");
        assertThat(generate(database, MODEL, "002", "nothing")).isEmpty();

        Model changed = new WithNicknames();
        assertThat(generated(database).model(changed).build().authoring().diff().changes())
                .extracting(Change::operation)
                .extracting(operation -> operation.description())
                .containsExactly("add column users.nickname");
        assertThat(generate(database, changed, "002", "nicknames"))
                .hasValueSatisfying(written ->
                        assertThat(written.source()).contains("op.addColumn(\"users\", \"nickname\", varchar(40));"));
        generated(database).build().upgrade("head");
        assertThat(generated(database).model(changed).build().authoring().diff().isEmpty())
                .isTrue();

        generated(database).build().downgrade("001");
        assertThat(generated(database).model(MODEL).build().authoring().diff().isEmpty())
                .isTrue();
        generated(database).build().downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }
}
