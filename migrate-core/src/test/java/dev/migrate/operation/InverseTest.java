package dev.migrate.operation;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.TableOptionsBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The inverse of each operation: exact if the operation has the previous definition, otherwise a clear error. */
class InverseTest {

    private static final Table TABLE = table("t");
    private static final Column COLUMN =
            new ColumnBuilder("c", bigint()).notNull().build();
    private static final Column OTHER = new ColumnBuilder("d", integer()).build();
    private static final Index INDEX = Index.of("ix", "a");
    private static final List<KeyPart> KEY = List.of(KeyPart.column("a"));
    private static final ForeignKey FOREIGN_KEY = new ForeignKey(
            "fk", List.of("a"), null, "p", List.of("id"), ForeignKey.Rule.CASCADE, ForeignKey.Rule.RESTRICT);
    private static final Check CHECK = new Check("ck", "a > 0");
    private static final TableOptions NEW =
            new TableOptionsBuilder().comment("new").build();
    private static final TableOptions OLD =
            new TableOptionsBuilder().comment("old").build();
    private static final View VIEW = new View("v", "SELECT 1");
    private static final ScheduledEvent EVENT = new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO SET @x = 1");
    private static final Sequence SEQUENCE = new Sequence("s", "START WITH 1");
    private static final Trigger TRIGGER =
            new Trigger("tr", "t", Trigger.Timing.AFTER, Trigger.Event.DELETE, "BEGIN END");
    private static final Routine ROUTINE = new Routine(Routine.Kind.FUNCTION, "f", "() RETURNS INT RETURN 1");
    private static final ColumnChange NOT_NULL = isNullable(false);
    private static final ColumnChange NULLABLE = isNullable(true);
    private static final Position FIRST = Position.first();
    private static final Position AFTER = Position.after("a");

    private static Table table(String name) {
        TableBuilder builder = new TableBuilder(name);
        builder.column("a", integer());
        return builder.build();
    }

    private static ColumnChange isNullable(boolean value) {
        return new ColumnChange(null, null, value, null, null, null, null, null, null);
    }

    private static ColumnChange named(String name) {
        return new ColumnChange(name, null, null, null, null, null, null, null, null);
    }

    /** Pairs of operations, each the inverse of the other. */
    static final List<Arguments> PAIRS = List.of(
            arguments(new CreateTable(TABLE), new DropTable("t", TABLE)),
            arguments(new RenameTable("t", "u"), new RenameTable("u", "t")),
            arguments(new AddColumn("t", COLUMN, AFTER), new DropColumn("t", "c", COLUMN, AFTER)),
            arguments(new RenameColumn("t", "c", "d"), new RenameColumn("t", "d", "c")),
            arguments(new AlterColumn("t", "c", NOT_NULL, NULLABLE), new AlterColumn("t", "c", NULLABLE, NOT_NULL)),
            arguments(
                    new RedefineColumn("t", "c", OTHER, FIRST, COLUMN, AFTER),
                    new RedefineColumn("t", "d", COLUMN, AFTER, OTHER, FIRST)),
            arguments(
                    new RedefineColumn("t", "c", OTHER, null, COLUMN, null),
                    new RedefineColumn("t", "d", COLUMN, null, OTHER, null)),
            arguments(new CreateIndex("t", INDEX), new DropIndex("t", "ix", INDEX)),
            arguments(new RenameIndex("t", "a", "b"), new RenameIndex("t", "b", "a")),
            arguments(new AddPrimaryKey("t", KEY), new DropPrimaryKey("t", KEY)),
            arguments(new AddForeignKey("t", FOREIGN_KEY), new DropForeignKey("t", "fk", true, FOREIGN_KEY)),
            arguments(new AddCheck("t", CHECK), new DropCheck("t", "ck", CHECK)),
            arguments(new ChangeTableOptions("t", NEW, OLD), new ChangeTableOptions("t", OLD, NEW)),
            arguments(new CreateView(VIEW), new DropView("v", VIEW)),
            arguments(new CreateTrigger(TRIGGER), new DropTrigger("tr", TRIGGER)),
            arguments(new CreateRoutine(ROUTINE), new DropRoutine(Routine.Kind.FUNCTION, "f", ROUTINE)),
            arguments(new CreateEvent(EVENT), new DropEvent("e", EVENT)),
            arguments(new CreateSequence(SEQUENCE), new DropSequence("s", SEQUENCE)),
            arguments(
                    new AlterSequence(SEQUENCE, SEQUENCE.withDefinition("CACHE 9")),
                    new AlterSequence(SEQUENCE.withDefinition("CACHE 9"), SEQUENCE)),
            arguments(
                    new AlterTable("t", List.of(new CreateIndex("t", INDEX), new AddCheck("t", CHECK))),
                    new AlterTable("t", List.of(new DropCheck("t", "ck", CHECK), new DropIndex("t", "ix", INDEX)))));

