package dev.migrate.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts a default to the form in which a column of its type stores it, so that {@code true} in a migration equals
 * {@code '1'} on a server. A value that the type cannot store is unchanged: the server will reject it.
 *
 * <ul>
 *   <li>NULL is the same as no default;
 *   <li>numbers are rounded to the scale of the type, without trailing zeros;
 *   <li>values of character types are strings; CHAR loses trailing spaces, ENUM and SET get the case and the order of
 *       their members;
 *   <li>values of binary types are bytes (strings in UTF-8), and BINARY is padded to its full length;
 *   <li>dates and times have two digits for each part, and the fraction of the type;
 *   <li>{@code now()} of a DATETIME or TIMESTAMP is {@code CURRENT_TIMESTAMP}.
 * </ul>
 */
final class CanonicalDefault implements ColumnTypeVisitor<Literal> {

    private static final Pattern NOW =
            Pattern.compile("(?i)(?:now|current_timestamp|localtime|localtimestamp)\\s*(?:\\(\\s*[0-6]?\\s*\\))?");

    /** The maximum precision of DECIMAL. Numbers up to this precision are written as 10 instead of 1E+1. */
    private static final int MOST_DIGITS = 65;

    private final Literal literal;

    private CanonicalDefault(Literal literal) {
        this.literal = literal;
    }

    static @Nullable DefaultValue of(ColumnType type, DefaultValue value) {
        if (value instanceof DefaultValue.Constant constant && constant.literal() instanceof Literal.Null) {
            return null;
        }
        return value.accept(new DefaultValue.Visitor<>() {
            @Override
            public DefaultValue constant(DefaultValue.Constant constant) {
                return new DefaultValue.Constant(type.accept(new CanonicalDefault(constant.literal())));
            }

            @Override
            public DefaultValue currentTimestamp(DefaultValue.CurrentTimestamp now) {
                return now;
            }

            @Override
            public DefaultValue expression(DefaultValue.Expression expression) {
                boolean isNow = type instanceof TemporalType temporal
                        && temporal.hasDateAndTime()
                        && NOW.matcher(expression.sql()).matches();
                return isNow ? new DefaultValue.CurrentTimestamp() : expression;
            }
        });
    }

    @Override
    public Literal integer(IntegerType type) {
        return number(0);
    }

    @Override
    public Literal decimal(DecimalType type) {
        return number(type.scale());
    }

    @Override
    public Literal floating(FloatingType type) {
        FloatingType.Digits digits = type.digits();
        return number(digits == null ? null : digits.scale());
    }

    @Override
    public Literal bit(BitType type) {
        if (literal instanceof Literal.Bytes bytes && !bytes.hex().isEmpty()) {
            return new Literal.Numeric(new BigDecimal(new BigInteger(bytes.hex(), 16)));
        }
        return number(0);
    }

    @Override
    public Literal bool(BooleanType type) {
        return number(0);
    }

    @Override
    public Literal string(StringType type) {
        Literal text = text();
        if (type.kind() == StringType.Kind.CHAR && text instanceof Literal.Text padded) {
            return new Literal.Text(Require.withoutTrailingSpaces(padded.value()));
        }
        return text;
    }

    @Override
    public Literal text(TextType type) {
        return text();
    }

    @Override
    public Literal binary(BinaryType type) {
        Literal value = bytes();
        if (type.kind() == BinaryType.Kind.BINARY && value instanceof Literal.Bytes bytes) {
            int missing = 2 * type.length() - bytes.hex().length();
            return missing > 0 ? new Literal.Bytes(bytes.hex() + "0".repeat(missing)) : value;
        }
        return value;
    }

    @Override
    public Literal blob(BlobType type) {
        return bytes();
    }

    @Override
    public Literal temporal(TemporalType type) {
        if (type.kind() == TemporalType.Kind.YEAR) {
            return number(0);
        }
        return text() instanceof Literal.Text text ? new Literal.Text(Temporal.canonical(text.value(), type)) : literal;
    }

    @Override
    public Literal enumeration(EnumType type) {
        return text() instanceof Literal.Text text ? new Literal.Text(member(text.value(), type.members())) : literal;
    }

    @Override
    public Literal set(SetType type) {
        if (!(text() instanceof Literal.Text text)) {
            return literal;
        }
        List<String> wanted = Arrays.stream(text.value().split(","))
                .map(word -> member(word, type.members()))
                .toList();
        boolean areMembers = type.members().containsAll(wanted);
        return new Literal.Text(
                areMembers
                        ? type.members().stream().filter(wanted::contains).collect(Collectors.joining(","))
                        : text.value());
    }

    @Override
    public Literal json(JsonType type) {
        return text();
    }

    @Override
    public Literal spatial(SpatialType type) {
        return literal;
    }

    @Override
    public Literal mariaDb(MariaDbType type) {
        return literal;
    }

    @Override
    public Literal vector(VectorType type) {
        return literal;
    }

    @Override
    public Literal raw(RawType type) {
        return literal;
    }

    private Literal number(@Nullable Integer scale) {
        BigDecimal value = numeric();
        if (value == null) {
            return literal;
        }
        BigDecimal rounded = scale == null ? value : value.setScale(scale, RoundingMode.HALF_UP);
        BigDecimal shortest = rounded.stripTrailingZeros();
        boolean isRoundInteger = shortest.scale() < 0 && shortest.precision() - shortest.scale() <= MOST_DIGITS;
        return new Literal.Numeric(isRoundInteger ? shortest.setScale(0) : shortest);
    }

    private @Nullable BigDecimal numeric() {
        if (literal instanceof Literal.Numeric number) {
            return number.value();
        }
        if (literal instanceof Literal.Truth truth) {
            return truth.value() ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (literal instanceof Literal.Text text) {
            try {
                return new BigDecimal(text.value().strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    private Literal text() {
        if (literal instanceof Literal.Numeric number) {
            return new Literal.Text(number.value().toPlainString());
        }
        if (literal instanceof Literal.Truth truth) {
            return new Literal.Text(truth.value() ? "1" : "0");
        }
        return literal;
    }

    private Literal bytes() {
        if (text() instanceof Literal.Text text) {
            byte[] bytes = text.value().getBytes(StandardCharsets.UTF_8);
            return new Literal.Bytes(HexFormat.of().withUpperCase().formatHex(bytes));
        }
        return literal;
    }

    private static String member(String word, List<String> members) {
        String trimmed = Require.withoutTrailingSpaces(word);
        if (members.contains(trimmed)) {
            return trimmed;
        }
        return members.stream().filter(trimmed::equalsIgnoreCase).findFirst().orElse(word);
    }
}
