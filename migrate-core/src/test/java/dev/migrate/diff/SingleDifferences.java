package dev.migrate.diff;

import static dev.migrate.diff.SingleDifference.Where.ALL;
import static dev.migrate.diff.SingleDifference.Where.CHECKS;
import static dev.migrate.diff.SingleDifference.Where.DESCENDING;
import static dev.migrate.diff.SingleDifference.Where.EXPRESSIONS;
import static dev.migrate.diff.SingleDifference.Where.HIDDEN_COLUMNS;
import static dev.migrate.diff.SingleDifference.Where.MARIADB;
import static dev.migrate.diff.SingleDifference.Where.MYSQL;
import static dev.migrate.diff.SingleDifference.Where.MYSQL_8;
import static dev.migrate.schema.ColumnType.*;

import dev.migrate.diff.SingleDifference.Maker;
import dev.migrate.diff.SingleDifference.Where;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every single difference of two schemas. */
final class SingleDifferences {

    private static final String ALTER = "alter column t.a";
    private static final String REDEFINE = "redefine column t.a";
    private static final String OPTIONS = "change options of t";

    private final List<SingleDifference> all = new ArrayList<>();

    private SingleDifferences() {}

    static List<SingleDifference> all() {
        SingleDifferences differences = new SingleDifferences();
        differences.numbers();
        differences.texts();
        differences.others();
        differences.columns();
        differences.keys();
        differences.foreignKeys();
        differences.checks();
        differences.options();
        differences.programs();
        return differences.all;
    }

    private static Consumer<TableBuilder> a(ColumnType type) {
        return a(type, column -> {});
    }

    private static Consumer<TableBuilder> a(ColumnType type, Consumer<ColumnBuilder> more) {
        return t -> {
            id(t);
            more.accept(t.column("a", type));
        };
    }

    private static void id(TableBuilder t) {
        t.column("id", bigint().unsigned()).notNull();
        t.primaryKey("id");
    }

    /** A table with columns for keys, and further definitions. */
    private static Consumer<TableBuilder> t(Consumer<TableBuilder> more) {
        return t -> {
            id(t);
            t.column("a", integer());
            t.column("b", integer());
            t.column("s", varchar(40));
            more.accept(t);
        };
    }

    private void add(
            String what, Where where, Consumer<TableBuilder> one, Consumer<TableBuilder> other, String... changes) {
        all.add(SingleDifference.of(what, where, one, other, changes));
    }

    private void type(String what, ColumnType one, ColumnType other) {
        add("type: " + what, ALL, a(one), a(other), ALTER);
    }

    private void numbers() {
        type("INT, BIGINT", integer(), bigint());
        type("INT, INT UNSIGNED", integer(), integer().unsigned());
        type("TINYINT, TINYINT(1)", tinyint(), bool());
        type("TINYINT(1), TINYINT UNSIGNED", bool(), tinyint().unsigned());
        type("zerofill", integer().unsigned(), integer().zerofill(5));
        type("precision of DECIMAL", decimal(10, 2), decimal(12, 2));
        type("scale of DECIMAL", decimal(10, 2), decimal(10, 3));
        type("sign of DECIMAL", decimal(10, 2), decimal(10, 2).unsigned());
        type("FLOAT, DOUBLE", singlePrecision(), doublePrecision());
        type("precision of DOUBLE", doublePrecision(), doublePrecision().rounded(9, 2));
        type("length of BIT", bit(1), bit(8));
        type("DECIMAL, VARCHAR", decimal(10, 2), varchar(20));
    }

    private void texts() {
        type("length of VARCHAR", varchar(20), varchar(30));
        type("CHAR, VARCHAR", character(20), varchar(20));
        type("VARCHAR, TEXT", varchar(20), text());
        type("TEXT, LONGTEXT", text(), longtext());
        type("ENUM member added", enumeration("a", "b"), enumeration("a", "b", "c"));
        type("ENUM in different order", enumeration("a", "b"), enumeration("b", "a"));
        type("SET member added", set("a", "b"), set("a", "b", "c"));
        type("character set of a column", varchar(20), varchar(20).charset("latin1"));
        type("collation of a column", varchar(20), varchar(20).collation("utf8mb4_bin"));
        type("collation of an ENUM", enumeration("a"), enumeration("a").collation("utf8mb4_bin"));
        type("length of VARBINARY", varbinary(20), varbinary(30));
        type("BINARY, VARBINARY", binary(20), varbinary(20));
        type("BLOB, LONGBLOB", blob(), longblob());
    }