    @ParameterizedTest
    @FieldSource("PAIRS")
    void eachOperationOfAPairIsTheInverseOfTheOther(Operation operation, Operation inverse) {
        assertThat(operation.inverse()).isEqualTo(new Inverse.Exact<>(List.of(inverse)));
        assertThat(inverse.inverse()).isEqualTo(new Inverse.Exact<>(List.of(operation)));
        assertThat(Operations.inverseOf(List.of(operation))).containsExactly(inverse);
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments(new DropTable("t", null), "definition of the table"),
                arguments(new DropColumn("t", "c", null, AFTER), "definition of the column"),
                arguments(new AlterColumn("t", "c", NOT_NULL, null), "nullability"),
                arguments(new RedefineColumn("t", "c", OTHER, null, null, null), "previous definition"),
                arguments(new RedefineColumn("t", "c", OTHER, FIRST, COLUMN, null), "previous definition"),
                arguments(new DropIndex("t", "ix", null), "definition of the index"),
                arguments(new DropPrimaryKey("t", List.of()), "columns of the primary key"),
                arguments(new DropForeignKey("t", "fk", false, null), "definition of the foreign key"),
                arguments(new DropCheck("t", "ck", null), "definition of the check"),
                arguments(new ChangeTableOptions("t", NEW, null), "previous options"),
                arguments(new DropView("v", null), "definition of the view"),
                arguments(new DropTrigger("tr", null), "definition of the trigger"),
                arguments(new DropRoutine(Routine.Kind.FUNCTION, "f", null), "definition of the routine"),
                arguments(new DropEvent("e", null), "definition of the event"),
                arguments(new DropSequence("s", null), "definition of the sequence"),
                arguments(new AlterSequence(SEQUENCE, null), "previous options of the sequence"),
                arguments(
                        new AlterTable("t", List.of(new DropIndex("t", "ix", null), new AddCheck("t", CHECK))),
                        "definition of the index"));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void missingDetailsAreNamed(Operation operation, String needed) {
        assertThat(operation.inverse())
                .isInstanceOfSatisfying(
                        Inverse.Needs.class, needs -> assertThat(needs.what()).contains(needed));
        assertThatExceptionOfType(InvalidMigrationException.class)
                .isThrownBy(() -> Operations.inverseOf(List.of(operation)))
                .withMessageContaining(operation.description())
                .withMessageContaining(needed)
                .withMessageContaining("\"" + operation.description() + "\"")
                .satisfies(
                        error -> assertThat(error.reason()).isEqualTo(InvalidMigrationException.Reason.IRREVERSIBLE));
    }

    static Stream<Operation> irreversible() {
        return Stream.of(
                new ConvertCharset("t", new Encoding("latin1", null)),
                new InsertRows("t", List.of("a"), List.of(List.of(Literal.of(1)))),
                new ExecuteSql("DO 1", List.of()),
                new ExecuteScript("fill.sql", "DO 1;"),
                new RunCode("works", connection -> {}));
    }

