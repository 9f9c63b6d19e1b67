package dev.migrate.operation;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The short forms of the recorder record the same operations as the full ones. */
class ShortFormsTest {

    private static final ColumnChange NOT_NULL =
            new ColumnChange(null, null, false, null, null, null, null, null, null);

    private static Arguments records(String name, Consumer<Operations> recording, Operation operation) {
        return arguments(name, recording, operation);
    }

    private static Arguments changes(String name, Consumer<TableChanges> changes, TableChange change) {
        return records("table: " + name, op -> op.table("t", changes), change);
    }

    static Stream<Arguments> forms() {
        AddColumn plain = new AddColumn("t", new ColumnBuilder("c", integer()).build(), null);
        AddColumn notNull =
                new AddColumn("t", new ColumnBuilder("c", integer()).notNull().build(), null);
        AlterColumn alter = new AlterColumn("t", "c", NOT_NULL, null);
        return Stream.of(
                records("addColumn", op -> op.addColumn("t", "c", integer()), plain),
                records(
                        "addColumn with a definition",
                        op -> op.addColumn("t", "c", integer(), ColumnBuilder::notNull),
                        notNull),
                records("alterColumn", op -> op.alterColumn("t", "c", ColumnChangeBuilder::notNull), alter),
                records(
                        "createIndex",
                        op -> op.createIndex("t", "ix", "a", "b"),
                        new CreateIndex("t", Index.of("ix", "a", "b"))),
                records(
                        "addUniqueConstraint",
                        op -> op.addUniqueConstraint("t", "uq", "a"),
                        new CreateIndex("t", Index.unique("uq", "a"))),
                records("createView", op -> op.createView("v", "SELECT 1"), new CreateView(new View("v", "SELECT 1"))),
                records("dropView", op -> op.dropView("v", "SELECT 1"), new DropView("v", new View("v", "SELECT 1"))));
    }

    static Stream<Arguments> formsOfTables() {
        AddColumn plain = new AddColumn("t", new ColumnBuilder("c", integer()).build(), null);
        AddColumn notNull =
                new AddColumn("t", new ColumnBuilder("c", integer()).notNull().build(), null);
        ForeignKey foreignKey = new ForeignKey(
                "fk_t_a_p", List.of("a"), null, "p", List.of("id"), ForeignKey.Rule.RESTRICT, ForeignKey.Rule.RESTRICT);
        return Stream.of(
                changes("addColumn", t -> t.addColumn("c", integer()), plain),
                changes(
                        "addColumn with a definition",
                        t -> t.addColumn("c", integer(), ColumnBuilder::notNull),
                        notNull),
                changes(
                        "dropColumn",
                        t -> t.dropColumn("c", integer(), ColumnBuilder::notNull),
                        new DropColumn("t", "c", notNull.column(), null)),
                changes(
                        "alterColumn",
                        t -> t.alterColumn("c", ColumnChangeBuilder::notNull),
                        new AlterColumn("t", "c", NOT_NULL, null)),
                changes(
                        "addPrimaryKey",
                        t -> t.addPrimaryKey("a", "b"),
                        new AddPrimaryKey("t", List.of(KeyPart.column("a"), KeyPart.column("b")))),
                changes(
                        "dropPrimaryKey",
                        t -> t.dropPrimaryKey("a"),
                        new DropPrimaryKey("t", List.of(KeyPart.column("a")))),
                changes("dropUniqueConstraint", t -> t.dropUniqueConstraint("uq"), new DropIndex("t", "uq", null)),
                changes(
                        "dropUniqueConstraint with columns",
                        t -> t.dropUniqueConstraint("uq", "a"),
                        new DropIndex("t", "uq", Index.unique("uq", "a"))),
                changes(
                        "dropUniqueConstraintOn",
                        t -> t.dropUniqueConstraintOn("a"),
                        new DropIndex("t", "uq_t_a", Index.unique("uq_t_a", "a"))),
                changes(
                        "dropForeignKeyOn",
                        t -> t.dropForeignKeyOn(List.of("a"), fk -> fk.references("p", "id")),
                        new DropForeignKey("t", "fk_t_a_p", false, foreignKey)),
                changes(
                        "dropCheck",
                        t -> t.dropCheck("ck", "a > 0"),
                        new DropCheck("t", "ck", new Check("ck", "a > 0"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"forms", "formsOfTables"})
    void aShortFormRecordsTheWholeOperation(String name, Consumer<Operations> recording, Operation operation) {
        assertThat(Operations.recordedBy(recording)).containsExactly(operation);
    }
}