    private void others() {
        type("DATE, DATETIME", date(), datetime());
        type("DATETIME, TIMESTAMP", datetime(), timestamp());
        type("precision of DATETIME", datetime(), datetime(6));
        type("precision of TIME", time(), time(3));
        add("type: JSON, LONGTEXT", ALL, a(json()), a(longtext()), REDEFINE);
        add("type: POINT, GEOMETRY", ALL, a(point()), a(geometry()), REDEFINE);
        add("type: SRID of a spatial column", MYSQL_8, a(point()), a(point().srid(4326)), REDEFINE);
        add("type: UUID, VARCHAR", MARIADB, a(uuid()), a(varchar(36)), ALTER);
    }

    private void columns() {
        add("column", ALL, SingleDifferences::id, a(integer()), "add column t.a", "|", "drop column t.a");
        add(
                "NOT NULL column without a default",
                ALL,
                SingleDifferences::id,
                a(integer(), ColumnBuilder::notNull),
                "add column t.a",
                ALTER,
                "|",
                "drop column t.a");
        add("NULL", ALL, a(integer()), a(integer(), ColumnBuilder::notNull), ALTER);
        add("default: none, a constant", ALL, a(integer()), a(integer(), c -> c.defaultValue(5)), ALTER);
        add(
                "default: another constant",
                ALL,
                a(integer(), c -> c.defaultValue(4)),
                a(integer(), c -> c.defaultValue(5)),
                ALTER);
        add("default: none, an empty string", ALL, a(varchar(9)), a(varchar(9), c -> c.defaultValue("")), ALTER);
        add("default: the string NULL", ALL, a(varchar(9)), a(varchar(9), c -> c.defaultValue("NULL")), ALTER);
        add(
                "default: binary",
                ALL,
                a(varbinary(9)),
                a(varbinary(9), c -> c.defaultValue(new byte[] {0, 65})),
                REDEFINE);
        add(
                "default: the current time",
                ALL,
                a(datetime()),
                a(datetime(), ColumnBuilder::defaultCurrentTimestamp),
                ALTER);
        add(
                "default: an expression",
                EXPRESSIONS,
                a(varchar(40)),
                a(varchar(40), c -> c.defaultExpression("UUID()")),
                ALTER);
        add("default of a TEXT", EXPRESSIONS, a(text()), a(text(), c -> c.defaultValue("x")), REDEFINE);
        add(
                "ON UPDATE",
                ALL,
                a(datetime(), ColumnBuilder::defaultCurrentTimestamp),
                a(datetime(), c -> c.defaultCurrentTimestamp().onUpdateCurrentTimestamp()),
                ALTER);
        add("AUTO_INCREMENT", ALL, SingleDifferences::id, SingleDifferences::autoIncrement, "alter column t.id");
        Consumer<ColumnBuilder> sum = c -> c.generatedAs("id + 1");
        Consumer<ColumnBuilder> other = c -> c.generatedAs("id + 2");
        Consumer<ColumnBuilder> stored = c -> c.generatedAs("id + 1").stored();
        String[] rebuilt = {"drop column t.a", "add column t.a"};
        add("generated or not", ALL, a(bigint().unsigned()), a(bigint().unsigned(), sum), rebuilt);
        add("generated and stored or not", ALL, a(bigint().unsigned()), a(bigint().unsigned(), stored), rebuilt);
        add(
                "expression of a generated column",
                ALL,
                a(bigint().unsigned(), sum),
                a(bigint().unsigned(), other),
                rebuilt);
        add(
                "generated column stored or not",
                ALL,
                a(bigint().unsigned(), sum),
                a(bigint().unsigned(), stored),
                rebuilt);
        add("column invisible", HIDDEN_COLUMNS, a(integer()), a(integer(), ColumnBuilder::invisible), ALTER);
        add("comment of a column", ALL, a(integer()), a(integer(), c -> c.comment("it's \\ \"x\"")), ALTER);
        add("check of a column", MARIADB, a(integer()), a(integer(), c -> c.check("a > 0")), REDEFINE);
        add(
                "name in different case",
                ALL,
                a(integer()),
                t -> {
                    id(t);
                    t.column("A", integer());
                },
                "rename column t.a to A",
                "|",
                "rename column t.A to a");
        add(
                "order of columns",
                ALL,
                t(t -> {}),
                t -> {
                    id(t);
                    t.column("s", varchar(40));
                    t.column("a", integer());
                    t.column("b", integer());
                },
                "alter column t.s");
    }

