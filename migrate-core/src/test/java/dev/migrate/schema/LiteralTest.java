package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTest {

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(null, new Literal.Null()),
                arguments(new Literal.Text("a"), new Literal.Text("a")),
                arguments("a", new Literal.Text("a")),
                arguments(CharBuffer.wrap("a"), new Literal.Text("a")),
                arguments('a', new Literal.Text("a")),
                arguments(true, new Literal.Truth(true)),
                arguments(false, new Literal.Truth(false)),
                arguments(7, number("7")),
                arguments((byte) -7, number("-7")),
                arguments(Long.MAX_VALUE, number("9223372036854775807")),
                arguments(new AtomicInteger(7), number("7")),
                arguments(new BigInteger("18446744073709551615"), number("18446744073709551615")),
                arguments(new BigDecimal("1.50"), number("1.50")),
                arguments(0.1, number("0.1")),
                arguments(0.1f, number("0.1")),
                arguments(TimeUnit.DAYS, new Literal.Text("DAYS")),
                arguments(new byte[] {0, (byte) 0xAB}, new Literal.Bytes("00AB")),
                arguments(LocalDate.of(2020, 1, 2), new Literal.Text("2020-01-02")),
                arguments(LocalTime.of(3, 4), new Literal.Text("03:04:00")),
                arguments(LocalTime.of(3, 4, 5, 600_000), new Literal.Text("03:04:05.0006")),
                arguments(
                        LocalDateTime.of(2020, 1, 2, 3, 4, 5, 1_000), new Literal.Text("2020-01-02 03:04:05.000001")));
    }

    private static Literal number(String value) {
        return new Literal.Numeric(new BigDecimal(value));
    }

    @ParameterizedTest
    @MethodSource("values")
    void isCreatedFromAJavaValue(@Nullable Object value, Literal literal) {
        assertThat(Literal.of(value)).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rejectsNumbersWithoutSqlLiteral(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.of(value))
                .withMessageContaining(String.valueOf(value));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.of((float) value))
                .withMessageContaining(String.valueOf(value));
    }

    @Test
    void rejectsFractionsThatTheServersWouldRound() {
        LocalTime nanos = LocalTime.of(3, 4, 5, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.of(nanos))
                .withMessageContaining("03:04:05.000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.of(LocalDate.EPOCH.atTime(nanos)))
                .withMessageContaining("1970-01-01T03:04:05.000000001");
    }

    @Test
    void rejectsTypesWithoutAFormInSql() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Literal.of(Instant.EPOCH))
                .withMessageContaining("java.time.Instant");
    }

    @Test
    void isVisitedByItsKind() {
        Literal.Visitor<String> kind = new Literal.Visitor<>() {
            @Override
            public String nothing(Literal.Null literal) {
                return "null " + literal;
            }

            @Override
            public String text(Literal.Text literal) {
                return "text " + literal;
            }

            @Override
            public String number(Literal.Numeric literal) {
                return "number " + literal;
            }

            @Override
            public String truth(Literal.Truth literal) {
                return "truth " + literal;
            }

            @Override
            public String bytes(Literal.Bytes literal) {
                return "bytes " + literal;
            }
        };
        assertThat(Literal.of(null).accept(kind)).isEqualTo("null " + Literal.of(null));
        assertThat(Literal.of("a").accept(kind)).isEqualTo("text " + Literal.of("a"));
        assertThat(Literal.of(1).accept(kind)).isEqualTo("number " + Literal.of(1));
        assertThat(Literal.of(true).accept(kind)).isEqualTo("truth " + Literal.of(true));
        assertThat(Literal.of(new byte[] {1}).accept(kind)).isEqualTo("bytes " + Literal.of(new byte[] {1}));
    }
}
