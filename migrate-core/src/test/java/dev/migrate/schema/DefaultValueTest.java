package dev.migrate.schema;

import static dev.migrate.schema.ColumnType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The form in which a column stores its default: the one that the server displays for a column of that type. */
class DefaultValueTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(integer(), 7, "7"),
                arguments(integer(), "007", "7"),
                arguments(integer(), " 7 ", "7"),
                arguments(integer(), true, "1"),
                arguments(integer(), false, "0"),
                arguments(integer(), 6.5, "7"),
                arguments(integer(), -6.5, "-7"),
                arguments(integer(), 1000, "1000"),
                arguments(decimal(8, 2), "1.005", "1.01"),
                arguments(decimal(8, 2), "1.10", "1.1"),
                arguments(decimal(8, 2), "100.00", "100"),
                arguments(doublePrecision(), "1e3", "1000"),
                arguments(doublePrecision(), "0.125", "0.125"),
                arguments(doublePrecision().rounded(5, 2), "0.125", "0.13"),
                // The server writes out a number of 65 digits, and uses an exponent beyond.
                arguments(doublePrecision(), "1e64", "1" + "0".repeat(64)),
                arguments(doublePrecision(), "1e65", "1E+65"),
                arguments(bit(8), new byte[] {1, 5}, "261"),
                arguments(bit(8), 5, "5"),
                arguments(bool(), true, "1"),
                arguments(bool(), "0", "0"),
                arguments(year(), "2020", "2020"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isANumberInItsShortestForm(ColumnType type, Object given, String kept) {
        assertThat(kept(type, given)).isEqualTo(new Literal.Numeric(new BigDecimal(kept)));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                arguments(varchar(9), "a ", "a "),
                arguments(varchar(9), 5, "5"),
                arguments(varchar(9), 1e3, "1000.0"),
                arguments(varchar(9), true, "1"),
                arguments(varchar(9), false, "0"),
                arguments(character(9), " a  ", " a"),
                arguments(character(9), 5, "5"),
                arguments(text(), 5, "5"),
                arguments(json(), 5, "5"),
                arguments(enumeration("Red", "green"), "red ", "Red"),
                arguments(enumeration("red", "Red"), "Red", "Red"),
                arguments(enumeration("Red", "green"), "blue ", "blue "),
                arguments(set("x", "y", "z"), "Z,x", "x,z"),
                arguments(set("x", "y", "z"), "z,w", "z,w"),
                arguments(date(), "2020-1-2", "2020-01-02"),
                arguments(date(), " 2020-10-12 ", "2020-10-12"),
                arguments(date(), "2020-01-02 03:04:05", "2020-01-02 03:04:05"),
                arguments(time(), "1:2:3", "01:02:03"),
                arguments(time(), "-1:2:3", "-01:02:03"),
                arguments(time(), "100:02:03", "100:02:03"),
                arguments(time(2), "1:2:3", "01:02:03.00"),
                arguments(time(2), "1:2:3.5", "01:02:03.50"),
                arguments(time(2), "1:2:3.55", "01:02:03.55"),
                arguments(time(2), "1:2:3.555", "1:2:3.555"),
                arguments(datetime(), "2020-1-2", "2020-01-02 00:00:00"),
                arguments(datetime(), "2020-1-2T3:4:5", "2020-01-02 03:04:05"),
                arguments(timestamp(3), "2020-1-2 3:4:5.6", "2020-01-02 03:04:05.600"),
                arguments(timestamp(), "soon", "soon"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isAStringAsTheServerDisplaysIt(ColumnType type, Object given, String kept) {
        assertThat(kept(type, given)).isEqualTo(new Literal.Text(kept));
    }

    static Stream<Arguments> bytes() {
        return Stream.of(
                arguments(binary(3), "A", "410000"),
                arguments(binary(1), "A", "41"),
                arguments(binary(1), "AB", "4142"),
                arguments(varbinary(3), "A", "41"),
                arguments(varbinary(3), "é", "C3A9"),
                arguments(blob(), 5, "35"),
                arguments(binary(3), new byte[] {(byte) 0xFF}, "FF0000"));
    }

    @ParameterizedTest
    @MethodSource("bytes")
    void ofABinaryTypeIsWrittenAsBytes(ColumnType type, Object given, String hex) {
        assertThat(kept(type, given)).isEqualTo(new Literal.Bytes(hex));
    }

    static Stream<Arguments> unchanged() {
        return Stream.of(
                arguments(integer(), new Literal.Text("x")),
                arguments(integer(), new Literal.Bytes("05")),
                arguments(bit(8), new Literal.Bytes("")),
                arguments(varchar(9), new Literal.Bytes("05")),
                arguments(character(9), new Literal.Bytes("05")),
                arguments(blob(), new Literal.Bytes("05")),
                arguments(date(), new Literal.Bytes("05")),
                arguments(enumeration("a"), new Literal.Bytes("05")),
                arguments(set("a"), new Literal.Bytes("05")),
                arguments(point(), new Literal.Text("POINT(1 2)")),
                arguments(uuid(), new Literal.Text("a-b")),
                arguments(vector(4), new Literal.Text("[1,2]")),
                arguments(raw("GEOGRAPHY"), new Literal.Numeric(new BigDecimal("1.50"))));
    }

    @ParameterizedTest
    @MethodSource("unchanged")
    void isUnchangedIfTheTypeHasNoOtherForm(ColumnType type, Literal given) {
        assertThat(kept(type, given)).isEqualTo(given);
    }

    static Stream<Arguments> expressions() {
        DefaultValue now = new DefaultValue.CurrentTimestamp();
        return Stream.of(
                arguments(datetime(), "now()", now),
                arguments(datetime(), "CURRENT_TIMESTAMP", now),
                arguments(timestamp(3), "LocalTime ( 3 )", now),
                arguments(timestamp(3), "now(7)", new DefaultValue.Expression("now(7)")),
                arguments(datetime(), "uuid()", new DefaultValue.Expression("uuid()")),
                arguments(date(), "now()", new DefaultValue.Expression("now()")),
                arguments(varchar(9), "now()", new DefaultValue.Expression("now()")));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void normalizesCurrentTimestamp(ColumnType type, String sql, DefaultValue kept) {
        assertThat(new ColumnBuilder("c", type).defaultExpression(sql).build().defaultValue())
                .isEqualTo(kept);
    }

    @Test
    void ofNullIsNone() {
        assertThat(new ColumnBuilder("c", integer()).defaultValue(null).build().defaultValue())
                .isNull();
    }

    @Test
    void isVisitedByItsKind() {
        DefaultValue.Visitor<String> kind = new DefaultValue.Visitor<>() {
            @Override
            public String constant(DefaultValue.Constant value) {
                return "constant " + value;
            }

            @Override
            public String currentTimestamp(DefaultValue.CurrentTimestamp value) {
                return "now " + value;
            }

            @Override
            public String expression(DefaultValue.Expression value) {
                return "expression " + value;
            }
        };
        DefaultValue constant = new DefaultValue.Constant(new Literal.Text("a"));
        DefaultValue now = new DefaultValue.CurrentTimestamp();
        DefaultValue expression = new DefaultValue.Expression("uuid()");

        assertThat(constant.accept(kind)).isEqualTo("constant " + constant);
        assertThat(now.accept(kind)).isEqualTo("now " + now);
        assertThat(expression.accept(kind)).isEqualTo("expression " + expression);
    }

    private static @Nullable Literal kept(ColumnType type, Object given) {
        DefaultValue value =
                new ColumnBuilder("c", type).defaultValue(given).build().defaultValue();
        return value instanceof DefaultValue.Constant constant ? constant.literal() : null;
    }
}
