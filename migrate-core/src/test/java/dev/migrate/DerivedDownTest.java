package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.Outcome;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Downgrades that are derived from {@code up}. */
class DerivedDownTest {

    @Revision(id = "001")
    private static final class Tables implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("a", t -> t.column("id", integer()));
            op.createTable("b", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "002", parents = "001")
    private static final class Dropping implements Migration {
        @Override
        public void up(Operations op) {
            op.dropTable("b");
            op.addColumn("a", "x", integer());
        }
    }

    private static List<Operation> inverted(Consumer<Operations> up) {
        return Operations.recordedBy(op -> op.invert(up));
    }

    @DatabaseTest
    void failsBeforeAnythingRunsIfAnOperationHasNoInverse(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Tables(), new Dropping())
                .build();
        migrator.upgrade("head");

        InvalidMigrationException refusal =
                catchThrowableOfType(InvalidMigrationException.class, () -> migrator.downgrade("base"));

        assertThat(refusal.revision()).isEqualTo("002");
        assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(refusal)
                .hasMessage("Migration 002 cannot be reversed. The inverse of \"drop table b\" cannot be derived: it"
                        + " needs the definition of the table. Nothing was changed. Give the"
                        + " definition of the table where the operation is recorded, or write down() by hand.");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("002");
        assertThat(database.query("SHOW COLUMNS FROM a")).hasSize(2);
    }

    @Test
    void revertsTheLastOperationFirst() {
        assertThat(inverted(op -> {
                    op.createTable("t", t -> t.column("id", integer()));
                    op.addColumn("u", "c", integer());
                    op.createIndex("u", "ix", "c");
                }))
                .extracting(Object::getClass)
                .containsExactly(DropIndex.class, DropColumn.class, DropTable.class);
    }

    @Test
    void isItsOwnInverse() {
        Consumer<Operations> up = op -> {
            op.createTable("t", t -> t.column("id", integer()));
            op.addColumn("u", "c", integer());
            op.createIndex("u", "ix", "c");
            op.table("u", t -> t.addCheck("ck", "c > 0"));
            op.addForeignKey("u", "fk", "c", fk -> fk.references("p", "id"));
            op.renameColumn("u", "a", "b");
            op.table("u", t -> t.addPrimaryKey("c"));
            op.createView("v", "SELECT 1");
            op.table("u", t -> {
                t.addColumn("d", integer());
                t.renameIndex("a", "b");
            });
        };

        assertThat(inverted(op -> op.invert(up))).isEqualTo(Operations.recordedBy(up));
    }

    @Test
    void rowsOfANewTableAreDroppedWithIt() {
        assertThat(inverted(op -> {
                    op.createTable("t", t -> t.column("id", integer()));
                    op.renameTable("t", "u");
                    op.insert("u", rows -> rows.columns("id").values(1));
                }))
                .hasSize(2);
        assertThatThrownBy(() ->
                        inverted(op -> op.insert("u", rows -> rows.columns("id").values(1))))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("insert 1 rows into u");
    }

    @Test
    void reportsThatHandwrittenSqlHasNoInverse() {
        assertThatThrownBy(() -> inverted(op -> op.execute("UPDATE t\n  SET a = 1")))
                .hasMessageContaining("There is no inverse of \"execute UPDATE t SET a = 1\"")
                .hasMessageContaining("Write down() by hand");
    }

    @Test
    void namesTheIncompleteChangeOfAGroup() {
        assertThatThrownBy(() -> inverted(op -> op.table("t", t -> {
                    t.addColumn("a", integer());
                    t.dropIndex("ix");
                })))
                .hasMessageContaining("needs the definition of the index");
    }

    @Test
    void keepsChangesSeparateInTheInverse() {
        assertThat(inverted(op -> {
                    op.keepSeparate();
                    op.addColumn("t", "a", integer());
                    op.addColumn("t", "b", integer());
                }))
                .hasSize(2)
                .hasOnlyElementsOfType(AlterTable.class);
    }
}
