package dev.migrate.operation;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
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
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The recorder can record every operation with all its attributes. */
public class EveryOperationTest {

    private static final ConnectionWork WORK = connection -> {};
    private static final TableOptions NEW =
            new TableOptions("InnoDB", new Encoding("latin1", null), null, null, "new", Map.of("MAX_ROWS", "7"));
    private static final TableOptions OLD =
            new TableOptions("MyISAM", new Encoding("utf8mb4", null), null, null, "old", Map.of("MAX_ROWS", "8"));
    private static final ForeignKey FK = new ForeignKey(
            "fk", List.of("a"), null, "p", List.of("id"), ForeignKey.Rule.CASCADE, ForeignKey.Rule.RESTRICT);
    private static final Index INDEX = new IndexBuilder("ix")
            .column("a")
            .length(3)
            .descending()
            .unique()
            .comment("c")
            .invisible()
            .build();
    private static final List<KeyPart> KEY =
            List.of(KeyPart.column("a").length(3).descending());
    private static final Check CHECK = new Check("ck", "a > 0").notEnforced();
    private static final View VIEW = new View("v", "SELECT 1");
    private static final Trigger TRIGGER =
            new Trigger("tr", "t", Trigger.Timing.AFTER, Trigger.Event.DELETE, "BEGIN END");
    private static final Routine ROUTINE = new Routine(Routine.Kind.FUNCTION, "f", "() RETURNS INT RETURN 1");
    private static final Routine PROCEDURE = new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT 1");
    private static final ScheduledEvent EVENT = new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO SET @x = 1");
    private static final Sequence SEQUENCE = new Sequence("s", "START WITH 1 INCREMENT BY 50");
    private static final Sequence OTHER_SEQUENCE = new Sequence("s", "INCREMENT BY 1");
    private static final ColumnChange CHANGE = new ColumnChange(
            "b",
            varchar(9),
            false,
            new NewDefault(new DefaultValue.Constant(Literal.of("x"))),
            false,
            false,
            true,
            "c",
            Position.first());
    private static final ColumnChange BEFORE =
            new ColumnChange(null, varchar(8), true, new NewDefault(null), true, true, false, "", Position.after("z"));

    /**
     * An operation, and how to record it.
     *
     * @param operation the operation
     * @param recording records it
     */
    private record Example(Operation operation, Consumer<Operations> recording) {}

    private static List<Example> tables() {
        return List.of(
                new Example(new CreateTable(table()), op -> op.createTable("t", EveryOperationTest::define)),
                new Example(new DropTable("t", table()), op -> op.dropTable("t", EveryOperationTest::define)),
                new Example(new DropTable("t", null), op -> op.dropTable("t")),
                new Example(new RenameTable("t", "u"), op -> op.renameTable("t", "u")),
                new Example(
                        new AlterTable("t", List.of(new RenameIndex("t", "a", "b"), new RenameColumn("t", "c", "d"))),
                        op -> op.table("t", t -> {
                            t.renameIndex("a", "b");
                            t.renameColumn("c", "d");
                        })),
                new Example(
                        new AlterTable("t", List.of(new RenameIndex("t", "a", "b"))),
                        op -> op.table("t", t -> {
                            t.keepSeparate();
                            t.renameIndex("a", "b");
                        })),
                new Example(
                        new AlterTable("t", List.of(new RenameIndex("t", "a", "b")), AlterTable.Condition.NO_LOCK),
                        op -> op.table("t", t -> {
                            t.noLock();
                            t.renameIndex("a", "b");
                        })),
                new Example(
                        new AlterTable(
                                "t", List.of(new RenameColumn("t", "a", "b")), AlterTable.Condition.INSTANT_ONLY),
                        op -> op.table("t", t -> {
                            t.instantOnly();
                            t.renameColumn("a", "b");
                        })),
                new Example(
                        new ChangeTableOptions("t", NEW, OLD),
                        op -> op.table(
                                "t",
                                t -> t.changeOptions(EveryOperationTest::options, EveryOperationTest::optionsBefore))),
                new Example(
                        new ChangeTableOptions("t", NEW, null),
                        op -> op.table("t", t -> t.changeOptions(EveryOperationTest::options))),
                new Example(
                        new ConvertCharset("t", new Encoding("latin1", null)),
                        op -> op.table("t", t -> t.convertCharset("latin1"))),
                new Example(
                        new ConvertCharset("t", new Encoding("latin1", "latin1_bin")),
                        op -> op.table("t", t -> t.convertCharset("latin1", "latin1_bin"))));
    }

