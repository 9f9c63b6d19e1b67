package dev.migrate.diff;

import static dev.migrate.diff.Diffs.schema;
import static dev.migrate.diff.Diffs.table;
import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.date;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.Attribute;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Literal;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attributes that a target schema does not specify are taken from the database, if the model leaves them to it. */
class FilledSchemaTest {

    private static final Set<Attribute> ALL = EnumSet.allOf(Attribute.class);

    /** A table with every attribute that a target table may omit. */
    private static final Table ACTUAL = table("t", t -> {
        t.column("id", bigint()).notNull();
        t.column("moment", datetime()).defaultCurrentTimestamp().onUpdateCurrentTimestamp();
        t.column("number", integer())
                .defaultValue(5)
                .invisible()
                .check("number > 0")
                .comment("a number")
                .attribute("STORAGE DISK");
        t.column("name", varchar(9).charset("latin1"));
        t.primaryKey("id");
        t.index("ix", "number").invisible().comment("an index");
        t.index("left", "name");
        t.check("ck", "`number` < 9");
        t.engine("MyISAM")
                .charset("ascii")
                .rowFormat("COMPACT")
                .autoIncrement(7)
                .option("MAX_ROWS", "7")
                .partitionedBy("PARTITION BY HASH (`id`)")
                .comment("a table");
    });

    /** The same table with only its columns and keys. */
    private static void silent(TableBuilder t) {
        t.column("id", bigint()).notNull();
        t.column("name", varchar(9));
        t.column("number", integer());
        t.column("moment", datetime());
        t.primaryKey("id");
        t.index("ix", "number");
    }

    private static Schema filledSchema(Schema wanted, Schema actual, Set<Attribute> left, Renames renames) {
        return UnspecifiedAttributes.fill(wanted, actual, left, renames, name -> "`" + name + "`", true);
    }

    private static Table filled(Consumer<TableBuilder> wanted, Table actual, Set<Attribute> left) {
        return filled(wanted, actual, left, Renames.NONE);
    }

