package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A copy with another attribute has the new value there, and all other attributes of the original. */
class CopiesTest {

    private static final CreationContext CONTEXT = new CreationContext("ANSI", "utf8mb4", "utf8mb4_bin");

    private static final Column COLUMN = new ColumnBuilder("a", ColumnType.varchar(20))
            .notNull()
            .defaultValue("x")
            .invisible()
            .check("a <> ''")
            .comment("c")
            .attribute("COMPRESSED")
            .build();

    private static final Index INDEX = new IndexBuilder("ix")
            .column("a")
            .using(Index.Algorithm.HASH)
            .invisible()
            .comment("c")
            .option("KEY_BLOCK_SIZE", "8")
            .build();

    private static final ForeignKey FOREIGN_KEY = new ForeignKeyBuilder("fk", List.of("a"))
            .references("p", "id")
            .inSchema("s")
            .onDelete(ForeignKey.Rule.CASCADE)
            .onUpdate(ForeignKey.Rule.SET_NULL)
            .build();

    private static final Check CHECK = new Check("ck", "a > 0").notEnforced();

    private static final TableOptions OPTIONS = new TableOptionsBuilder()
            .engine("MyISAM")
            .collation("utf8mb4_bin")
            .rowFormat("FIXED")
            .autoIncrement(7)
            .comment("c")
            .option("MAX_ROWS", "9")
            .build();

    private static final Table TABLE = new Table(
            "t",
            List.of(COLUMN),
            List.of(KeyPart.column("a")),
            List.of(INDEX),
            List.of(FOREIGN_KEY),
            List.of(CHECK),
            OPTIONS,
            "PARTITION BY KEY (a)");

