package dev.migrate.internal.mysql.merge;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.Operations;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The statements that result from changes of a table. Their equivalence is tested on the servers. */
class AlterTableMergerTest {

    private static final String OLD = "5.7.22";
    private static final String NEW = "9.7.4";
    private static final String MARIADB = "10.11.18-MariaDB";

    private static List<String> sql(String version, Consumer<Operations> migration) {
        SqlRenderer renderer = DatabaseProviders.renderer(version);
        return renderer.merge(Operations.recordedBy(migration)).stream()
                .flatMap(operation -> renderer.render(operation).stream())
                .map(PlannedStatement::text)
                .toList();
    }

    @Test
    void tenRebuildsAreOne() {
        Consumer<Operations> migration = op -> {
            for (int i = 0; i < 10; i++) {
                op.alterColumn("t", "c" + i, c -> c.type(bigint()));
            }
        };
        assertThat(sql(OLD, migration)).hasSize(1);
        assertThat(sql(NEW, migration)).hasSize(1);
        assertThat(sql(MARIADB, migration)).hasSize(1);
    }

    @Test
    void instantChangesAreNotMergedWithOthers() {
        Consumer<Operations> migration = op -> {
            op.addColumn("t", "a", integer());
            op.createIndex("t", "ix_b", "b");
            op.addColumn("t", "c", integer());
            op.createIndex("t", "ix_c", "c");
        };
        assertThat(sql(NEW, migration))
                .containsExactly(
                        "ALTER TABLE `t`\n  ADD COLUMN `a` INT NULL,\n  ADD COLUMN `c` INT NULL",
                        "ALTER TABLE `t`\n  ADD KEY `ix_b` (`b`),\n  ADD KEY `ix_c` (`c`)");
        assertThat(sql(OLD, migration))
                .containsExactly("ALTER TABLE `t`\n  ADD COLUMN `a` INT NULL,\n  ADD KEY `ix_b` (`b`),\n"
                        + "  ADD COLUMN `c` INT NULL,\n  ADD KEY `ix_c` (`c`)");
    }

    @Test
    void aNewNameIsUsedInALaterStatement() {
        assertThat(sql(NEW, op -> {
                    op.renameColumn("t", "a", "b");
                    op.createIndex("t", "ix", "b");
                    op.alterColumn("t", "b", c -> c.defaultValue(1));
                }))
                .containsExactly(
                        "ALTER TABLE `t` RENAME COLUMN `a` TO `b`",
                        "ALTER TABLE `t` ADD KEY `ix` (`b`)",
                        "ALTER TABLE `t` ALTER COLUMN `b` SET DEFAULT 1");
    }

    @Test
    void twoChangesOfOneColumnAreNotMerged() {
        assertThat(sql(NEW, op -> {
                    op.alterColumn("t", "A", c -> c.type(bigint()));
                    op.alterColumn("t", "a", c -> c.notNull());
                }))
                .hasSize(2);
    }

    @Test
    void aColumnIsNotDroppedBeforeItsIndex() {
        assertThat(sql(NEW, op -> {
                    op.addColumn("t", "z", integer());
                    op.dropIndex("t", "ix_a");
                    op.dropColumn("t", "a");
                }))
                .containsExactly(
                        "ALTER TABLE `t` ADD COLUMN `z` INT NULL",
                        "ALTER TABLE `t` DROP INDEX `ix_a`",
                        "ALTER TABLE `t` DROP COLUMN `a`");
    }

    @Test
    void aKeyThatIsReplacedIsBuiltOnce() {
        assertThat(sql(NEW, op -> {
                    op.table("t", t -> t.dropPrimaryKey("a"));
                    op.table("t", t -> t.addPrimaryKey("a", "b"));
                    op.dropIndex("t", "ix");
                    op.createIndex("t", "ix", "b");
                }))
                .containsExactly("ALTER TABLE `t`\n  DROP PRIMARY KEY,\n  ADD PRIMARY KEY (`a`, `b`),\n"
                        + "  DROP INDEX `ix`,\n  ADD KEY `ix` (`b`)");
    }

