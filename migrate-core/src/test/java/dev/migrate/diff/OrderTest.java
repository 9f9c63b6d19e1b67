package dev.migrate.diff;

import static dev.migrate.diff.Diffs.descriptions;
import static dev.migrate.diff.Diffs.diff;
import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The changes are in an executable order. */
class OrderTest {

    private static Table referring(String name, String other, ColumnType type) {
        return table(name, t -> {
            t.column("id", type).notNull();
            t.column("other", type);
            t.primaryKey("id");
            t.foreignKey("fk_" + name, "other").references(other, "id");
        });
    }

    @Test
    void newTablesAreCreatedAfterReferencedOnes() {
        Schema wanted =
                schema(referring("a", "b", bigint()), referring("b", "c", bigint()), referring("c", "c", bigint()));

        assertThat(descriptions(diff(schema(), wanted)))
                .containsExactly("create table c", "create table b", "create table a");
        assertThat(descriptions(diff(wanted, schema())))
                .containsExactly("drop table a", "drop table b", "drop table c");
    }

    @Test
    void cyclesAreClosedAfterTheTables() {
        Schema circle = schema(referring("a", "b", bigint()), referring("b", "a", bigint()));

        assertThat(descriptions(diff(schema(), circle)))
                .containsExactly("create table b", "create table a", "add foreign key fk_b on b");
        SchemaDiff back = diff(circle, schema());
        assertThat(descriptions(back)).containsExactly("drop foreign key fk_b on b", "drop table a", "drop table b");
        assertThat(back.changes().get(2).operation())
                .isInstanceOfSatisfying(
                        DropTable.class,
                        drop -> assertThat(drop.definition())
                                .satisfies(
                                        table -> assertThat(table.foreignKeys()).isEmpty()));
    }

    @Test
    void bothSidesOfAForeignKeyCanChangeTheirType() {
        Schema from = schema(referring("a", "b", integer()), referring("b", "b", integer()));
        Schema to = schema(referring("a", "b", bigint()), referring("b", "b", bigint()));

        assertThat(descriptions(diff(from, to)))
                .containsExactly(
                        "drop foreign key fk_a on a",
                        "drop foreign key fk_b on b",
                        "alter column a.id",
                        "alter column a.other",
                        "alter column b.id",
                        "alter column b.other",
                        "add foreign key fk_a on a",
                        "add foreign key fk_b on b");
    }

    @Test
    void anAutoIncrementColumnTakesOverThePrimaryKeyInOneStatement() {
        Table from = table("t", t -> {
            t.column("code", integer()).notNull();
            t.primaryKey("code");
        });
        Table to = table("t", t -> {
            t.column("id", bigint()).notNull().autoIncrement();
            t.column("code", integer()).notNull();
            t.primaryKey("id");
        });

        SchemaDiff diff = diff(from, to);

        assertThat(diff.changes()).hasSize(1);
        assertThat(changesOf(diff)).containsExactly("add column t.id", "drop primary key on t", "add primary key on t");
        assertThat(changesOf(diff(to, from)))
                .containsExactly("drop primary key on t", "add primary key on t", "drop column t.id");
    }

    private static List<String> changesOf(SchemaDiff diff) {
        return ((AlterTable) diff.changes().get(0).operation())
                .changes().stream().map(TableChange::description).toList();
    }

    @Test
    void asFewColumnsAsPossibleAreMoved() {
        Table from = columns("a", "b", "c", "d", "e");
        Table to = columns("e", "a", "b", "d", "c");

        assertThat(descriptions(diff(from, to))).containsExactly("alter column t.e", "alter column t.d");
    }

    private static Table columns(String... names) {
        return table("t", t -> List.of(names).forEach(name -> t.column(name, integer())));
    }

    @Test
    void excludedObjectsAreNotCompared() {
        Schema from = schema(columns("a"), table("other", t -> t.column("x", integer())));
        DiffOptions options = Diffs.OPTIONS.excluding(ObjectKind.TABLE, "t", "other");

        assertThat(SchemaDiff.between(from, schema(), options).isEmpty()).isTrue();
        assertThat(descriptions(diff(from, schema()))).containsExactly("drop table t", "drop table other");
    }

    /** Found on MySQL 8.0.15 by seed 20261394 of {@link DiffPropertiesTest}: error 1674. */
    @Test
    void aRandomDefaultIsChangedInItsOwnStatement() {
        Table from = table("t", t -> t.column("token", varchar(36)).defaultExpression("uuid()"));
        Table to = table("t", t -> {
            t.column("number", integer());
            t.column("token", varchar(40)).defaultExpression("uuid()");
        });

        List<Operation> operations =
                diff(from, to).changes().stream().map(Change::operation).toList();

        assertThat(DatabaseProviders.renderer("8.0.15").merge(operations)).hasSize(2);
        assertThat(DatabaseProviders.renderer("8.0.15").merge(Operations.inverseOf(operations)))
                .hasSize(2);
    }
}