    private static Table filled(Consumer<TableBuilder> wanted, Table actual, Set<Attribute> left, Renames renames) {
        return filledSchema(schema(table("t", wanted)), schema(actual), left, renames)
                .tables()
                .get(0);
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void nothingIsCompletedIfNothingIsUnspecified() {
        assertThat(filled(FilledSchemaTest::silent, ACTUAL, Set.of())).isEqualTo(table("t", FilledSchemaTest::silent));
    }

    @Test
    void aMinimalTableTakesAllUnspecifiedAttributes() {
        Table expected = table("t", t -> {
            t.column("id", bigint()).notNull();
            t.column("moment", datetime()).defaultCurrentTimestamp().onUpdateCurrentTimestamp();
            t.column("number", integer())
                    .defaultValue(5)
                    .invisible()
                    .check("number > 0")
                    .comment("a number")
                    .attribute("STORAGE DISK");
            t.column("name", varchar(9).charset("latin1"));
            t.primaryKey("id");
            t.index("ix", "number").invisible().comment("an index");
            t.index("left", "name");
            t.check("ck", "`number` < 9");
            t.engine("MyISAM")
                    .charset("ascii")
                    .rowFormat("COMPACT")
                    .option("MAX_ROWS", "7")
                    .partitionedBy("PARTITION BY HASH (`id`)")
                    .comment("a table");
        });

        assertThat(filled(FilledSchemaTest::silent, ACTUAL, ALL)).isEqualTo(expected);
    }

    /** The effect of each attribute on the minimal table. */
    static Stream<Arguments> attributes() {
        return Stream.of(
                decides(
                        Attribute.COLUMN_ORDER,
                        t -> t.columns().stream().map(Column::name).toList(),
                        List.of("id", "name", "number", "moment"),
                        List.of("id", "moment", "number", "name")),
                decides(
                        Attribute.COLUMN_DEFAULT,
                        t -> column(t, "number").defaultValue(),
                        null,
                        new DefaultValue.Constant(Literal.of(5))),
                decides(Attribute.ON_UPDATE, t -> column(t, "moment").isUpdatedToCurrentTimestamp(), false, true),
                decides(Attribute.VISIBILITY, t -> column(t, "number").isInvisible(), false, true),
                decides(Attribute.VISIBILITY, t -> t.index("ix").orElseThrow().isInvisible(), false, true),
                decides(Attribute.COMMENT, t -> column(t, "number").comment(), null, "a number"),
                decides(Attribute.COMMENT, t -> t.index("ix").orElseThrow().comment(), null, "an index"),
                decides(Attribute.COMMENT, t -> t.options().comment(), null, "a table"),
                decides(
                        Attribute.ENCODING,
                        t -> column(t, "name").type(),
                        varchar(9),
                        varchar(9).charset("latin1")),
                decides(
                        Attribute.ENCODING,
                        t -> t.options().encoding(),
                        Encoding.INHERITED,
                        new Encoding("ascii", null)),
                decides(Attribute.ENGINE, t -> t.options().engine(), null, "MyISAM"),
                decides(Attribute.TABLE_OPTIONS, t -> t.options().rowFormat(), null, "COMPACT"),
                decides(Attribute.TABLE_OPTIONS, t -> t.options().others(), Map.of(), Map.of("MAX_ROWS", "7")),
                decides(
                        Attribute.TABLE_OPTIONS,
                        t -> column(t, "number").attributes(),
                        List.of(),
                        List.of("STORAGE DISK")),
                decides(Attribute.PARTITIONING, Table::partitioning, null, "PARTITION BY HASH (`id`)"),
                decides(Attribute.CHECK, t -> column(t, "number").check(), null, "number > 0"),
                decides(Attribute.CHECK, Table::checks, List.of(), List.of(new Check("ck", "`number` < 9"))),
                decides(Attribute.INDEX, t -> t.index("left").isPresent(), false, true));
    }

    private static Arguments decides(
            Attribute attribute,
            Function<Table, @Nullable Object> part,
            @Nullable Object without,
            @Nullable Object with) {
        return arguments(attribute, part, without, with);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attributes")
    void attributesAreIndependent(
            Attribute attribute,
            Function<Table, @Nullable Object> part,
            @Nullable Object without,
            @Nullable Object with) {
        assertThat(part.apply(filled(FilledSchemaTest::silent, ACTUAL, Set.of(attribute))))
                .isEqualTo(with);
        assertThat(part.apply(filled(FilledSchemaTest::silent, ACTUAL, EnumSet.complementOf(EnumSet.of(attribute)))))
                .isEqualTo(without);
    }

    @Test
    void whatIsSpecifiedIsKept() {
        Consumer<TableBuilder> wanted = t -> {
            t.column("id", bigint()).notNull();
            t.column("moment", datetime()).defaultValue("2020-01-01").onUpdateCurrentTimestamp();
            t.column("number", integer())
                    .defaultValue(6)
                    .check("number > 1")
                    .comment("another")
                    .attribute("STORAGE MEMORY");
            t.column("name", varchar(9).charset("utf8mb4"));
            t.primaryKey("id");
            t.index("ix", "number").comment("other");
            t.index("left", "number", "name");
            t.check("CK", "number < 8");
            t.engine("InnoDB")
                    .charset("utf8mb4")
                    .rowFormat("DYNAMIC")
                    .autoIncrement(8)
                    .option("MAX_ROWS", "8")
                    .partitionedBy("PARTITION BY KEY (`id`)")
                    .comment("words");
        };
        Set<Attribute> left = EnumSet.complementOf(EnumSet.of(Attribute.VISIBILITY));

        assertThat(filled(wanted, ACTUAL, left)).isEqualTo(table("t", wanted));
    }

    @Test
    void newColumnsFollowExistingOnes() {
        Table filled = filled(
                t -> {
                    t.column("new", integer());
                    t.column("name", varchar(9));
                    t.column("ID", bigint()).notNull();
                },
                ACTUAL,
                Set.of(Attribute.COLUMN_ORDER));

        assertThat(filled.columns()).extracting(Column::name).containsExactly("ID", "name", "new");
    }

    @Test
    void theEncodingIsKeptOnlyIfNeitherColumnNorTableSpecifiesOne() {
        Set<Attribute> left = Set.of(Attribute.ENCODING);

        assertThat(column(filled(t -> t.column("name", varchar(9)).comment("x"), ACTUAL, left), "name")
                        .type())
                .isEqualTo(varchar(9).charset("latin1"));
        assertThat(column(
                                filled(
                                        t -> {
                                            t.column("name", varchar(9));
                                            t.charset("utf8mb4");
                                        },
                                        ACTUAL,
                                        left),
                                "name")
                        .type())
                .isEqualTo(varchar(9));
        assertThat(column(filled(t -> t.column("number", varchar(9)), ACTUAL, left), "number")
                        .type())
                .isEqualTo(varchar(9));
        assertThat(column(filled(t -> t.column("name", integer()), ACTUAL, left), "name")
                        .type())
                .isEqualTo(integer());
    }

    @Test
    void aDefaultOfAnotherTypeIsNotKept() {
        Table filled = filled(
                t -> {
                    t.column("number", varchar(9));
                    t.column("moment", date());
                },
                ACTUAL,
                ALL);

        assertThat(column(filled, "number").defaultValue()).isNull();
        assertThat(column(filled, "moment").defaultValue()).isNull();
        assertThat(column(filled, "moment").isUpdatedToCurrentTimestamp()).isFalse();
    }

    @Test
    void aGeneratedOrAutoIncrementColumnGetsNoDefault() {
        Table generated = filled(t -> t.column("number", integer()).generatedAs("1 + 1"), ACTUAL, ALL);
        Table updated = filled(t -> t.column("moment", datetime()).generatedAs("now()"), ACTUAL, ALL);
        Table counted = filled(
                t -> {
                    t.column("number", integer()).autoIncrement();
                    t.primaryKey("number");
                },
                ACTUAL,
                ALL);

        assertThat(column(generated, "number").defaultValue()).isNull();
        assertThat(column(updated, "moment").isUpdatedToCurrentTimestamp()).isFalse();
        assertThat(column(counted, "number").defaultValue()).isNull();
        assertThat(column(counted, "number").isAutoIncrement()).isTrue();
    }

    private static List<String> indexesOf(Consumer<TableBuilder> wanted, Consumer<TableBuilder> actual) {
        Consumer<TableBuilder> columns = t -> {
            t.column("a", integer());
            t.column("b", integer());
        };
        return filled(
                        columns.andThen(wanted),
                        table(
                                "t",
                                columns.andThen(t -> t.column("gone", integer()))
                                        .andThen(actual)),
                        Set.of(Attribute.INDEX))
                .indexes()
                .stream()
                .map(Index::name)
                .toList();
    }

    @Test
    void anIndexIsKeptUnlessAnotherReplacesIt() {
        assertThat(indexesOf(t -> {}, t -> t.index("ix", "a"))).containsExactly("ix");
        assertThat(indexesOf(t -> t.index("IX", "b"), t -> t.index("ix", "a"))).containsExactly("IX");
        assertThat(indexesOf(t -> t.index("other", "a"), t -> t.index("ix", "a")))
                .containsExactly("other");
        assertThat(indexesOf(t -> t.index("other", "a", "b"), t -> t.index("ix", "a")))
                .containsExactly("other", "ix");
        assertThat(indexesOf(t -> t.uniqueConstraint("other", "a"), t -> t.index("ix", "a")))
                .containsExactly("other", "ix");
        assertThat(indexesOf(t -> {}, t -> t.uniqueConstraint("uq", "a"))).isEmpty();
        assertThat(indexesOf(t -> {}, t -> t.index("ix", "a", "gone"))).isEmpty();
    }

    @Test
    void aKeptIndexUsesTheNewColumnNames() {
        Table actual = table("t", t -> {
            t.column("a", varchar(9));
            t.column("b", varchar(9));
            t.index("ix")
                    .part(KeyPart.column("A").length(3).descending())
                    .expression("lower(b)")
                    .column("b");
        });

        Table filled = filled(
                t -> {
                    t.column("x", varchar(9));
                    t.column("b", varchar(9));
                },
                actual,
                Set.of(Attribute.INDEX, Attribute.COLUMN_ORDER),
                Renames.NONE.column("t", "a", "x"));

        assertThat(filled.indexes())
                .containsExactly(new IndexBuilder("ix")
                        .part(KeyPart.column("x").length(3).descending())
                        .expression("lower(b)")
                        .column("b")
                        .build());
    }

    @Test
    void aCheckIsKeptUnlessItIsSpecifiedOrItsColumnIsDropped() {
        Table actual = table("t", t -> {
            t.column("a", integer());
            t.column("gone", integer());
            t.check("stays", "`a` > 0").check("goes", "`gone` > 0").check("same", "`a` > 1");
        });

        Table filled = filled(
                t -> {
                    t.column("a", integer());
                    t.check("SAME", "`a` > 2");
                },
                actual,
                Set.of(Attribute.CHECK));

        assertThat(filled.checks()).containsExactly(new Check("SAME", "`a` > 2"), new Check("stays", "`a` > 0"));
    }

    @Test
    void specifiedOptionsAreAddedToUnspecifiedOnes() {
        Table filled = filled(
                t -> {
                    t.column("id", bigint());
                    t.option("MIN_ROWS", "1").autoIncrement(3);
                },
                ACTUAL,
                Set.of(Attribute.TABLE_OPTIONS));

        assertThat(filled.options())
                .isEqualTo(new TableOptions(
                        null,
                        Encoding.INHERITED,
                        "COMPACT",
                        BigInteger.valueOf(3),
                        null,
                        Map.of("MAX_ROWS", "7", "MIN_ROWS", "1")));
    }

    @Test
    void aRenamedTableIsCompletedFromTheOldOne() {
        Schema filled = filledSchema(
                schema(table("new", t -> t.column("name", varchar(9)))),
                schema(ACTUAL),
                Set.of(Attribute.ENGINE),
                Renames.NONE.table("t", "new"));

        assertThat(filled.tables()).extracting(t -> t.options().engine()).containsExactly("MyISAM");
    }

    @Test
    void aNewTableIsUnchanged() {
        Table other = table("other", FilledSchemaTest::silent);

        assertThat(filledSchema(schema(other), schema(ACTUAL), ALL, Renames.NONE)
                        .tables())
                .containsExactly(other);
    }

    private static final CreationContext SESSION = CreationContext.OF_SESSION;
    private static final CreationContext STRICT = new CreationContext("STRICT_ALL_TABLES", "utf8mb4", "utf8mb4_bin");

    private static View view(String name, CreationContext context) {
        return new View(name, "SELECT 1", View.Algorithm.MERGE, View.Security.INVOKER, View.CheckOption.LOCAL, context);
    }

    private static Trigger trigger(String name, String table, CreationContext context) {
        return new Trigger(name, table, Trigger.Timing.AFTER, Trigger.Event.DELETE, "SET @x = 1", context);
    }

    private static Routine routine(Routine.Kind kind, String name, CreationContext context) {
        return new Routine(kind, name, "() SELECT 1", context);
    }

    private static ScheduledEvent event(String name, CreationContext context) {
        return new ScheduledEvent(name, "DO 1", null, context);
    }

    /** A database with one object of each kind, created under a strict mode, in addition to those of the same names. */
    private static final Schema STORED = Schema.builder()
            .encoding(new Encoding("latin1", null))
            .table(ACTUAL)
            .view(view("v", STRICT))
            .view(view("other_v", STRICT))
            .trigger(trigger("tr", "t", STRICT))
            .trigger(trigger("other_tr", "t", STRICT))
            .trigger(trigger("of_another_table", "gone", STRICT))
            .routine(routine(Routine.Kind.FUNCTION, "R", STRICT))
            .routine(routine(Routine.Kind.PROCEDURE, "r", STRICT))
            .event(event("E", STRICT))
            .event(event("other_e", STRICT))
            .build();

    private static final Schema WANTED = Schema.builder()
            .table(table("t", FilledSchemaTest::silent))
            .view(view("v", SESSION))
            .trigger(trigger("tr", "t", SESSION))
            .routine(routine(Routine.Kind.FUNCTION, "r", SESSION))
            .event(event("e", SESSION))
            .build();

    @Test
    void storedObjectsKeepTheirCreationContext() {
        Schema filled = filledSchema(WANTED, STORED, Set.of(), Renames.NONE);

        assertThat(filled.encoding()).isEqualTo(Encoding.INHERITED);
        assertThat(filled.views()).containsExactly(view("v", STRICT));
        assertThat(filled.triggers()).containsExactly(trigger("tr", "t", STRICT));
        assertThat(filled.routines()).containsExactly(routine(Routine.Kind.FUNCTION, "r", STRICT));
        assertThat(filled.events()).containsExactly(event("e", STRICT));
    }

    @Test
    void aSpecifiedSessionIsKept() {
        CreationContext own = new CreationContext("ANSI", null, null);
        Schema wanted = Schema.builder().view(view("v", own)).build();

        assertThat(filledSchema(wanted, STORED, Set.of(), Renames.NONE).views())
                .as("what it leaves out is that of the database")
                .containsExactly(view("v", new CreationContext("ANSI", "utf8mb4", "utf8mb4_bin")));
    }

    @Test
    void unspecifiedStoredObjectsAreKept() {
        Schema filled = filledSchema(WANTED, STORED, Set.of(Attribute.STORED_OBJECT, Attribute.ENCODING), Renames.NONE);

        assertThat(filled.encoding()).isEqualTo(new Encoding("latin1", null));
        assertThat(filled.views()).containsExactly(view("other_v", STRICT), view("v", STRICT));
        assertThat(filled.triggers()).containsExactly(trigger("tr", "t", STRICT), trigger("other_tr", "t", STRICT));
        assertThat(filled.routines())
                .containsExactly(
                        routine(Routine.Kind.PROCEDURE, "r", STRICT), routine(Routine.Kind.FUNCTION, "r", STRICT));
        assertThat(filled.events()).containsExactly(event("e", STRICT), event("other_e", STRICT));
    }

    @Test
    void theTriggersOfARenamedTableAreKept() {
        Schema wanted =
                Schema.builder().table(table("new", FilledSchemaTest::silent)).build();

        Schema filled = filledSchema(wanted, STORED, Set.of(Attribute.STORED_OBJECT), Renames.NONE.table("t", "new"));

        assertThat(filled.triggers()).containsExactly(trigger("tr", "new", STRICT), trigger("other_tr", "new", STRICT));
    }
}
