package dev.migrate.operation;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of each operation, its visitor method, and the arguments that it rejects. */
class OperationKindsTest {

    private static final ColumnChange NOT_NULL =
            new ColumnChange(null, null, false, null, null, null, null, null, null);

    static Stream<Arguments> descriptions() {
        TableBuilder table = new TableBuilder("t");
        table.column("a", integer());
        var column = new ColumnBuilder("c", integer()).build();
        var key = List.<KeyPart>of(KeyPart.column("a"));
        var foreignKey = new ForeignKey(
                "fk", List.of("a"), null, "p", List.of("id"), ForeignKey.Rule.RESTRICT, ForeignKey.Rule.RESTRICT);
        var trigger = new Trigger("tr", "t", Trigger.Timing.AFTER, Trigger.Event.DELETE, "BEGIN END");
        var routine = new Routine(Routine.Kind.FUNCTION, "f", "() RETURNS INT RETURN 1");
        var event = new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO SET @x = 1");
        var sequence = new Sequence("s", "");
        RenameIndex rename = new RenameIndex("t", "a", "b");
        return Stream.of(
                arguments(new CreateTable(table.build()), "create table t"),
                arguments(new DropTable("t", null), "drop table t"),
                arguments(new RenameTable("t", "u"), "rename table t to u"),
                arguments(new AlterTable("t", List.of(rename)), "rename index a on t to b"),
                arguments(new AlterTable("t", List.of(rename, rename)), "alter table t"),
                arguments(new AddColumn("t", column, null), "add column t.c"),
                arguments(new DropColumn("t", "c", null, null), "drop column t.c"),
                arguments(new RenameColumn("t", "c", "d"), "rename column t.c to d"),
                arguments(new AlterColumn("t", "c", NOT_NULL, null), "alter column t.c"),
                arguments(new RedefineColumn("t", "c", column, null, null, null), "redefine column t.c"),
                arguments(new CreateIndex("t", Index.of("ix", "a")), "create index ix on t"),
                arguments(new DropIndex("t", "ix", null), "drop index ix on t"),
                arguments(rename, "rename index a on t to b"),
                arguments(new AddPrimaryKey("t", key), "add primary key on t"),
                arguments(new DropPrimaryKey("t", key), "drop primary key on t"),
                arguments(new AddForeignKey("t", foreignKey), "add foreign key fk on t"),
                arguments(new DropForeignKey("t", "fk", false, null), "drop foreign key fk on t"),
                arguments(new AddCheck("t", new Check("ck", "a > 0")), "add check ck on t"),
                arguments(new DropCheck("t", "ck", null), "drop check ck on t"),
                arguments(new ChangeTableOptions("t", TableOptions.NONE, null), "change options of t"),
                arguments(new ConvertCharset("t", new Encoding("latin1", null)), "convert t to latin1"),
                arguments(new CreateView(new View("v", "SELECT 1")), "create view v"),
                arguments(new DropView("v", null), "drop view v"),
                arguments(new CreateTrigger(trigger), "create trigger tr"),
                arguments(new DropTrigger("tr", null), "drop trigger tr"),
                arguments(new CreateRoutine(routine), "create routine f"),
                arguments(new DropRoutine(Routine.Kind.FUNCTION, "f", null), "drop routine f"),
                arguments(new CreateEvent(event), "create event e"),
                arguments(new DropEvent("e", null), "drop event e"),
                arguments(new CreateSequence(sequence), "create sequence s"),
                arguments(new AlterSequence(sequence, null), "alter sequence s"),
                arguments(new DropSequence("s", null), "drop sequence s"),
                arguments(
                        new InsertRows("t", List.of("a"), List.of(List.of(Literal.of(1)), List.of(Literal.of(2)))),
                        "insert 2 rows into t"),
                arguments(new ExecuteSql(" UPDATE t\n  SET a = 1 ", List.of()), "execute UPDATE t SET a = 1"),
                arguments(new ExecuteSql("x".repeat(60), List.of()), "execute " + "x".repeat(60)),
                arguments(new ExecuteSql("x".repeat(61), List.of()), "execute " + "x".repeat(60) + "…"),
                arguments(new ExecuteScript("fill.sql", "DO 1;"), "run the script fill.sql"),
                arguments(new RunCode("import the rows", connection -> {}), "import the rows"));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void anOperationIsDescribedInOneLine(Operation operation, String description) {
        assertThat(operation.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void aVisitorIsCalledByTheKindOfTheOperation(Operation operation, String description) {
        assertThat(operation.accept(new KindOfOperation()))
                .isEqualTo(operation.getClass().getSimpleName() + ": " + operation.description());
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                refused("table t", () -> new AlterTable("t", List.of())),
                refused("rename index a on u to b", () -> new AlterTable("t", List.of(new RenameIndex("u", "a", "b")))),
                refused("primary key of t", () -> new AddPrimaryKey("t", List.of())),
                refused("t", () -> new ConvertCharset("t", Encoding.INHERITED)),
                refused("SQL", () -> new ExecuteSql(" \n", List.of())),
                refused("fill.sql", () -> new ExecuteScript("fill.sql", " \n")),
                refused("Java", () -> new RunCode(" ", connection -> {})),
                refused("insert into t", () -> new InsertRows("t", List.of(), List.of(List.of()))),
                refused("insert into t", () -> new InsertRows("t", List.of("a"), List.of())),
                refused(
                        "2 values for 1 columns [a]",
                        () -> new InsertRows("t", List.of("a"), List.of(List.of(Literal.of(1), Literal.of(2))))),
                refused(
                        "Column c",
                        () -> new AlterColumn(
                                "t",
                                "c",
                                new ColumnChange("d", null, null, null, null, null, null, null, null),
                                NOT_NULL)),
                refused("column", () -> new ColumnChange(null, null, null, null, null, null, null, null, null)));
    }

    private static Arguments refused(String message, ThrowingCallable operation) {
        return arguments(message, operation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void anOperationThatDoesNothingOrContradictsItselfIsRejected(String message, ThrowingCallable operation) {
        assertThatIllegalArgumentException().isThrownBy(operation).withMessageContaining(message);
    }

    /** Sets all attributes of a column, and resets them. */
    @Test
    void theBuilderOfAColumnChangeKeepsEveryPart() {
        DefaultValue now = new DefaultValue.CurrentTimestamp();
        assertThat(change(c -> c.defaultCurrentTimestamp().comment("x")))
                .isEqualTo(new ColumnChange(null, null, null, new NewDefault(now), null, null, null, "x", null));
        assertThat(change(c -> c.defaultExpression("uuid()").comment("x")).defaultValue())
                .isEqualTo(new NewDefault(new DefaultValue.Expression("uuid()")));
        assertThat(change(c -> c.after("a").type(varchar(9))))
                .isEqualTo(new ColumnChange(null, varchar(9), null, null, null, null, null, null, Position.after("a")));
        assertThat(change(c -> c.first().rename("d")))
                .isEqualTo(new ColumnChange("d", null, null, null, null, null, null, null, Position.first()));
        assertThat(change(c -> c.autoIncrement().nullable()))
                .isEqualTo(new ColumnChange(null, null, true, null, null, true, null, null, null));
        assertThat(change(c -> c.noAutoIncrement().noOnUpdate().notNull()))
                .isEqualTo(new ColumnChange(null, null, false, null, false, false, null, null, null));
        assertThat(change(c -> c.onUpdateCurrentTimestamp().noDefault().invisible()))
                .isEqualTo(new ColumnChange(null, null, null, new NewDefault(null), true, null, true, null, null));
    }

    private static ColumnChange change(Consumer<ColumnChangeBuilder> definition) {
        ColumnChangeBuilder builder = new ColumnChangeBuilder();
        definition.accept(builder);
        return builder.build();
    }

    static Stream<Arguments> partsOfAChange() {
        return Stream.of(
                part("type", c -> c.type(varchar(9))),
                part("nullability", ColumnChangeBuilder::notNull),
                part("default", ColumnChangeBuilder::noDefault),
                part("ON UPDATE", ColumnChangeBuilder::noOnUpdate),
                part("AUTO_INCREMENT", ColumnChangeBuilder::noAutoIncrement),
                part("visibility", ColumnChangeBuilder::invisible),
                part("comment", c -> c.comment("x")),
                part("position", ColumnChangeBuilder::first));
    }

    private static Arguments part(String name, Consumer<ColumnChangeBuilder> change) {
        return arguments(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partsOfAChange")
    void missingPreviousValuesAreNamed(String name, Consumer<ColumnChangeBuilder> definition) {
        ColumnChange change = change(definition);
        ColumnChange other = name.equals("comment")
                ? NOT_NULL
                : new ColumnChange(null, null, null, null, null, null, null, "", null);

        assertThat(change.missingIn(null)).containsExactly(name);
        assertThat(change.missingIn(other)).containsExactly(name);
        assertThat(change.missingIn(change)).isEmpty();
        assertThat(new AlterColumn("t", "c", change, change).inverse())
                .isEqualTo(Inverse.exactly(new AlterColumn("t", "c", change, change)));
    }

    @Test
    void onlyARenameNeedsNoPreviousValues() {
        assertThat(change(c -> c.rename("d")).missingIn(null)).isEmpty();
    }

    /** Returns the visitor's method, and the description of the operation. */
    private static final class KindOfOperation implements OperationVisitor<String>, TableChange.Visitor<String> {

        private static String kind(Class<? extends Operation> kind, Operation operation) {
            return kind.getSimpleName() + ": " + operation.description();
        }

        @Override
        public String createTable(CreateTable operation) {
            return kind(CreateTable.class, operation);
        }

        @Override
        public String dropTable(DropTable operation) {
            return kind(DropTable.class, operation);
        }

        @Override
        public String renameTable(RenameTable operation) {
            return kind(RenameTable.class, operation);
        }

        @Override
        public String changeTable(TableChange operation) {
            return operation.accept((TableChange.Visitor<String>) this);
        }

        @Override
        public String alterTable(AlterTable operation) {
            return kind(AlterTable.class, operation);
        }

        @Override
        public String createView(CreateView operation) {
            return kind(CreateView.class, operation);
        }

        @Override
        public String dropView(DropView operation) {
            return kind(DropView.class, operation);
        }

        @Override
        public String createTrigger(CreateTrigger operation) {
            return kind(CreateTrigger.class, operation);
        }

        @Override
        public String dropTrigger(DropTrigger operation) {
            return kind(DropTrigger.class, operation);
        }

        @Override
        public String createRoutine(CreateRoutine operation) {
            return kind(CreateRoutine.class, operation);
        }

        @Override
        public String dropRoutine(DropRoutine operation) {
            return kind(DropRoutine.class, operation);
        }

        @Override
        public String createEvent(CreateEvent operation) {
            return kind(CreateEvent.class, operation);
        }

        @Override
        public String dropEvent(DropEvent operation) {
            return kind(DropEvent.class, operation);
        }

        @Override
        public String createSequence(CreateSequence operation) {
            return kind(CreateSequence.class, operation);
        }

        @Override
        public String alterSequence(AlterSequence operation) {
            return kind(AlterSequence.class, operation);
        }

        @Override
        public String dropSequence(DropSequence operation) {
            return kind(DropSequence.class, operation);
        }

        @Override
        public String insertRows(InsertRows operation) {
            return kind(InsertRows.class, operation);
        }

        @Override
        public String executeSql(ExecuteSql operation) {
            return kind(ExecuteSql.class, operation);
        }

        @Override
        public String executeScript(ExecuteScript operation) {
            return kind(ExecuteScript.class, operation);
        }

        @Override
        public String runCode(RunCode operation) {
            return kind(RunCode.class, operation);
        }

        @Override
        public String addColumn(AddColumn change) {
            return kind(AddColumn.class, change);
        }

        @Override
        public String dropColumn(DropColumn change) {
            return kind(DropColumn.class, change);
        }

        @Override
        public String renameColumn(RenameColumn change) {
            return kind(RenameColumn.class, change);
        }

        @Override
        public String alterColumn(AlterColumn change) {
            return kind(AlterColumn.class, change);
        }

        @Override
        public String redefineColumn(RedefineColumn change) {
            return kind(RedefineColumn.class, change);
        }

        @Override
        public String createIndex(CreateIndex change) {
            return kind(CreateIndex.class, change);
        }

        @Override
        public String dropIndex(DropIndex change) {
            return kind(DropIndex.class, change);
        }

        @Override
        public String renameIndex(RenameIndex change) {
            return kind(RenameIndex.class, change);
        }

        @Override
        public String addPrimaryKey(AddPrimaryKey change) {
            return kind(AddPrimaryKey.class, change);
        }

        @Override
        public String dropPrimaryKey(DropPrimaryKey change) {
            return kind(DropPrimaryKey.class, change);
        }

        @Override
        public String addForeignKey(AddForeignKey change) {
            return kind(AddForeignKey.class, change);
        }

        @Override
        public String dropForeignKey(DropForeignKey change) {
            return kind(DropForeignKey.class, change);
        }

        @Override
        public String addCheck(AddCheck change) {
            return kind(AddCheck.class, change);
        }

        @Override
        public String dropCheck(DropCheck change) {
            return kind(DropCheck.class, change);
        }

        @Override
        public String changeTableOptions(ChangeTableOptions change) {
            return kind(ChangeTableOptions.class, change);
        }

        @Override
        public String convertCharset(ConvertCharset change) {
            return kind(ConvertCharset.class, change);
        }
    }
}
