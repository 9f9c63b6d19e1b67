package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.schema.SpatialType.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnTypeTest {

    static Stream<Arguments> factories() {
        Encoding inherited = Encoding.INHERITED;
        return Stream.of(
                arguments(tinyint(), new IntegerType(IntegerType.Size.TINYINT, false, 0)),
                arguments(smallint(), new IntegerType(IntegerType.Size.SMALLINT, false, 0)),
                arguments(mediumint(), new IntegerType(IntegerType.Size.MEDIUMINT, false, 0)),
                arguments(integer(), new IntegerType(IntegerType.Size.INT, false, 0)),
                arguments(bigint(), new IntegerType(IntegerType.Size.BIGINT, false, 0)),
                arguments(decimal(10, 2), new DecimalType(10, 2, false, false)),
                arguments(singlePrecision(), new FloatingType(FloatingType.Size.FLOAT, null, false, false)),
                arguments(doublePrecision(), new FloatingType(FloatingType.Size.DOUBLE, null, false, false)),
                arguments(bit(8), new BitType(8)),
                arguments(bool(), new BooleanType()),
                arguments(character(3), new StringType(StringType.Kind.CHAR, 3, inherited)),
                arguments(varchar(3), new StringType(StringType.Kind.VARCHAR, 3, inherited)),
                arguments(binary(3), new BinaryType(BinaryType.Kind.BINARY, 3)),
                arguments(varbinary(3), new BinaryType(BinaryType.Kind.VARBINARY, 3)),
                arguments(tinytext(), new TextType(TextType.Kind.TINYTEXT, inherited)),
                arguments(text(), new TextType(TextType.Kind.TEXT, inherited)),
                arguments(mediumtext(), new TextType(TextType.Kind.MEDIUMTEXT, inherited)),
                arguments(longtext(), new TextType(TextType.Kind.LONGTEXT, inherited)),
                arguments(tinyblob(), new BlobType(BlobType.Kind.TINYBLOB)),
                arguments(blob(), new BlobType(BlobType.Kind.BLOB)),
                arguments(mediumblob(), new BlobType(BlobType.Kind.MEDIUMBLOB)),
                arguments(longblob(), new BlobType(BlobType.Kind.LONGBLOB)),
                arguments(date(), new TemporalType(TemporalType.Kind.DATE, 0)),
                arguments(time(), new TemporalType(TemporalType.Kind.TIME, 0)),
                arguments(time(3), new TemporalType(TemporalType.Kind.TIME, 3)),
                arguments(datetime(), new TemporalType(TemporalType.Kind.DATETIME, 0)),
                arguments(datetime(3), new TemporalType(TemporalType.Kind.DATETIME, 3)),
                arguments(timestamp(), new TemporalType(TemporalType.Kind.TIMESTAMP, 0)),
                arguments(timestamp(3), new TemporalType(TemporalType.Kind.TIMESTAMP, 3)),
                arguments(year(), new TemporalType(TemporalType.Kind.YEAR, 0)),
                arguments(enumeration("a", "b"), new EnumType(List.of("a", "b"), inherited)),
                arguments(set("a", "b"), new SetType(List.of("a", "b"), inherited)),
                arguments(json(), new JsonType()),
                arguments(geometry(), new SpatialType(Kind.GEOMETRY, null)),
                arguments(point(), new SpatialType(Kind.POINT, null)),
                arguments(linestring(), new SpatialType(Kind.LINESTRING, null)),
                arguments(polygon(), new SpatialType(Kind.POLYGON, null)),
                arguments(multipoint(), new SpatialType(Kind.MULTIPOINT, null)),
                arguments(multilinestring(), new SpatialType(Kind.MULTILINESTRING, null)),
                arguments(multipolygon(), new SpatialType(Kind.MULTIPOLYGON, null)),
                arguments(geometrycollection(), new SpatialType(Kind.GEOMETRYCOLLECTION, null)),
                arguments(uuid(), new MariaDbType(MariaDbType.Kind.UUID)),
                arguments(inet4(), new MariaDbType(MariaDbType.Kind.INET4)),
                arguments(inet6(), new MariaDbType(MariaDbType.Kind.INET6)),
                arguments(vector(4), new VectorType(4)),
                arguments(raw(" GEOGRAPHY "), new RawType("GEOGRAPHY")));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void aFactoryMethodReturnsThePlainType(ColumnType type, ColumnType expected) {
        assertThat(type).isEqualTo(expected);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments(integer(), "integer"),
                arguments(decimal(10, 2), "decimal"),
                arguments(doublePrecision(), "floating"),
                arguments(bit(8), "bit"),
                arguments(bool(), "bool"),
                arguments(varchar(3), "string"),
                arguments(text(), "text"),
                arguments(binary(3), "binary"),
                arguments(blob(), "blob"),
                arguments(date(), "temporal"),
                arguments(enumeration("a"), "enumeration"),
                arguments(set("a"), "set"),
                arguments(json(), "json"),
                arguments(point(), "spatial"),
                arguments(uuid(), "mariaDb"),
                arguments(vector(4), "vector"),
                arguments(raw("GEOGRAPHY"), "raw"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aVisitorIsCalledWithTheTypeItself(ColumnType type, String kind) {
        assertThat(type.accept(new VisitedType())).isEqualTo(kind + " " + type);
    }

    @Test
    void modifiersKeepOtherAttributes() {
        assertThat(integer().unsigned()).isEqualTo(new IntegerType(IntegerType.Size.INT, true, 0));
        assertThat(integer().zerofill(5)).isEqualTo(new IntegerType(IntegerType.Size.INT, true, 5));
        assertThat(decimal(8, 2).unsigned()).isEqualTo(new DecimalType(8, 2, true, false));
        assertThat(decimal(8, 2).zerofill()).isEqualTo(new DecimalType(8, 2, true, true));
        assertThat(singlePrecision().unsigned().rounded(7, 3))
                .isEqualTo(new FloatingType(FloatingType.Size.FLOAT, new FloatingType.Digits(7, 3), true, false));
        assertThat(doublePrecision().rounded(7, 3).zerofill())
                .isEqualTo(new FloatingType(FloatingType.Size.DOUBLE, new FloatingType.Digits(7, 3), true, true));
        assertThat(point().srid(4326)).isEqualTo(new SpatialType(Kind.POINT, 4326L));
    }

    @Test
    void zerofillImpliesUnsigned() {
        assertThat(new IntegerType(IntegerType.Size.INT, false, 1).isUnsigned()).isTrue();
        assertThat(new IntegerType(IntegerType.Size.INT, false, 0).isUnsigned()).isFalse();
        assertThat(new DecimalType(8, 2, false, true).isUnsigned()).isTrue();
        assertThat(new DecimalType(8, 2, false, false).isUnsigned()).isFalse();
        assertThat(new FloatingType(FloatingType.Size.FLOAT, null, false, true).isUnsigned())
                .isTrue();
        assertThat(new FloatingType(FloatingType.Size.FLOAT, null, false, false).isUnsigned())
                .isFalse();
    }

    @Test
    void textTypesTakeACharacterSetAndACollation() {
        Encoding german = new Encoding("latin1", "latin1_german1_ci");
        for (CharacterType type :
                List.of(varchar(3), character(3), text(), longtext(), enumeration("a", "b"), set("a", "b"))) {
            CharacterType encoded = type.charset("latin1").collation("latin1_german1_ci");
            assertThat(encoded).isEqualTo(type.encoding(german)).isNotEqualTo(type);
            assertThat(encoded.encoding()).isEqualTo(german);
            assertThat(encoded.charset()).isEqualTo("latin1");
            assertThat(encoded.collation()).isEqualTo("latin1_german1_ci");
        }
    }

    @Test
    void onlyTwoTypesStoreDateAndTime() {
        assertThat(Stream.of(date(), time(), datetime(), timestamp(), year()).filter(TemporalType::hasDateAndTime))
                .containsExactly(datetime(), timestamp());
    }

    @Test
    void sizesUpToTheServersLimitsAreAccepted() {
        assertThat(integer().zerofill(255).zerofillWidth()).isEqualTo(255);
        assertThat(decimal(65, 38)).isEqualTo(new DecimalType(65, 38, false, false));
        assertThat(decimal(1, 0).precision()).isEqualTo(1);
        assertThat(decimal(5, 5).scale()).isEqualTo(5);
        assertThat(doublePrecision().rounded(255, 30).digits()).isEqualTo(new FloatingType.Digits(255, 30));
        assertThat(List.of(bit(1), bit(64))).extracting(BitType::length).containsExactly(1, 64);
        assertThat(List.of(character(0), character(255), varchar(0), varchar(65_535)))
                .extracting(StringType::length)
                .containsExactly(0, 255, 0, 65_535);
        assertThat(List.of(binary(0), binary(255), varbinary(0), varbinary(65_535)))
                .extracting(BinaryType::length)
                .containsExactly(0, 255, 0, 65_535);
        assertThat(List.of(time(6), datetime(6), timestamp(6)))
                .extracting(TemporalType::fraction)
                .containsOnly(6);
        assertThat(List.of(point().srid(0), point().srid(4_294_967_295L)))
                .extracting(SpatialType::srid)
                .containsExactly(0L, 4_294_967_295L);
        assertThat(List.of(vector(1), vector(16_383)))
                .extracting(VectorType::dimensions)
                .containsExactly(1, 16_383);
        assertThat(set(members(64)).members()).hasSize(64);
        assertThat(enumeration(members(65_535)).members()).hasSize(65_535);
    }

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused("-1", () -> integer().zerofill(-1)),
                refused("256", () -> integer().zerofill(256)),
                refused("0", () -> decimal(0, 0)),
                refused("66", () -> decimal(66, 0)),
                refused("39", () -> decimal(65, 39)),
                refused("6", () -> decimal(5, 6)),
                refused("-1", () -> decimal(5, -1)),
                refused("256", () -> doublePrecision().rounded(256, 0)),
                refused("31", () -> doublePrecision().rounded(255, 31)),
                refused("4", () -> doublePrecision().rounded(3, 4)),
                refused("0", () -> bit(0)),
                refused("65", () -> bit(65)),
                refused("256", () -> character(256)),
                refused("65536", () -> varchar(65_536)),
                refused("256", () -> binary(256)),
                refused("65536", () -> varbinary(65_536)),
                refused("7", () -> time(7)),
                refused("7", () -> datetime(7)),
                refused("1", () -> new TemporalType(TemporalType.Kind.DATE, 1)),
                refused("1", () -> new TemporalType(TemporalType.Kind.YEAR, 1)),
                refused("-1", () -> point().srid(-1)),
                refused("4294967296", () -> point().srid(4_294_967_296L)),
                refused("0", () -> vector(0)),
                refused("16384", () -> vector(16_384)),
                refused("0", () -> set()),
                refused("65", () -> set(members(65))),
                refused("65536", () -> enumeration(members(65_536))),
                refused("a,b", () -> set("x", "a,b")),
                refused("empty", () -> raw(" ")));
    }

    private static Arguments refused(String value, ThrowingCallable type) {
        return arguments(value, type);
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void invalidArgumentsAreRejectedAndNamed(String value, ThrowingCallable type) {
        assertThatIllegalArgumentException().isThrownBy(type).withMessageContaining(value);
    }

    @Test
    void membersLoseTheirTrailingSpaces() {
        assertThat(enumeration("a ", " b", "c  ").members()).containsExactly("a", " b", "c");
        assertThat(set("a ", "b").members()).containsExactly("a", "b");
    }

    private static String[] members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m" + i).toArray(String[]::new);
    }

    /** Returns the name of the visitor's method and the type that it was called with. */
    private static final class VisitedType implements ColumnTypeVisitor<String> {
        @Override
        public String integer(IntegerType type) {
            return "integer " + type;
        }

        @Override
        public String decimal(DecimalType type) {
            return "decimal " + type;
        }

        @Override
        public String floating(FloatingType type) {
            return "floating " + type;
        }

        @Override
        public String bit(BitType type) {
            return "bit " + type;
        }

        @Override
        public String bool(BooleanType type) {
            return "bool " + type;
        }

        @Override
        public String string(StringType type) {
            return "string " + type;
        }

        @Override
        public String text(TextType type) {
            return "text " + type;
        }

        @Override
        public String binary(BinaryType type) {
            return "binary " + type;
        }

        @Override
        public String blob(BlobType type) {
            return "blob " + type;
        }

        @Override
        public String temporal(TemporalType type) {
            return "temporal " + type;
        }

        @Override
        public String enumeration(EnumType type) {
            return "enumeration " + type;
        }

        @Override
        public String set(SetType type) {
            return "set " + type;
        }

        @Override
        public String json(JsonType type) {
            return "json " + type;
        }

        @Override
        public String spatial(SpatialType type) {
            return "spatial " + type;
        }

        @Override
        public String mariaDb(MariaDbType type) {
            return "mariaDb " + type;
        }

        @Override
        public String vector(VectorType type) {
            return "vector " + type;
        }

        @Override
        public String raw(RawType type) {
            return "raw " + type;
        }
    }
}
