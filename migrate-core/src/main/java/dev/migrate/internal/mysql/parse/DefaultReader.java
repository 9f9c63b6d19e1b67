package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses defaults. MariaDB shows them as SQL, MySQL as bare values and marks the expressions. */
public final class DefaultReader {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Pattern BITS = Pattern.compile("[bB]'([01]+)'");
    private static final Pattern HEX = Pattern.compile("0x([0-9A-Fa-f]*)|[xX]'([0-9A-Fa-f]*)'");
    /** The synonyms of CURRENT_TIMESTAMP. CURRENT_DATE and the like are other functions. */
    private static final Pattern NOW =
            Pattern.compile("(?:current_timestamp|now|localtime|localtimestamp)(?:\\((\\d?)\\))?");

    private DefaultReader() {}

    /**
     * Parses a constant default as MySQL shows it: the value without quotes, or the current time.
     *
     * @param type the type of the column
     * @param value the value
     * @return the default
     */
    public static DefaultValue ofValue(ColumnType type, String value) {
        if (isNow(type, value)) {
            return new DefaultValue.CurrentTimestamp();
        }
        Matcher bits = BITS.matcher(value);
        boolean isBits = type instanceof BitType && bits.matches();
        return new DefaultValue.Constant(isBits ? ofBits(bits.group(1)) : new Literal.Text(value));
    }

    /**
     * Parses a default in SQL. An expression that is just a constant becomes a constant.
     *
     * @param type the type of the column
     * @param sql the expression
     * @return the default, or null for NULL
     */
    public static @Nullable DefaultValue ofSql(ColumnType type, String sql) {
        String plain = ExpressionText.plain(sql);
        if (plain.equalsIgnoreCase("NULL")) {
            return null;
        }
        if (isNow(type, plain)) {
            return new DefaultValue.CurrentTimestamp();
        }
        if (QuotedSql.isText(plain)) {
            return new DefaultValue.Constant(new Literal.Text(QuotedSql.text(plain)));
        }
        if (NUMBER.matcher(plain).matches()) {
            return new DefaultValue.Constant(new Literal.Numeric(new BigDecimal(plain)));
        }
        if (plain.equalsIgnoreCase("TRUE") || plain.equalsIgnoreCase("FALSE")) {
            return new DefaultValue.Constant(new Literal.Truth(plain.equalsIgnoreCase("TRUE")));
        }
        Matcher bits = BITS.matcher(plain);
        if (bits.matches()) {
            return new DefaultValue.Constant(ofBits(bits.group(1)));
        }
        Matcher hex = HEX.matcher(plain);
        if (hex.matches()) {
            String digits = hex.group(1) == null ? hex.group(2) : hex.group(1);
            return new DefaultValue.Constant(new Literal.Bytes(digits.toUpperCase(Locale.ROOT)));
        }
        return new DefaultValue.Expression(plain);
    }

    /**
     * Parses a default that is an expression. From 8.0.13 on, MySQL distinguishes {@code DEFAULT (1.5)} and
     * {@code DEFAULT (now())} from {@code DEFAULT 1.5} and {@code DEFAULT CURRENT_TIMESTAMP}, except for the types that can
     * have only expressions.
     *
     * @param server the server
     * @param type the type of the column
     * @param sql the expression
     * @return the default, or null for NULL
     */
    public static @Nullable DefaultValue ofExpression(ServerVersion server, ColumnType type, String sql) {
        boolean isDistinct = !MySqlVersions.isMariaDb(server) && Capability.EXPRESSION_DEFAULT.isIn(server);
        if (!isDistinct || canOnlyHaveExpressions(type)) {
            return ofSql(type, sql);
        }
        String plain = ExpressionText.plain(sql);
        boolean isNow = NOW.matcher(plain.toLowerCase(Locale.ROOT)).matches();
        // The parentheses distinguish it from CURRENT_TIMESTAMP.
        return new DefaultValue.Expression(isNow ? "(" + plain + ")" : plain);
    }

    private static boolean canOnlyHaveExpressions(ColumnType type) {
        return type instanceof TextType
                || type instanceof BlobType
                || type instanceof JsonType
                || type instanceof SpatialType
                || type instanceof VectorType;
    }

    private static Literal ofBits(String bits) {
        return new Literal.Numeric(new BigDecimal(new BigInteger(bits, 2)));
    }

    private static boolean isNow(ColumnType type, String sql) {
        if (!(type instanceof TemporalType temporal) || !isMoment(temporal.kind())) {
            return false;
        }
        Matcher now = NOW.matcher(sql.toLowerCase(Locale.ROOT));
        if (!now.matches()) {
            return false;
        }
        String digits = now.group(1) == null || now.group(1).isEmpty() ? "0" : now.group(1);
        return digits.equals(String.valueOf(temporal.fraction()));
    }

    private static boolean isMoment(TemporalType.Kind kind) {
        return kind == TemporalType.Kind.DATETIME || kind == TemporalType.Kind.TIMESTAMP;
    }
}