    private static void autoIncrement(TableBuilder t) {
        t.column("id", bigint().unsigned()).notNull().autoIncrement();
        t.primaryKey("id");
    }

    private static Consumer<TableBuilder> index(Consumer<IndexBuilder> more) {
        return t(t -> more.accept(t.index("ix")));
    }

    private void index(String what, Where where, Consumer<IndexBuilder> one, Consumer<IndexBuilder> other) {
        add(what, where, index(one), index(other), "drop index ix on t", "create index ix on t");
    }

    private void keys() {
        Consumer<TableBuilder> plain = t(t -> {});
        add(
                "primary key",
                ALL,
                t -> {
                    t.column("id", bigint().unsigned()).notNull();
                },
                SingleDifferences::id,
                "add primary key on t",
                "|",
                "drop primary key on t");
        add(
                "columns of the primary key",
                ALL,
                t(t -> t.column("c", integer()).notNull()),
                t(t -> {
                    t.column("c", integer()).notNull();
                    t.primaryKey("id", "c");
                }),
                "alter table t");
        Consumer<IndexBuilder> a = i -> i.column("a");
        add("index", ALL, plain, index(a), "create index ix on t", "|", "drop index ix on t");
        index("unique or not", ALL, a, i -> i.column("a").unique());
        index("columns of an index", ALL, a, i -> i.columns("a", "b"));
        index("column order of an index", ALL, i -> i.columns("b", "a"), i -> i.columns("a", "b"));
        index(
                "prefix length of an index",
                ALL,
                i -> i.column("s").length(10),
                i -> i.column("s").length(20));
        index(
                "prefix or whole column",
                ALL,
                i -> i.column("s"),
                i -> i.column("s").length(20));
        index("direction of an index", DESCENDING, a, i -> i.column("a").descending());
        index("expression of an index", MYSQL_8, i -> i.expression("a + 1"), i -> i.expression("a + 2"));
        index("index invisible", EXPRESSIONS, a, i -> i.column("a").invisible());
        index("comment of an index", ALL, a, i -> i.column("a").comment("it's"));
        add(
                "type of an index: FULLTEXT",
                ALL,
                index(i -> i.column("s")),
                t(t -> t.fulltextIndex("ix", "s")),
                "drop index ix on t",
                "create index ix on t");
        add(
                "parser of a full-text index",
                MYSQL,
                t(t -> t.fulltextIndex("ix", "s")),
                t(t -> t.fulltextIndex("ix", "s").parser("ngram")),
                "drop index ix on t",
                "create index ix on t");
        add(
                "type of an index: SPATIAL",
                ALL,
                t(t -> t.column("g", point()).notNull()),
                t(t -> {
                    t.column("g", point()).notNull();
                    t.spatialIndex("ix", "g");
                }),
                "create index ix on t",
                "|",
                "drop index ix on t");
        add(
                "name of an index",
                ALL,
                index(a),
                t(t -> t.index("other", "a")),
                "rename index ix on t to other",
                "|",
                "rename index other on t to ix");
    }

    private static Consumer<TableBuilder> key(String name, String column, Consumer<ForeignKeyBuilder> more) {
        return t(t -> more.accept(t.foreignKey(name, column)));
    }

    private void foreignKey(String what, Consumer<TableBuilder> other) {
        add(
                what,
                ALL,
                key("fk", "a", f -> f.references("p", "id")),
                other,
                "drop foreign key fk on t",
                "add foreign key fk on t");
    }