    @Test
    void anIndexThatOnlyBecomesInvisibleIsDroppedInASeparateStatement() {
        assertThat(sql(NEW, op -> {
                    op.table("t", t -> t.dropIndex("ix", i -> i.column("a")));
                    op.table("t", t -> t.createIndex("ix", i -> i.column("a").invisible()));
                }))
                .containsExactly("ALTER TABLE `t` DROP INDEX `ix`", "ALTER TABLE `t` ADD KEY `ix` (`a`) INVISIBLE");
    }

    @Test
    void otherOperationsKeepTheirPlace() {
        assertThat(sql(NEW, op -> {
                    op.addColumn("t", "a", integer());
                    op.execute("UPDATE t SET a = ? WHERE note <> '?'", 7);
                    op.addColumn("t", "b", integer());
                    op.addColumn("u", "c", integer());
                    op.addColumn("t", "d", integer());
                }))
                .containsExactly(
                        "ALTER TABLE `t` ADD COLUMN `a` INT NULL",
                        "UPDATE t SET a = 7 WHERE note <> '?'",
                        "ALTER TABLE `t` ADD COLUMN `b` INT NULL",
                        "ALTER TABLE `u` ADD COLUMN `c` INT NULL",
                        "ALTER TABLE `t` ADD COLUMN `d` INT NULL");
    }

    @Test
    void theMigrationCanKeepThemSeparate() {
        assertThat(sql(NEW, op -> {
                    op.keepSeparate();
                    op.addColumn("t", "a", varchar(9));
                    op.addColumn("t", "b", varchar(9));
                }))
                .containsExactly(
                        "ALTER TABLE `t` ADD COLUMN `a` VARCHAR(9) NULL",
                        "ALTER TABLE `t` ADD COLUMN `b` VARCHAR(9) NULL");
    }

    @Test
    void aVirtualColumnIsAddedAlone() {
        assertThat(sql(MARIADB, op -> {
                    op.addColumn("t", "a", integer());
                    op.addColumn("t", "v", integer(), c -> c.generatedAs("id + 1"));
                    op.createIndex("t", "ix", "id");
                }))
                .hasSize(3);
    }

    @Test
    void aForeignKeyIsNotReplacedInOneStatement() {
        assertThat(sql(OLD, op -> {
                    op.dropForeignKey("t", "fk_a");
                    op.addForeignKey("t", "fk_b", "a", fk -> fk.references("p", "id"));
                }))
                .hasSize(2);
    }

    @Test
    void additionsToANewTableArePartOfItsCreation() {
        assertThat(sql(NEW, op -> {
                    op.createTable("t", t -> t.column("a", integer()));
                    op.addColumn("t", "b", integer());
                    op.createIndex("t", "ix_b", "b");
                    op.addForeignKey("t", "fk_a", "a", fk -> fk.references("p", "id"));
                    op.alterColumn("t", "a", c -> c.comment("altered"));
                    op.createIndex("t", "ix_a", "a");
                }))
                .hasSize(3)
                .first()
                .isEqualTo("""
                        CREATE TABLE `t` (
                          `a` INT NULL,
                          `b` INT NULL,
                          KEY `ix_b` (`b`),
                          CONSTRAINT `fk_a` FOREIGN KEY (`a`) REFERENCES `p` (`id`)
                        )""");
    }

    @Test
    void anAdditionThatDoesNotFitIsLeftToTheServer() {
        assertThat(sql(NEW, op -> {
                    op.createTable("t", t -> t.column("a", integer()));
                    op.addColumn("t", "A", integer());
                }))
                .hasSize(2);
        assertThat(sql(NEW, op -> {
                    op.createTable("t", t -> t.column("a", integer()));
                    op.createIndex("t", "ix", "missing");
                }))
                .hasSize(2);
    }

    @Test
    void onlyWhatDirectlyFollowsACreationBecomesPartOfIt() {
        assertThat(sql(NEW, op -> {
                    op.createTable("t", t -> t.column("a", integer()));
                    op.createTable("u", t -> t.column("a", integer()));
                    op.addColumn("t", "b", integer());
                }))
                .hasSize(3);
        assertThat(sql(NEW, op -> {
                    op.createTable("t", t -> t.column("a", integer()));
                    op.table("t", t -> {
                        t.keepSeparate();
                        t.addColumn("b", integer());
                    });
                }))
                .hasSize(2);
    }
}