    private static List<String> differences(Record one, Record other) {
        return Arrays.stream(one.getClass().getRecordComponents())
                .filter(component -> !Objects.equals(value(component, one), value(component, other)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }

    private static void assertDiffers(Record copy, Record original, String... components) {
        assertThat(differences(copy, original)).containsExactly(components);
    }

    @Test
    void columns() {
        DefaultValue time = new DefaultValue.Expression("uuid()");
        assertThat(COLUMN.withDefaultValue(time).defaultValue()).isEqualTo(time);
        assertDiffers(COLUMN.withDefaultValue(time), COLUMN, "defaultValue");
        assertDiffers(COLUMN.withDefaultValue(null), COLUMN, "defaultValue");

        Generation generation = new Generation("b + 1", Generation.Storage.STORED);
        Column generated = COLUMN.withDefaultValue(null).withGeneration(generation);
        assertThat(generated.generation()).isEqualTo(generation);
        assertDiffers(generated, COLUMN, "defaultValue", "generation");
        assertDiffers(generated.withGeneration(null), COLUMN, "defaultValue");
        assertThat(generation.withExpression("c")).isEqualTo(new Generation("c", Generation.Storage.STORED));

        assertThat(COLUMN.withCheck("a > 1").check()).isEqualTo("a > 1");
        assertDiffers(COLUMN.withCheck("a > 1"), COLUMN, "check");
        assertThat(COLUMN.withCheck(null).check()).isNull();
        assertDiffers(COLUMN.withCheck(null), COLUMN, "check");

        Column counted =
                new ColumnBuilder("id", ColumnType.bigint()).autoIncrement().build();
        assertDiffers(counted.toBuilder().noAutoIncrement().build(), counted, "isAutoIncrement");
    }

    @Test
    void indexes() {
        List<KeyPart> parts = List.of(KeyPart.column("b").descending());
        assertThat(INDEX.withName("iy").name()).isEqualTo("iy");
        assertDiffers(INDEX.withName("iy"), INDEX, "name");
        assertThat(INDEX.withParts(parts).parts()).isEqualTo(parts);
        assertDiffers(INDEX.withParts(parts), INDEX, "parts");
        assertDiffers(INDEX.withInvisible(false), INDEX, "isInvisible");
        assertThat(INDEX.withAlgorithm(Index.Algorithm.BTREE).algorithm()).isEqualTo(Index.Algorithm.BTREE);
        assertDiffers(INDEX.withAlgorithm(null), INDEX, "algorithm");
        assertThat(INDEX.withComment("d").comment()).isEqualTo("d");
        assertDiffers(INDEX.withComment(null), INDEX, "comment");
    }

    @Test
    void foreignKeysAndChecks() {
        assertThat(FOREIGN_KEY.withName("fl").name()).isEqualTo("fl");
        assertDiffers(FOREIGN_KEY.withName("fl"), FOREIGN_KEY, "name");
        assertThat(FOREIGN_KEY.withReferencedTable("q").referencedTable()).isEqualTo("q");
        assertDiffers(FOREIGN_KEY.withReferencedTable("q"), FOREIGN_KEY, "referencedTable");
        ForeignKey longer = FOREIGN_KEY.withColumns(List.of("a", "b"), List.of("x", "y"));
        assertThat(longer.columns()).containsExactly("a", "b");
        assertThat(longer.referencedColumns()).containsExactly("x", "y");
        assertDiffers(longer, FOREIGN_KEY, "columns", "referencedColumns");

        assertThat(CHECK.withName("cl")).isEqualTo(new Check("cl", "a > 0", false));
        assertThat(CHECK.withExpression("a > 1")).isEqualTo(new Check("ck", "a > 1", false));
    }

    @Test
    void tables() {
        Column other = new ColumnBuilder("a", ColumnType.bigint()).notNull().build();
        assertThat(TABLE.withName("u").name()).isEqualTo("u");
        assertDiffers(TABLE.withName("u"), TABLE, "name");
        assertThat(TABLE.withColumns(List.of(other)).columns()).containsExactly(other);
        assertDiffers(TABLE.withColumns(List.of(other)), TABLE, "columns");
        assertThat(TABLE.withIndexes(List.of(INDEX, INDEX.withName("iy"))).indexes())
                .hasSize(2);
        assertDiffers(TABLE.withIndexes(List.of()), TABLE, "indexes");
        assertThat(TABLE.withForeignKeys(List.of(FOREIGN_KEY, FOREIGN_KEY.withName("fl")))
                        .foreignKeys())
                .hasSize(2);
        assertDiffers(TABLE.withForeignKeys(List.of()), TABLE, "foreignKeys");
        assertThat(TABLE.withChecks(List.of(CHECK.withName("cl"))).checks()).containsExactly(CHECK.withName("cl"));
        assertDiffers(TABLE.withChecks(List.of()), TABLE, "checks");
    }

    @Test
    void options() {
        Encoding latin = new Encoding("latin1", null);
        assertThat(OPTIONS.withEngine("InnoDB").engine()).isEqualTo("InnoDB");
        assertDiffers(OPTIONS.withEngine(null), OPTIONS, "engine");
        assertThat(OPTIONS.withEncoding(latin).encoding()).isEqualTo(latin);
        assertDiffers(OPTIONS.withEncoding(latin), OPTIONS, "encoding");
        assertThat(OPTIONS.withAutoIncrement(BigInteger.TEN).autoIncrement()).isEqualTo(BigInteger.TEN);
        assertDiffers(OPTIONS.withAutoIncrement(null), OPTIONS, "autoIncrement");
        assertThat(OPTIONS.withComment("d").comment()).isEqualTo("d");
        assertDiffers(OPTIONS.withComment(null), OPTIONS, "comment");
    }

    @Test
    void storedObjectsAndSchemas() {
        View view = new View("v", "SELECT 1");
        assertThat(view.withContext(CONTEXT).context()).isEqualTo(CONTEXT);
        assertDiffers(view.withContext(CONTEXT), view, "context");
        Trigger trigger = new Trigger("tr", "t", Trigger.Timing.AFTER, Trigger.Event.DELETE, "BEGIN END");
        assertThat(trigger.withTable("u").table()).isEqualTo("u");
        assertDiffers(trigger.withTable("u"), trigger, "table");
        assertThat(trigger.withContext(CONTEXT).context()).isEqualTo(CONTEXT);
        assertDiffers(trigger.withContext(CONTEXT), trigger, "context");
        Routine routine = new Routine(Routine.Kind.PROCEDURE, "p", "() SELECT 1");
        assertThat(routine.withContext(CONTEXT).context()).isEqualTo(CONTEXT);
        assertDiffers(routine.withContext(CONTEXT), routine, "context");

        ScheduledEvent event = new ScheduledEvent("e", "ON SCHEDULE EVERY 1 DAY DO SET @x = 1");
        assertThat(event.withDefinition("DO 2").definition()).isEqualTo("DO 2");
        assertDiffers(event.withDefinition("DO 2"), event, "definition");
        assertThat(event.withSettings("+02:00", CONTEXT).timeZone()).isEqualTo("+02:00");
        assertDiffers(event.withSettings("+02:00", CONTEXT), event, "timeZone", "context");

        Schema schema = new Schema(
                Encoding.INHERITED, List.of(TABLE), List.of(view), List.of(trigger), List.of(routine), List.of());
        assertThat(schema.withTables(List.of(TABLE.withName("u"))).table("u")).isPresent();
        assertDiffers(schema.withTables(List.of()), schema, "tables");
        assertDiffers(schema.withEvents(List.of(event)), schema, "events");
        assertDiffers(schema.withSequences(List.of(new Sequence("s", ""))), schema, "sequences");
        Sequence sequence = new Sequence("s", " CACHE 5 ");
        assertThat(sequence.definition()).isEqualTo("CACHE 5");
        assertDiffers(sequence.withDefinition("CACHE 6"), sequence, "definition");
        Encoding latin = new Encoding("latin1", null);
        assertThat(schema.withEncoding(latin).encoding()).isEqualTo(latin);
        assertDiffers(schema.withEncoding(latin), schema, "encoding");
    }
}