    private void foreignKeys() {
        Consumer<TableBuilder> one = key("fk", "a", f -> f.references("p", "id"));
        add("foreign key", ALL, t(t -> {}), one, "add foreign key fk on t", "|", "drop foreign key fk on t");
        foreignKey("column of a foreign key", key("fk", "b", f -> f.references("p", "id")));
        foreignKey("column that a foreign key refers to", key("fk", "a", f -> f.references("p", "k")));
        foreignKey("table that a foreign key refers to", key("fk", "a", f -> f.references("q", "id")));
        foreignKey("ON DELETE", key("fk", "a", f -> f.references("p", "id").onDelete(Rule.CASCADE)));
        foreignKey(
                "ON UPDATE of a foreign key",
                key("fk", "a", f -> f.references("p", "id").onUpdate(Rule.SET_NULL)));
        add(
                "name of a foreign key",
                ALL,
                one,
                key("other", "a", f -> f.references("p", "id")),
                "drop foreign key fk on t",
                "add foreign key other on t",
                "|",
                "drop foreign key other on t",
                "add foreign key fk on t");
        add(
                "index next to a foreign key",
                ALL,
                one,
                key("fk", "a", f -> f.references("p", "id")).andThen(t -> t.index("ix", "a", "b")),
                "alter table t",
                "|",
                "drop foreign key fk on t",
                "drop index ix on t",
                "add foreign key fk on t");
        add(
                "type of a foreign key column",
                ALL,
                t(t -> {
                    t.column("c", varchar(20));
                    t.foreignKey("fk", "c").references("t", "u");
                    t.column("u", varchar(20)).notNull();
                    t.uniqueConstraint("uq", "u");
                }),
                t(t -> {
                    t.column("c", varchar(30));
                    t.foreignKey("fk", "c").references("t", "u");
                    t.column("u", varchar(20)).notNull();
                    t.uniqueConstraint("uq", "u");
                }),
                "drop foreign key fk on t",
                "alter column t.c",
                "add foreign key fk on t");
    }

    private void checks() {
        Consumer<TableBuilder> one = t(t -> t.check("ck", "a > 0"));
        add("check", CHECKS, t(t -> {}), one, "add check ck on t", "|", "drop check ck on t");
        add(
                "expression of a check",
                CHECKS,
                one,
                t(t -> t.check("ck", "a > 1")),
                "drop check ck on t",
                "add check ck on t");
        add(
                "name of a check",
                CHECKS,
                one,
                t(t -> t.check("other", "a > 0")),
                "drop check ck on t",
                "add check other on t",
                "|",
                "drop check other on t",
                "add check ck on t");
        add(
                "check NOT ENFORCED",
                Where.UNENFORCED_CHECKS,
                one,
                t(t -> t.check(new Check("ck", "a > 0", false))),
                "drop check ck on t",
                "add check ck on t");
    }

    private static Consumer<TableBuilder> option(Consumer<TableBuilder> more) {
        return a(integer()).andThen(more);
    }

    private void options() {
        Consumer<TableBuilder> plain = option(t -> {});
        add("engine", ALL, plain, option(t -> t.engine("MyISAM")), OPTIONS);
        add("character set of a table", ALL, plain, option(t -> t.charset("latin1")), OPTIONS);
        add("collation of a table", ALL, plain, option(t -> t.collation("utf8mb4_bin")), OPTIONS);
        add(
                "character set of a table with text columns",
                ALL,
                a(varchar(9)),
                a(varchar(9)).andThen(t -> t.charset("latin1")),
                "alter table t");
        add("row format", ALL, plain, option(t -> t.rowFormat("COMPACT")), OPTIONS);
        add("comment of a table", ALL, plain, option(t -> t.comment("it's \\")), OPTIONS);
        add("another table option", ALL, plain, option(t -> t.option("STATS_PERSISTENT", "0")), OPTIONS);
        add("system versioning", MARIADB, plain, option(t -> t.option("WITH SYSTEM VERSIONING", "")), OPTIONS);
        add(
                "partitioning",
                MYSQL_8,
                plain,
                option(t -> t.partitionedBy("PARTITION BY HASH (`id`) PARTITIONS 3")),
                "execute ALTER TABLE `t` PARTITION BY …",
                "|",
                "execute ALTER TABLE `t` REMOVE PARTITIONING");
        add(
                "partitioning on MariaDB",
                MARIADB,
                plain,
                option(t -> t.partitionedBy("PARTITION BY HASH (`id`) PARTITIONS 3")),
                "execute ALTER TABLE `t` PARTITION BY …",
                "|",
                "execute ALTER TABLE `t` REMOVE PARTITIONING");
    }