    @ParameterizedTest
    @MethodSource("irreversible")
    void irreversibleOperationsAreRejectedWithTheReason(Operation operation) {
        assertThat(operation.inverse())
                .isInstanceOfSatisfying(
                        Inverse.None.class, none -> assertThat(none.why()).isNotBlank());
        assertThatExceptionOfType(InvalidMigrationException.class)
                .isThrownBy(() -> Operations.inverseOf(List.of(operation)))
                .withMessageContaining(operation.description())
                .withMessageContaining("\"" + operation.description() + "\"")
                .satisfies(
                        error -> assertThat(error.reason()).isEqualTo(InvalidMigrationException.Reason.IRREVERSIBLE));
    }

    @Test
    void operationsAreRevertedInReverseOrder() {
        assertThat(Operations.inverseOf(
                        List.of(new CreateTable(TABLE), new RenameTable("t", "u"), new CreateIndex("u", INDEX))))
                .containsExactly(new DropIndex("u", "ix", INDEX), new RenameTable("u", "t"), new DropTable("t", TABLE));
    }

    @Test
    void aRenameOfAColumnIsRevertedByItsNewName() {
        assertThat(new AlterColumn("t", "c", named("d"), null).inverse())
                .isEqualTo(Inverse.exactly(new RenameColumn("t", "d", "c")));
    }

    @Test
    void aRenameWithAnotherChangeIsRevertedTogetherWithIt() {
        AlterColumn change = new AlterColumn(
                "t", "c", new ColumnChange("d", null, false, null, null, null, null, null, null), NULLABLE);

        assertThat(change.inverse())
                .isEqualTo(Inverse.exactly(new AlterColumn(
                        "t", "d", new ColumnChange("c", null, true, null, null, null, null, null, null), NOT_NULL)));
    }

    private static InsertRows insertInto(String table) {
        return new InsertRows(table, List.of("a"), List.of(List.of(Literal.of(1))));
    }

    @Test
    void rowsOfANewTableAreDroppedWithIt() {
        assertThat(Operations.inverseOf(List.of(new CreateTable(TABLE), insertInto("t"))))
                .containsExactly(new DropTable("t", TABLE));
        assertThat(Operations.inverseOf(List.of(new CreateTable(TABLE), new RenameTable("t", "u"), insertInto("u"))))
                .containsExactly(new RenameTable("u", "t"), new DropTable("t", TABLE));
    }

    static Stream<List<Operation>> rowsOfOldTables() {
        return Stream.of(
                List.of(new CreateTable(TABLE), insertInto("other")),
                List.of(new RenameTable("t", "u"), insertInto("u")),
                List.of(new CreateTable(TABLE), new RenameTable("t", "u"), insertInto("t")),
                List.of(new CreateTable(TABLE), new RenameTable("x", "u"), insertInto("u")),
                List.of(new CreateTable(TABLE), new DropTable("t", TABLE), insertInto("t")));
    }

    @ParameterizedTest
    @MethodSource("rowsOfOldTables")
    void rowsOfAKeptTableCannotBeReverted(List<Operation> operations) {
        assertThatExceptionOfType(InvalidMigrationException.class)
                .isThrownBy(() -> Operations.inverseOf(operations))
                .withMessageContaining("insert")
                .satisfies(
                        error -> assertThat(error.reason()).isEqualTo(InvalidMigrationException.Reason.IRREVERSIBLE));
    }

    @Test
    void aVisitorIsCalledByTheKindOfTheInverse() {
        Inverse.Visitor<String, String> kind = new Inverse.Visitor<>() {
            @Override
            public String exact(Inverse.Exact<String> inverse) {
                return "exact " + inverse.operations();
            }

            @Override
            public String needs(Inverse.Needs<String> inverse) {
                return "needs " + inverse.what();
            }

            @Override
            public String none(Inverse.None<String> inverse) {
                return "none " + inverse.why();
            }
        };

        assertThat(Inverse.exactly("undo").accept(kind)).isEqualTo("exact [undo]");
        assertThat(new Inverse.Needs<String>("x").accept(kind)).isEqualTo("needs x");
        assertThat(new Inverse.None<String>("y").accept(kind)).isEqualTo("none y");
    }
}
