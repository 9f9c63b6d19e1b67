package dev.migrate.internal.codegen;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SourceException;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.NewDefault;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every attribute of types, columns, keys, tables and stored objects is generated. */
class EveryAttributeTest {

    private static final CreationContext CONTEXT = new CreationContext("ANSI_QUOTES", "latin1", "latin1_swedish_ci");

    private static List<ColumnType> numbers() {
        return List.of(
                tinyint(),
                smallint().unsigned(),
                mediumint().zerofill(4),
                integer(),
                bigint().unsigned(),
                decimal(10, 0),
                decimal(65, 30).unsigned(),
                decimal(4, 2).zerofill(),
                singlePrecision(),
                doublePrecision().unsigned(),
                doublePrecision().rounded(9, 2).zerofill(),
                bit(64),
                bool());
    }

    private static List<ColumnType> texts() {
        return List.of(
                character(0),
                varchar(65_535),
                binary(4),
                varbinary(0),
                tinytext(),
                text(),
                mediumtext(),
                longtext(),
                tinyblob(),
                blob(),
                mediumblob(),
                longblob(),
                enumeration("a", ""),
                set("a", "b"),
                json(),
                varchar(1).charset("latin1"),
                text().collation("latin1_bin"),
                varchar(2).collation("uca1400_ai_ci"),
                enumeration("x").charset("utf8mb4").collation("uca1400_ai_ci"),
                set("x").collation("binary"));
    }

    private static List<ColumnType> others() {
        return List.of(
                date(),
                time(),
                time(6),
                datetime(),
                datetime(3),
                timestamp(),
                timestamp(1),
                year(),
                geometry(),
                point(),
                linestring(),
                polygon().srid(4326),
                multipoint(),
                multilinestring(),
                multipolygon(),
                geometrycollection().srid(4_294_967_295L),
                uuid(),
                inet4(),
                inet6(),
                vector(3),
                raw("XMLTYPE"));
    }

    private static void everyType(TableBuilder t) {
        List<ColumnType> types = new ArrayList<>(numbers());
        types.addAll(texts());
        types.addAll(others());
        for (int i = 0; i < types.size(); i++) {
            t.column("c" + i, types.get(i));
        }
    }

    private static void everyKey(TableBuilder t) {
        t.column("a", varchar(9))
                .notNull()
                .invisible()
                .check("a <> ''")
                .attribute("COMPRESSED")
                .attribute("X 1");
        t.column("b", text()).generatedAs("UPPER(a)").stored();
        t.column("c", timestamp()).defaultExpression("NOW() + INTERVAL 1 DAY").onUpdateCurrentTimestamp();
        t.column("g", geometry()).notNull();
        t.primaryKey(KeyPart.column("a").length(3).descending(), KeyPart.column("g"));
        t.index("i1")
                .column("a")
                .length(2)
                .descending()
                .expression("a + 1")
                .descending()
                .using(Index.Algorithm.BTREE);
        t.uniqueConstraint("i2", "a")
                .using(Index.Algorithm.HASH)
                .invisible()
                .comment("c")
                .option("KEY_BLOCK_SIZE", "8");
        t.fulltextIndex("i3", "a", "b").parser("ngram");
        t.index("i4").expression("lower(b)").kind(Index.Kind.FULLTEXT);
        t.spatialIndex("i5", "g");
        t.index("i6").column("g").length(7).kind(Index.Kind.SPATIAL);
        t.uniqueConstraint("i7").column("a").column("b").length(1);
        t.foreignKey("f", "a", "b")
                .inSchema("other")
                .references("p", "x", "y")
                .onDelete(Rule.SET_DEFAULT)
                .onUpdate(Rule.SET_NULL);
        t.check(new Check("k", "a > 1").notEnforced());
        t.engine("Aria").collation("uca1400_ai_ci").rowFormat("PAGE").option("STATS_PERSISTENT", "1");
        t.autoIncrement(new BigInteger("18446744073709551615"));
    }