    private void programs() {
        Consumer<TableBuilder> t = a(integer());
        Maker plain = SingleDifference.maker(t);
        View view = new View("v", "select `t`.`id` AS `id` from `t`");
        View other = new View("v", "select `t`.`a` AS `a` from `t`");
        program("view", plain, views(t, view), "create view v", "|", "drop view v");
        program("definition of a view", views(t, view), views(t, other), "drop view v", "create view v");
        program(
                "SQL SECURITY of a view",
                views(t, view),
                views(
                        t,
                        new View(
                                "v",
                                view.select(),
                                view.algorithm(),
                                View.Security.INVOKER,
                                view.checkOption(),
                                view.context())),
                "drop view v",
                "create view v");
        Trigger trigger = trigger(Trigger.Timing.BEFORE, "SET NEW.a = 1");
        program("trigger", plain, triggers(t, trigger), "create trigger tr", "|", "drop trigger tr");
        program(
                "definition of a trigger",
                triggers(t, trigger),
                triggers(t, trigger(Trigger.Timing.BEFORE, "SET NEW.a = 2")),
                "drop trigger tr",
                "create trigger tr");
        program(
                "time of a trigger",
                triggers(t, trigger(Trigger.Timing.BEFORE, "SET @x = 1")),
                triggers(t, trigger(Trigger.Timing.AFTER, "SET @x = 1")),
                "drop trigger tr",
                "create trigger tr");
        Routine routine = new Routine(Routine.Kind.PROCEDURE, "r", "()\nSELECT 1");
        program("routine", plain, routines(t, routine), "create routine r", "|", "drop routine r");
        program(
                "definition of a routine",
                routines(t, routine),
                routines(t, new Routine(Routine.Kind.PROCEDURE, "r", "()\nSELECT 2")),
                "drop routine r",
                "create routine r");
        events(t, plain);
    }

    private void events(Consumer<TableBuilder> t, Maker plain) {
        String yearly = "EVERY 1 YEAR STARTS '2030-01-01 00:00:00'";
        String once = "AT '2037-01-01 00:00:00'";
        Maker simple = event(t, yearly, "");
        program("event", plain, simple, "create event e", "|", "drop event e");
        String[] recreated = {"drop event e", "create event e"};
        program("interval of an event", simple, event(t, "EVERY 2 YEAR STARTS '2030-01-01 00:00:00'", ""), recreated);
        program("start of an event", simple, event(t, "EVERY 1 YEAR STARTS '2031-01-01 00:00:00'", ""), recreated);
        program("end of an event", simple, event(t, yearly + " ENDS '2036-01-01 00:00:00'", ""), recreated);
        program("an event that happens once", simple, event(t, once, ""), recreated);
        program("completion of an event", simple, event(t, yearly, "ON COMPLETION PRESERVE"), recreated);
        program("status of an event", simple, event(t, yearly, "DISABLE"), recreated);
        program("comment of an event", simple, event(t, yearly, "COMMENT 'it''s'"), recreated);
    }

    private void program(String what, Maker one, Maker other, String... changes) {
        SingleDifference tables = SingleDifference.of(what, ALL, one.t, other.t, changes);
        all.add(new SingleDifference(what, ALL, one, other, tables.there(), tables.back()));
    }

    private static Trigger trigger(Trigger.Timing timing, String body) {
        return new Trigger("tr", "t", timing, Trigger.Event.INSERT, body);
    }

    private static Maker views(Consumer<TableBuilder> t, View... views) {
        return new Maker(t, List.of(views), List.of(), List.of(), List.of());
    }

    private static Maker triggers(Consumer<TableBuilder> t, Trigger... triggers) {
        return new Maker(t, List.of(), List.of(triggers), List.of(), List.of());
    }

    private static Maker routines(Consumer<TableBuilder> t, Routine... routines) {
        return new Maker(t, List.of(), List.of(), List.of(routines), List.of());
    }

    private static Maker event(Consumer<TableBuilder> t, String schedule, String rest) {
        ScheduledEvent event = new ScheduledEvent("e", "ON SCHEDULE " + schedule + " " + rest + " DO SET @x = 1");
        return new Maker(t, List.of(), List.of(), List.of(), List.of(event));
    }
}
