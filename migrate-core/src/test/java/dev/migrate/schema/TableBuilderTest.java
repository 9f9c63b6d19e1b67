package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TableBuilderTest {

    /** Names that show which method created them from which arguments. */
    private static final KeyNames CONVENTION = new KeyNames() {
        @Override
        public String index(String table, List<String> columns) {
            return "ix_" + table + columns;
        }

        @Override
        public String uniqueConstraint(String table, List<String> columns) {
            return "uq_" + table + columns;
        }

        @Override
        public String foreignKey(String table, List<String> columns, String referencedTable) {
            return "fk_" + table + columns + referencedTable;
        }

        @Override
        public String check(String table, String expression) {
            return "ck_" + table + expression;
        }
    };

    private static Table table(Consumer<TableBuilder> definition) {
        return built(new TableBuilder("t"), definition);
    }

    private static Table tableOfConvention(Consumer<TableBuilder> definition) {
        return built(new TableBuilder("t", CONVENTION), definition);
    }

    private static Table built(TableBuilder builder, Consumer<TableBuilder> definition) {
        builder.column("a", integer());
        builder.column("b", varchar(9));
        definition.accept(builder);
        return builder.build();
    }

    private static List<KeyPart> parts(String... columns) {
        return List.of(columns).stream().<KeyPart>map(KeyPart::column).toList();
    }

    @Test
    void columnsKeepTheirOrder() {
        assertThat(table(t -> t.column("c", json())).columns())
                .extracting(Column::name)
                .containsExactly("a", "b", "c");
        assertThat(table(t -> t.column("c", json()).comment("late")).columns())
                .last()
                .extracting(Column::comment)
                .isEqualTo("late");
    }

    @Test
    void everyOptionIsKept() {
        Table table = table(t -> t.engine("InnoDB")
                .charset("latin1")
                .collation("latin1_bin")
                .rowFormat("dynamic")
                .autoIncrement(100)
                .option("stats_persistent", " 1 ")
                .partitionedBy(" HASH (a) ")
                .comment("words"));

        assertThat(table.options())
                .isEqualTo(new TableOptions(
                        "InnoDB",
                        new Encoding("latin1", "latin1_bin"),
                        "DYNAMIC",
                        BigInteger.valueOf(100),
                        "words",
                        Map.of("STATS_PERSISTENT", "1")));
        assertThat(table.partitioning()).isEqualTo("HASH (a)");
        assertThat(table(t -> t.autoIncrement(new BigInteger("18446744073709551615"))
                                .comment("most"))
                        .options()
                        .autoIncrement())
                .isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(table(t -> {}).options()).isEqualTo(TableOptions.NONE);
        assertThat(table(t -> {}).partitioning()).isNull();
    }

    @Test
    void optionsRejectInvalidValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.engine("x; DROP")))
                .withMessageContaining("engine")
                .withMessageContaining("x; DROP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.rowFormat("a b")))
                .withMessageContaining("row format");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.autoIncrement(0)))
                .withMessageContaining("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.option("a=b", "1")))
                .withMessageContaining("a=b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.charset("a b")))
                .withMessageContaining("character set");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.collation("a b")))
                .withMessageContaining("collation");
    }

    @Test
    void thePrimaryKeyIsOfColumnsOrOfParts() {
        assertThat(table(t -> t.primaryKey("b", "a").comment("x")).primaryKey()).isEqualTo(parts("b", "a"));
        KeyPart prefix = KeyPart.column("b").length(3).descending();
        assertThat(table(t -> t.primaryKey(prefix, KeyPart.column("a")).comment("x"))
                        .primaryKey())
                .containsExactly(prefix, KeyPart.column("a"));
        assertThat(table(t -> {}).primaryKey()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.primaryKey(new String[0])))
                .withMessageContaining("primary key of t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.primaryKey("a", "")))
                .withMessageContaining("primary key of t");
    }

    @Test
    void eachKindOfIndexIsAdded() {
        Table table = table(t -> {
            t.index("plain", "a", "b");
            t.uniqueConstraint("uq", "a");
            t.fulltextIndex("ft", "b").parser("ngram");
            t.spatialIndex("sp", "a");
        });

        assertThat(table.indexes())
                .extracting(Index::name, Index::kind, Index::columns)
                .containsExactly(
                        tuple("plain", Index.Kind.PLAIN, List.of("a", "b")),
                        tuple("uq", Index.Kind.UNIQUE, List.of("a")),
                        tuple("ft", Index.Kind.FULLTEXT, List.of("b")),
                        tuple("sp", Index.Kind.SPATIAL, List.of("a")));
        assertThat(table.index("FT").orElseThrow().parser()).isEqualTo("ngram");
    }

    @Test
    void aConventionNamesUnnamedKeys() {
        Table table = tableOfConvention(t -> {
            t.indexOn("a", "b");
            t.uniqueConstraintOn("a");
            t.foreignKeyOn("a").references("other", "id");
            t.unnamedCheck("a > 0");
        });

        assertThat(table.indexes()).extracting(Index::name).containsExactly("ix_t[a, b]", "uq_t[a]");
        assertThat(table.indexes()).extracting(Index::kind).containsExactly(Index.Kind.PLAIN, Index.Kind.UNIQUE);
        assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly("fk_t[a]other");
        assertThat(table.checks()).containsExactly(new Check("ck_ta > 0", "a > 0"));
    }

    @Test
    void anExplicitNameOverridesTheConvention() {
        Table table = tableOfConvention(t -> {
            t.index("own", "a");
            t.foreignKey("key", "a").references("other", "id");
            t.check("rule", "a > 0");
        });

        assertThat(table.index("own")).isPresent();
        assertThat(table.foreignKeys()).extracting(ForeignKey::name).containsExactly("key");
        assertThat(table.checks()).containsExactly(new Check("rule", "a > 0"));
    }

    @Test
    void withoutAConventionEveryKeyNeedsAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.indexOn("a")))
                .withMessageContainingAll("index on [a]", "table t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.uniqueConstraintOn("a")))
                .withMessageContainingAll("unique constraint on [a]", "table t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.foreignKeyOn("a").references("o", "id")))
                .withMessageContainingAll("foreign key on [a]", "table t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.unnamedCheck("a > 0")))
                .withMessageContainingAll("check (a > 0)", "table t");
    }

    @Test
    void aConventionCannotNameAnExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tableOfConvention(t -> t.indexOn("a").expression("lower(b)")))
                .withMessageContaining("table t");
    }

    @Test
    void checksAreAddedInEveryForm() {
        Check notEnforced = new Check("c2", " a < 9 ").notEnforced();
        Table table = table(t -> t.check("c1", "a > 0").check(notEnforced).comment("x"));

        assertThat(table.checks()).containsExactly(new Check("c1", "a > 0", true), new Check("c2", "a < 9", false));
        assertThat(tableOfConvention(t -> t.unnamedCheck("a > 0").comment("x")).checks())
                .hasSize(1);
    }

    @Test
    void aForeignKeyKeepsItsRules() {
        Table table = table(t -> t.foreignKey("fk", "a", "b")
                .references("other", "x", "y")
                .inSchema("elsewhere")
                .onDelete(ForeignKey.Rule.CASCADE)
                .onUpdate(ForeignKey.Rule.SET_NULL));

        assertThat(table.foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk",
                        List.of("a", "b"),
                        "elsewhere",
                        "other",
                        List.of("x", "y"),
                        ForeignKey.Rule.CASCADE,
                        ForeignKey.Rule.SET_NULL));
        assertThat(table(t -> t.foreignKey("fk", "a").references("other", "x")).foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk",
                        List.of("a"),
                        null,
                        "other",
                        List.of("x"),
                        ForeignKey.Rule.RESTRICT,
                        ForeignKey.Rule.RESTRICT));
    }

    @Test
    void aForeignKeyHasAReferencedTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.foreignKey("fk", "a")))
                .withMessageContaining("fk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tableOfConvention(t -> t.foreignKeyOn("a")))
                .withMessageContaining("[a]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.foreignKey("fk", "a").references("other", "x", "y")))
                .withMessageContainingAll("fk", "[a]", "[x, y]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.foreignKey("fk", "a").references("other")))
                .withMessageContaining("fk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(t -> t.foreignKey("fk", "a").references(" ", "x")))
                .withMessageContaining("fk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(
                        t -> t.foreignKey("fk", "a").references("other", "x").inSchema(" ")))
                .withMessageContaining("fk");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tableOfConvention(
                        t -> t.foreignKeyOn("a").references("other", "x").build()))
                .withMessageContaining("a foreign key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForeignKeyBuilder("", List.of("a")))
                .withMessageContaining("a foreign key");
    }

    @Test
    void anIndexHasPartsWithLengthsAndDirections() {
        Index index = new IndexBuilder("ix")
                .columns("a", "b")
                .length(3)
                .descending()
                .expression(" lower(b) ")
                .descending()
                .column("c")
                .part(KeyPart.column("d").descending())
                .build();

        assertThat(index.parts())
                .containsExactly(
                        new KeyPart.OfColumn("a", null, false),
                        new KeyPart.OfColumn("b", 3, true),
                        new KeyPart.OfExpression("lower(b)", true),
                        new KeyPart.OfColumn("c", null, false),
                        new KeyPart.OfColumn("d", null, true));
        assertThat(index.columns()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void anIndexKeepsEveryAttribute() {
        assertThat(new IndexBuilder("ix")
                        .column("a")
                        .unique()
                        .invisible()
                        .using(Index.Algorithm.HASH)
                        .comment("fast")
                        .option("key_block_size", " 8 ")
                        .build())
                .isEqualTo(new Index(
                        "ix",
                        Index.Kind.UNIQUE,
                        parts("a"),
                        true,
                        Index.Algorithm.HASH,
                        null,
                        "fast",
                        Map.of("KEY_BLOCK_SIZE", "8")));
        assertThat(new IndexBuilder("ix")
                        .column("a")
                        .kind(Index.Kind.FULLTEXT)
                        .parser("ngram")
                        .build())
                .isEqualTo(new Index("ix", Index.Kind.FULLTEXT, parts("a"), false, null, "ngram", null, Map.of()));
        assertThat(Index.of("ix", "a", "b"))
                .isEqualTo(new Index("ix", Index.Kind.PLAIN, parts("a", "b"), false, null, null, null, Map.of()));
        assertThat(Index.unique("ix", "a"))
                .isEqualTo(new Index("ix", Index.Kind.UNIQUE, parts("a"), false, null, null, null, Map.of()));
    }

    @Test
    void anIndexRejectsAttributesOfOtherKinds() {
        for (Index.Kind kind : List.of(Index.Kind.FULLTEXT, Index.Kind.SPATIAL)) {
            IndexBuilder index = new IndexBuilder("ix").column("a").kind(kind).using(Index.Algorithm.BTREE);
            assertThatIllegalArgumentException()
                    .isThrownBy(index::build)
                    .withMessageContainingAll("ix", kind.name(), "BTREE");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new IndexBuilder("ix").column("a").parser("ngram").build())
                .withMessageContainingAll("ix", "ngram");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexBuilder("ix")
                        .column("a")
                        .kind(Index.Kind.FULLTEXT)
                        .parser("a b")
                        .build())
                .withMessageContainingAll("ix", "a b");
        assertThat(new IndexBuilder("ix")
                        .column("a")
                        .using(Index.Algorithm.BTREE)
                        .build()
                        .algorithm())
                .isEqualTo(Index.Algorithm.BTREE);
    }

    @Test
    void anIndexNeedsANameAndColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexBuilder("ix").build())
                .withMessageContaining("ix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexBuilder(" "))
                .withMessageContaining("an index");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tableOfConvention(t -> t.indexOn("a").build()))
                .withMessageContaining("an index");
    }

    @Test
    void lengthAndDirectionAreThoseOfTheLastPart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new IndexBuilder("ix").length(3))
                .withMessageContaining("Index ix");
        assertThatIllegalStateException()
                .isThrownBy(() -> new IndexBuilder("ix").descending())
                .withMessageContaining("Index ix");
        assertThatIllegalStateException()
                .isThrownBy(() -> new IndexBuilder("ix").expression("lower(a)").length(3))
                .withMessageContaining("Index ix");
        assertThatIllegalStateException()
                .isThrownBy(() -> new TableBuilder("t", CONVENTION).indexOn().descending())
                .withMessageContaining("without a name");
    }

    @Test
    void aPartOfAKeyHasALimitedLength() {
        assertThat(KeyPart.column("a").length(1).length()).isEqualTo(1);
        assertThat(KeyPart.column("a").length(65_535).length()).isEqualTo(65_535);
        for (int length : List.of(0, 65_536)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> KeyPart.column("a").length(length))
                    .withMessageContaining("prefix of a")
                    .withMessageContaining(String.valueOf(length));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> KeyPart.column(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyPart.expression(" "));
        assertThat(KeyPart.column("a").descending().length(3)).isEqualTo(new KeyPart.OfColumn("a", 3, true));
    }

    @Test
    void aPartOfAKeyIsVisitedByItsKind() {
        KeyPart.Visitor<String> kind = new KeyPart.Visitor<>() {
            @Override
            public String column(KeyPart.OfColumn part) {
                return "column " + part;
            }

            @Override
            public String expression(KeyPart.OfExpression part) {
                return "expression " + part;
            }
        };
        KeyPart column = KeyPart.column("a");
        KeyPart expression = KeyPart.expression("lower(a)");

        assertThat(column.accept(kind)).isEqualTo("column " + column);
        assertThat(expression.accept(kind)).isEqualTo("expression " + expression);
        assertThat(List.of(column, column.descending(), expression, expression.descending()))
                .extracting(KeyPart::isDescending)
                .containsExactly(false, true, false, true);
    }
}