    @Test
    void everyTypeAndEveryKey() {
        SourceRoundTrip.check(Operations.recordedBy(op -> {
            op.createTable("types", EveryAttributeTest::everyType);
            op.createTable("keys", EveryAttributeTest::everyKey);
            op.createTable("counted", t -> {
                t.column("id", bigint()).autoIncrement();
                t.autoIncrement(5_000_000_000L).charset("utf8mb4").comment("");
            });
            op.table("t", t -> t.addPrimaryKey(List.of(KeyPart.expression("a + 1"), KeyPart.column("b"))));
            op.table(
                    "t",
                    t -> t.createIndex(
                            "i",
                            i -> i.expression("a + 1").kind(Index.Kind.FULLTEXT).parser("ngram")));
            op.table(
                    "t",
                    t -> t.createIndex("i", i -> i.columns("a", "b").unique().comment("c")));
            op.table(
                    "t",
                    t -> t.addForeignKey(
                            "f",
                            List.of("a", "b"),
                            fk -> fk.references("p", "x", "y").inSchema("s")));
            op.table(
                    "t", t -> t.changeOptions(o -> o.autoIncrement(new BigInteger("18446744073709551615")), was -> {}));
        }));
    }

    @Test
    void everyStoredObject() {
        SourceRoundTrip.check(Operations.recordedBy(op -> {
            op.createView(new View(
                    "v", "SELECT 1", View.Algorithm.TEMPTABLE, View.Security.INVOKER, View.CheckOption.LOCAL, CONTEXT));
            op.createView(new View(
                    "w",
                    "SELECT 1",
                    View.Algorithm.UNDEFINED,
                    View.Security.DEFINER,
                    View.CheckOption.CASCADED,
                    CreationContext.OF_SESSION));
            op.dropTrigger(new Trigger("r", "t", Trigger.Timing.AFTER, Trigger.Event.UPDATE, "BEGIN\nEND", CONTEXT));
            op.createRoutine(new Routine(Routine.Kind.PROCEDURE, "p", "()\nSELECT 1", CONTEXT));
            op.createEvent(new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY\nDO SET @x = 1", "+02:00", CONTEXT));
            op.dropEvent(new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO SET @x = 1", null, CONTEXT));
        }));
    }

    @Test
    void everyConstant() {
        List<Operation> operations = new ArrayList<>();
        List<Object> values = new ArrayList<>(List.of(
                0,
                -1,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                2_147_483_648L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                0.1,
                -2.5,
                1e100,
                1e-100,
                new BigDecimal("1.50"),
                new BigDecimal("1E+3"),
                new BigDecimal("123456789012345678901"),
                new BigDecimal("1E+999"),
                true,
                false,
                "",
                "text",
                new byte[0],
                new byte[] {0, -1}));
        values.add(new Literal.Null());
        for (Object value : values) {
            NewDefault newDefault = new NewDefault(new DefaultValue.Constant(Literal.of(value)));
            ColumnChange change = new ColumnChange(null, null, null, newDefault, null, null, null, null, null);
            operations.add(new AlterColumn("t", "c", change, null));
            operations.addAll(Operations.recordedBy(op -> {
                op.addColumn("t", "c", raw("X"), c -> c.defaultValue(value));
                op.insert("t", rows -> rows.columns("a").values(value));
                op.insert("t", rows -> rows.columns("a", "b").values(value, value));
                op.execute("DO ?", value);
            }));
        }

        SourceRoundTrip.check(operations);
    }

    @Test
    void roundNumbersAreReadable() {
        List<Operation> operations = Operations.recordedBy(op -> {
            op.addColumn("t", "a", integer(), c -> c.defaultValue(1000));
            op.addColumn("t", "b", decimal(9, 2), c -> c.defaultValue("2.50"));
        });

        assertThat(SourceRoundTrip.source(operations, List.of()))
                .contains("c -> c.defaultValue(1000)")
                .contains("c -> c.defaultValue(2.5)");
    }

    @Test
    void inexpressibleOperationsAreRejected() {
        List.of(
                        new RunCode("works", connection -> {}),
                        new DropTable("t", table("u")),
                        new DropIndex("t", "i", Index.of("j", "a")),
                        new DropCheck("t", "c", new Check("d", "1 = 1")),
                        new DropColumn("t", "c", null, Position.first()))
                .forEach(operation -> assertThatThrownBy(() -> SourceRoundTrip.source(List.of(operation), List.of()))
                        .isInstanceOf(SourceException.class)
                        .hasMessageContaining(operation.description())
                        .hasMessageContaining("by hand"));
    }

    private static Table table(String name) {
        TableBuilder builder = new TableBuilder(name);
        builder.column("a", date());
        return builder.build();
    }
}
