package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.LockException;
import dev.migrate.error.RevisionException;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.plan.NewRevision;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two histories in one database, each with its own version table. */
class SeveralHistoriesTest {

    private static final Model NOTHING = Model.of(Schema.builder().build());

    /** The same id as that of the other history. */
    @Revision(id = "001", message = "shop")
    private static final class Shop implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("shop_item", t -> {
                t.column("id", integer());
                t.primaryKey("id");
            });
        }
    }

    @Revision(id = "001", message = "billing")
    private static final class Billing implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE IF NOT EXISTS Invoice (id INT PRIMARY KEY)");
            op.execute("CREATE TABLE `draft, new` (id INT, item INT,"
                    + " CONSTRAINT item FOREIGN KEY (item) REFERENCES shop_item (id)) COMMENT '" + "x".repeat(2000)
                    + "', ROW_FORMAT = DYNAMIC /*" + "y".repeat(3000) + "*/");
            op.execute("ALTER TABLE `draft, new` ADD COLUMN total INT, RENAME TO letter");
            op.execute("RENAME TABLE letter TO mail, Invoice TO invoice_2");
            op.execute("CREATE TABLE gone (id INT)");
            op.execute("DROP TABLE IF EXISTS gone");
            op.execute("CREATE OR REPLACE ALGORITHM = MERGE VIEW open_invoice AS SELECT id FROM invoice_2");
            op.execute("CREATE TRIGGER on_mail BEFORE INSERT ON mail FOR EACH ROW SET NEW.id = 1");
            op.execute("CREATE PROCEDURE bill() SELECT 1");
            op.execute("CREATE EVENT yearly ON SCHEDULE EVERY 1 YEAR DO SELECT 1");
        }
    }

    @TempDir
    private Path folder = Path.of("");

    private static MigratorBuilder shop(TestDatabase database) {
        return history(database, "version_of_shop", new Shop());
    }

    private static MigratorBuilder billing(TestDatabase database) {
        return history(database, "version_of_billing", new Billing());
    }

    private static MigratorBuilder history(TestDatabase database, String versionTable, Migration... migrations) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .versionTable(versionTable)
                .lockTimeout(Duration.ZERO)
                .migrations(migrations);
    }

    @DatabaseTest
    void doNotCompareTheObjectsOfEachOther(TestDatabase database) {
        Migrator shop = shop(database)
                .model(Model.of(Schema.builder()
                        .table("shop_item", t -> {
                            t.column("id", integer());
                            t.primaryKey("id");
                        })
                        .build()))
                .build();
        shop.upgrade("head");
        Migrator billing = billing(database).model(NOTHING).build();
        billing.upgrade("head");

        assertThat(shop.authoring().diff().changes()).isEmpty();
        assertThat(shop.authoring().drift().changes()).isEmpty();
        assertThat(billing.authoring().diff().changes())
                .as("only what billing itself has created and its model lacks")
                .extracting(change -> change.operation().getClass().getSimpleName())
                .containsExactlyInAnyOrder("DropTrigger", "DropTable", "DropTable");
        assertThat(Migrator.builder()
                        .dataSource(database.dataSource())
                        .versionTable("version_of_third")
                        .build()
                        .authoring()
                        .baseline()
                        .changes())
                .isEmpty();
    }

    @DatabaseTest(one = true)
    void aTableThatNoJournalContainsIsExcludedByName(TestDatabase database) {
        database.execute("CREATE TABLE audit_log (id INT)");
        Path second = folder.resolve("audit");
        Migrator.builder()
                .dataSource(database.dataSource())
                .versionTable("version_of_audit")
                .build()
                .authoring()
                .writeBaseline(
                        NewRevision.of("baseline").id("1"),
                        SourceOptions.of("audit").folder(second).format(SourceFormat.SQL));
        Migrator.builder()
                .dataSource(database.dataSource())
                .versionTable("version_of_audit")
                .sources(second)
                .build()
                .stamp("1");
        Migrator unaware = shop(database).model(NOTHING).build();

        assertThat(unaware.authoring().diff().changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(change.operation().description()).contains("audit_log"));
        assertThat(shop(database)
                        .model(NOTHING)
                        .include((kind, name) -> kind != ObjectKind.TABLE || !name.startsWith("audit_"))
                        .build()
                        .authoring()
                        .diff()
                        .changes())
                .isEmpty();
    }

    @DatabaseTest(one = true)
    void aTableOfBothModelsIsComparedByBoth(TestDatabase database) {
        shop(database).build().upgrade("head");
        Schema wider = Schema.builder()
                .table("shop_item", t -> {
                    t.column("id", integer());
                    t.primaryKey("id");
                    t.column("added", integer());
                })
                .build();

        assertThat(history(database, "version_of_billing")
                        .model(Model.of(wider))
                        .build()
                        .authoring()
                        .diff()
                        .changes())
                .hasSize(1);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void doNotWaitForEachOther(TestDatabase database) {
        AtomicBoolean isOther = new AtomicBoolean();
        @Revision(id = "001", message = "runs the others while it holds the lock of its history")
        final class Outer implements Migration {
            @Override
            public void up(Operations op) {
                op.run("run another history", connection -> {
                    assertThat(shop(database).build().upgrade("head").steps()).hasSize(1);
                    isOther.set(true);
                    assertThatThrownBy(() -> history(database, "version_of_outer", new Shop())
                                    .build()
                                    .upgrade("head"))
                            .isInstanceOf(LockException.class);
                });
            }
        }

        history(database, "version_of_outer", new Outer()).build().upgrade("head");

        assertThat(isOther).isTrue();
        assertThat(shop(database).build().check().isUpToDate()).isTrue();
    }

    @Test
    void aRevisionOfAnotherHistoryIsUnknown() {
        @Revision(id = "002", dependsOn = "shop-1", message = "needs the shop")
        final class Dependent implements Migration {
            @Override
            public void up(Operations op) {}
        }

        assertThatThrownBy(() -> Migrator.builder().migrations(new Dependent()).build())
                .isInstanceOf(RevisionException.class)
                .hasMessageContaining("shop-1");
    }
}
