package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.notes;
import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The foreign keys that must be dropped while something else changes, and their order. */
class ForeignKeyDiffTest {

    private static Table parent(Consumer<TableBuilder> more) {
        return table("p", t -> {
            t.column("id", integer()).notNull();
            t.column("k", integer()).notNull();
            t.primaryKey("id");
            more.accept(t);
        });
    }

    private static Table child(Consumer<TableBuilder> more) {
        return table("t", t -> {
            t.column("a", integer());
            t.column("b", integer());
            more.accept(t);
        });
    }

    private static final Table PARENT = parent(t -> t.uniqueConstraint("uq", "k"));

    private static SchemaDiff change(Consumer<TableBuilder> from, Consumer<TableBuilder> to) {
        return diff(schema(PARENT, child(from)), schema(PARENT, child(to)));
    }

    private static void toParent(TableBuilder t) {
        t.foreignKey("fk", "a").references("p", "id");
    }

    @Test
    void aForeignKeyIsDroppedWhileTheReferencedTableChanges() {
        Table longer = table("p", t -> {
            t.column("id", integer()).notNull();
            t.column("k", bigint()).notNull();
            t.primaryKey("id");
            t.uniqueConstraint("uq", "k");
        });
        Table toId = child(ForeignKeyDiffTest::toParent);

        assertThat(descriptions(diff(schema(PARENT, toId), schema(longer, toId))))
                .containsExactly("alter column p.k");

        Table commented = parent(t -> t.uniqueConstraint("uq", "k").comment("x"));
        Table myIsam = parent(t -> {
            t.uniqueConstraint("uq", "k");
            t.engine("MyISAM");
        });
        assertThat(descriptions(diff(schema(PARENT, toId), schema(myIsam, toId))))
                .containsExactly(
                        "drop foreign key fk on t",
                        "change options of p",
                        "execute SET SESSION foreign_key_checks = 0",
                        "add foreign key fk on t",
                        "execute SET SESSION foreign_key_checks = 1");
        assertThat(descriptions(diff(schema(PARENT, toId), schema(commented, toId))))
                .containsExactly("drop index uq on p", "create index uq on p");
    }

    @Test
    void aForeignKeyIsDroppedWithTheReferencedIndex() {
        Table toK = child(t -> t.foreignKey("fk", "a").references("p", "k"));
        Table commented = parent(t -> t.uniqueConstraint("uq", "k").comment("x"));

        SchemaDiff diff = diff(schema(PARENT, toK), schema(commented, toK));

        assertThat(descriptions(diff))
                .containsExactly(
                        "drop foreign key fk on t",
                        "drop index uq on p",
                        "create index uq on p",
                        "add foreign key fk on t");
        assertThat(notes(diff)).anySatisfy(note -> assertThat(note).contains("the index that it refers to changes"));
    }

    @Test
    void aForeignKeyIsKeptIfAnotherIndexSupportsIt() {
        Consumer<TableBuilder> both = t -> {
            toParent(t);
            t.index("one", "a");
            t.index("two", "a", "b");
        };

        assertThat(descriptions(change(both, t -> {
                    toParent(t);
                    t.index("two", "a", "b");
                })))
                .containsExactly("drop index one on t");
        assertThat(descriptions(change(
                        t -> {
                            toParent(t);
                            t.index("one", "a");
                        },
                        t -> {
                            toParent(t);
                            t.index("two", "a", "b");
                        })))
                .containsExactly("create index two on t", "drop index one on t");
    }

    @Test
    void aForeignKeyIsDroppedWithItsLastIndex() {
        SchemaDiff diff = change(
                t -> {
                    toParent(t);
                    t.index("ix", "a", "b");
                },
                ForeignKeyDiffTest::toParent);

        assertThat(descriptions(diff))
                .containsExactly("drop foreign key fk on t", "drop index ix on t", "add foreign key fk on t");
        assertThat(notes(diff)).anySatisfy(note -> assertThat(note).contains("the index that it uses changes"));
    }

    @Test
    void aForeignKeyIsDroppedIfItsIndexGetsOtherColumns() {
        assertThat(descriptions(change(
                        t -> {
                            toParent(t);
                            t.index("ix", "a");
                        },
                        t -> {
                            toParent(t);
                            t.index("ix", "b");
                        })))
                .containsExactly(
                        "drop foreign key fk on t",
                        "drop index ix on t",
                        "create index ix on t",
                        "add foreign key fk on t");
    }