    private static List<Example> columns() {
        Position after = Position.after("z");
        Column column = column("c", bigint());
        return List.of(
                new Example(
                        new AddColumn("t", column, after),
                        op -> op.table("t", t -> t.addColumn("c", bigint(), EveryOperationTest::more, after))),
                new Example(
                        new DropColumn("t", "c", column, after),
                        op -> op.table("t", t -> t.dropColumn("c", bigint(), EveryOperationTest::more, after))),
                new Example(new DropColumn("t", "c", null, null), op -> op.dropColumn("t", "c")),
                new Example(new RenameColumn("t", "c", "d"), op -> op.renameColumn("t", "c", "d")),
                new Example(
                        new AlterColumn("t", "c", CHANGE, BEFORE),
                        op -> op.table(
                                "t", t -> t.alterColumn("c", EveryOperationTest::change, EveryOperationTest::before))),
                new Example(
                        new RedefineColumn("t", "c", column("d", bigint()), null, null, null),
                        op -> op.table("t", t -> t.redefineColumn("c", bigint(), c -> more(c.name("d"))))),
                new Example(
                        new RedefineColumn("t", "c", column, after, null, null),
                        op -> op.table("t", t -> t.redefineColumn("c", bigint(), EveryOperationTest::more, after))),
                new Example(
                        new RedefineColumn("t", "c", column, null, column("c", integer()), null),
                        op -> op.table(
                                "t",
                                t -> t.redefineColumn(
                                        "c", bigint(), EveryOperationTest::more, integer(), EveryOperationTest::more))),
                new Example(
                        new RedefineColumn(
                                "t", "c", column("d", bigint()), after, column("c", integer()), Position.first()),
                        op -> op.table(
                                "t",
                                t -> t.redefineColumn(
                                        "c",
                                        bigint(),
                                        c -> more(c.name("d")),
                                        after,
                                        integer(),
                                        EveryOperationTest::more,
                                        Position.first()))));
    }

    private static List<Example> keys() {
        return List.of(
                new Example(
                        new CreateIndex("t", INDEX),
                        op -> op.table("t", t -> t.createIndex("ix", EveryOperationTest::index))),
                new Example(
                        new DropIndex("t", "ix", INDEX),
                        op -> op.table("t", t -> t.dropIndex("ix", EveryOperationTest::index))),
                new Example(new DropIndex("t", "ix", null), op -> op.dropIndex("t", "ix")),
                new Example(new RenameIndex("t", "a", "b"), op -> op.table("t", t -> t.renameIndex("a", "b"))),
                new Example(new AddPrimaryKey("t", KEY), op -> op.table("t", t -> t.addPrimaryKey(KEY))),
                new Example(new DropPrimaryKey("t", KEY), op -> op.table("t", t -> t.dropPrimaryKey(KEY))),
                new Example(new DropPrimaryKey("t", List.of()), op -> op.table("t", t -> t.dropPrimaryKey())),
                new Example(
                        new AddForeignKey("t", FK), op -> op.addForeignKey("t", "fk", "a", EveryOperationTest::refer)),
                new Example(
                        new DropForeignKey("t", "fk", false, FK),
                        op -> op.table("t", t -> t.dropForeignKey("fk", List.of("a"), EveryOperationTest::refer))),
                new Example(new DropForeignKey("t", "fk", false, null), op -> op.dropForeignKey("t", "fk")),
                new Example(
                        new DropForeignKey("t", "fk", true, FK),
                        op -> op.table(
                                "t", t -> t.dropForeignKeyWithIndex("fk", List.of("a"), EveryOperationTest::refer))),
                new Example(
                        new DropForeignKey("t", "fk", true, null),
                        op -> op.table("t", t -> t.dropForeignKeyWithIndex("fk"))),
                new Example(new AddCheck("t", CHECK), op -> op.table("t", t -> t.addCheck(CHECK))),
                new Example(new DropCheck("t", "ck", CHECK), op -> op.table("t", t -> t.dropCheck(CHECK))),
                new Example(new DropCheck("t", "ck", null), op -> op.table("t", t -> t.dropCheck("ck"))));
    }

    private static List<Example> programs() {
        return List.of(
                new Example(new CreateView(VIEW), op -> op.createView(VIEW)),
                new Example(new DropView("v", VIEW), op -> op.dropView(VIEW)),
                new Example(new DropView("v", null), op -> op.dropView("v")),
                new Example(new CreateTrigger(TRIGGER), op -> op.createTrigger(TRIGGER)),
                new Example(new DropTrigger("tr", TRIGGER), op -> op.dropTrigger(TRIGGER)),
                new Example(new DropTrigger("tr", null), op -> op.dropTrigger("tr")),
                new Example(new CreateRoutine(ROUTINE), op -> op.createRoutine(ROUTINE)),
                new Example(new DropRoutine(Routine.Kind.FUNCTION, "f", ROUTINE), op -> op.dropRoutine(ROUTINE)),
                new Example(new DropRoutine(Routine.Kind.PROCEDURE, "p", PROCEDURE), op -> op.dropRoutine(PROCEDURE)),
                new Example(new DropRoutine(Routine.Kind.FUNCTION, "f", null), op -> op.dropFunction("f")),
                new Example(new DropRoutine(Routine.Kind.PROCEDURE, "p", null), op -> op.dropProcedure("p")),
                new Example(new CreateEvent(EVENT), op -> op.createEvent(EVENT)),
                new Example(new DropEvent("e", EVENT), op -> op.dropEvent(EVENT)),
                new Example(new DropEvent("e", null), op -> op.dropEvent("e")),
                new Example(new CreateSequence(SEQUENCE), op -> op.createSequence(SEQUENCE)),
                new Example(
                        new AlterSequence(SEQUENCE, OTHER_SEQUENCE), op -> op.alterSequence(SEQUENCE, OTHER_SEQUENCE)),
                new Example(new AlterSequence(SEQUENCE, null), op -> op.alterSequence(SEQUENCE)),
                new Example(new DropSequence("s", SEQUENCE), op -> op.dropSequence(SEQUENCE)),
                new Example(new DropSequence("s", null), op -> op.dropSequence("s")));
    }