    @Test
    void aServerIndexIsDroppedInTheStatementThatReplacesIt() {
        SchemaDiff named = change(ForeignKeyDiffTest::toParent, t -> {
            toParent(t);
            t.index("ix", "a");
        });
        SchemaDiff counted = change(t -> t.foreignKey("t_ibfk_1", "a").references("p", "id"), t -> {
            t.foreignKey("t_ibfk_1", "a").references("p", "id");
            t.index("ix", "a");
        });

        assertThat(descriptions(named)).containsExactly("alter table t");
        assertThat(descriptions(counted))
                .containsExactly(
                        "drop foreign key t_ibfk_1 on t", "create index ix on t", "add foreign key t_ibfk_1 on t");
        assertThat(notes(counted)).anySatisfy(note -> assertThat(note).contains("replaces"));
    }

    @Test
    void foreignKeysThatShareAServerIndexAreDroppedTogether() {
        Consumer<TableBuilder> two = t -> {
            t.foreignKey("fk_ab", "a", "b").references("p", "id", "k");
            t.foreignKey("fk_a", "a").references("p", "id");
        };

        assertThat(descriptions(change(two, t -> {}))).containsExactly("alter table t");
        assertThat(descriptions(change(t -> {}, two)))
                .containsExactly("add foreign key fk_ab on t", "add foreign key fk_a on t");
        assertThat(descriptions(change(two, ForeignKeyDiffTest::toParent)))
                .containsExactly("alter table t", "add foreign key fk on t");
    }

    @Test
    void aForeignKeyThatSharesAServerIndexWithANewOneIsAddedAgain() {
        assertThat(descriptions(change(ForeignKeyDiffTest::toParent, t -> {
                    toParent(t);
                    t.foreignKey("fk_ab", "a", "b").references("p", "id", "k");
                })))
                .containsExactly("drop foreign key fk on t", "add foreign key fk_ab on t", "add foreign key fk on t");
    }

    @Test
    void theConstraintNamesOfADroppedTableAreReleasedFirst() {
        Table old = table("old", t -> {
            t.column("a", integer());
            t.foreignKey("fk", "a").references("p", "id");
            t.check("ck", "a > 0");
        });
        Table replacement = table("new", t -> {
            t.column("x", bigint());
            t.column("y", integer());
            t.foreignKey("FK", "y").references("p", "id");
            t.check("CK", "x > 0");
        });
        Schema from = schema(PARENT, old);

        assertThat(descriptions(diff(from, schema(PARENT, replacement))))
                .containsExactly(
                        "drop foreign key fk on old", "drop check ck on old", "create table new", "drop table old");
        assertThat(descriptions(diff(from, schema(PARENT)))).containsExactly("drop table old");
        assertThat(descriptions(diff(schema(PARENT, old, child(t -> {})), schema(PARENT, child(t -> {
                    t.foreignKey("fk", "a").references("p", "id");
                    t.check("ck", "a > 0");
                })))))
                .containsExactly(
                        "drop foreign key fk on old",
                        "drop check ck on old",
                        "add check ck on t",
                        "add foreign key fk on t",
                        "drop table old");
    }

    @Test
    void theForeignKeyOfADroppedTablePreventsChangesOfTheReferencedOne() {
        Table old = table("old", t -> {
            t.column("a", integer());
            t.foreignKey("fk", "a").references("p", "k");
        });

        assertThat(descriptions(diff(schema(PARENT, old), schema(parent(t -> {})))))
                .containsExactly("drop foreign key fk on old", "drop index uq on p", "drop table old");
    }

    @Test
    void aForeignKeyToATableThatDoesNotExistIsAddedWithoutACheck() {
        Table toP = child(t -> t.foreignKey("fk", "a").references("p", "id"));

        assertThat(descriptions(diff(schema(), schema(toP))))
                .containsExactly(
                        "execute SET SESSION foreign_key_checks = 0",
                        "create table t",
                        "execute SET SESSION foreign_key_checks = 1");
        assertThat(descriptions(diff(schema(toP, PARENT), schema(toP))))
                .containsExactly(
                        "execute SET SESSION foreign_key_checks = 0",
                        "drop table p",
                        "execute SET SESSION foreign_key_checks = 1");
        assertThat(descriptions(SchemaDiff.between(
                        schema(PARENT), schema(toP), Diffs.OPTIONS.excluding(ObjectKind.TABLE, "p"))))
                .as("the table of another application")
                .containsExactly("create table t");
    }
}