    private static List<Example> rowsAndCode() {
        return List.of(
                new Example(
                        new InsertRows("t", List.of("a"), List.of(List.of(Literal.of(1)))),
                        op -> op.insert("t", rows -> rows.columns("a").values(1))),
                new Example(new ExecuteSql("DO ?", List.of(Literal.of("x"))), op -> op.execute("DO ?", "x")),
                new Example(
                        new ExecuteSql("INSERT INTO t VALUES (1)", List.of(), "DELETE FROM t"),
                        op -> op.executeReversible("INSERT INTO t VALUES (1)", "DELETE FROM t")),
                new Example(new ExecuteScript("written in the migration", "DO 1;"), op -> op.scriptText("DO 1;")),
                new Example(new ExecuteScript("fill.sql", "DO 1;"), op -> op.namedScript("fill.sql", "DO 1;")),
                new Example(new RunCode("works", WORK), op -> op.run("works", WORK)));
    }

    private static List<Example> examples() {
        return Stream.of(tables(), columns(), keys(), programs(), rowsAndCode())
                .flatMap(List::stream)
                .toList();
    }

    /** Operations of every kind, with all attributes, for tests of other packages. */
    public static List<Operation> operations() {
        return examples().stream().map(Example::operation).toList();
    }

    @Test
    void everyOperationCanBeRecorded() {
        Set<Class<?>> recorded = new HashSet<>();
        for (Example example : examples()) {
            assertThat(Operations.recordedBy(example.recording())).containsExactly(example.operation());
            recorded.add(example.operation().getClass());
        }
        assertThat(recorded).containsAll(leavesOf(Operation.class));
    }

    /** The examples above must cover every attribute of every operation. */
    @Test
    void theExamplesCoverEveryAttributeOfOperations() throws ReflectiveOperationException {
        Set<String> empty = new TreeSet<>();
        for (Class<?> type : leavesOf(Operation.class)) {
            for (RecordComponent component : type.getRecordComponents()) {
                List<Object> values = new ArrayList<>();
                for (Example example : examples()) {
                    if (example.operation().getClass() == type) {
                        values.add(component.getAccessor().invoke(example.operation()));
                    }
                }
                if (values.stream().allMatch(Objects::isNull)) {
                    empty.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
        assertThat(empty).isEmpty();
    }

    private static List<Class<?>> leavesOf(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(one -> leavesOf(one).stream())
                        .toList()
                : List.of(family);
    }

    private static Table table() {
        TableBuilder builder = new TableBuilder("t");
        define(builder);
        return builder.build();
    }

    private static void define(TableBuilder t) {
        t.column("a", varchar(20));
        t.index("ix", "a");
        t.comment("c");
    }

    private static Column column(String name, ColumnType type) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        more(builder);
        return builder.build();
    }

    private static void more(ColumnBuilder c) {
        c.notNull().comment("c");
    }

    private static void index(IndexBuilder index) {
        index.column("a").length(3).descending().unique().comment("c").invisible();
    }

    private static void refer(ForeignKeyBuilder fk) {
        fk.references("p", "id").onDelete(ForeignKey.Rule.CASCADE);
    }

    private static void options(TableOptionsBuilder o) {
        o.engine("InnoDB").charset("latin1").comment("new").option("MAX_ROWS", "7");
    }

    private static void optionsBefore(TableOptionsBuilder o) {
        o.engine("MyISAM").charset("utf8mb4").comment("old").option("MAX_ROWS", "8");
    }

    private static void change(ColumnChangeBuilder c) {
        c.rename("b")
                .type(varchar(9))
                .notNull()
                .defaultValue("x")
                .noOnUpdate()
                .noAutoIncrement()
                .invisible();
        c.comment("c").first();
    }

    private static void before(ColumnChangeBuilder c) {
        c.type(varchar(8))
                .nullable()
                .noDefault()
                .onUpdateCurrentTimestamp()
                .autoIncrement()
                .visible();
        c.comment("").after("z");
    }
}
