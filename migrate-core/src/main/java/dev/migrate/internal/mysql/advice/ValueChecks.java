package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.advice.CurrentTable.CurrentColumn;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.DataFinding.Kind;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.BooleanType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.ColumnTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.FloatingType;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.MariaDbType;
import dev.migrate.schema.RawType;
import dev.migrate.schema.SetType;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Derives the checks for the values of a column that gets another type. Types whose conversion cannot be described by a
 * condition have none.
 */
final class ValueChecks implements ColumnTypeVisitor<List<DataCheck>> {

    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double");
    private static final Set<String> STRINGS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> TIMES = Set.of("datetime", "timestamp", "time");

    private final String table;
    private final CurrentColumn column;
    private final String name;

    ValueChecks(String table, CurrentColumn column) {
        this.table = table;
        this.column = column;
        this.name = Quoting.name(column.name());
    }

    @Override
    public List<DataCheck> integer(IntegerType type) {
        if (!NUMBERS.contains(column.type())) {
            return List.of();
        }
        int bits = switch (type.size()) {
            case TINYINT -> 8;
            case SMALLINT -> 16;
            case MEDIUMINT -> 24;
            case INT -> 32;
            case BIGINT -> 64;
        };
        BigInteger values = BigInteger.ONE.shiftLeft(bits);
        BigInteger least =
                type.isUnsigned() ? BigInteger.ZERO : values.shiftRight(1).negate();
        BigInteger most = least.add(values).subtract(BigInteger.ONE);
        List<DataCheck> checks = new ArrayList<>();
        checks.add(lost(name + " < " + least + " OR " + name + " > " + most));
        if (Set.of("decimal", "float", "double").contains(column.type())) {
            checks.add(rounded(name + " <> ROUND(" + name + ")"));
        }
        return checks;
    }

    @Override
    public List<DataCheck> decimal(DecimalType type) {
        if (!NUMBERS.contains(column.type())) {
            return List.of();
        }
        BigInteger limit = BigInteger.TEN.pow(type.precision() - type.scale());
        String rounded = "ROUND(" + name + ", " + type.scale() + ")";
        return List.of(
                lost("ABS(" + rounded + ") >= " + limit + (type.isUnsigned() ? " OR " + name + " < 0" : "")),
                rounded(name + " <> " + rounded));
    }

    @Override
    public List<DataCheck> floating(FloatingType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> bit(BitType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> bool(BooleanType type) {
        return NUMBERS.contains(column.type()) ? List.of(lost(name + " < -128 OR " + name + " > 127")) : List.of();
    }

    @Override
    public List<DataCheck> string(StringType type) {
        if (!STRINGS.contains(column.type()) && !NUMBERS.contains(column.type())) {
            return List.of();
        }
        List<DataCheck> checks = new ArrayList<>(charset(type));
        checks.add(lost("CHAR_LENGTH(" + name + ") > " + type.length()));
        return checks;
    }

    @Override
    public List<DataCheck> text(TextType type) {
        if (!STRINGS.contains(column.type())) {
            return List.of();
        }
        int bytesOfLength = switch (type.kind()) {
            case TINYTEXT -> 1;
            case TEXT -> 2;
            case MEDIUMTEXT -> 3;
            case LONGTEXT -> 4;
        };
        List<DataCheck> checks = new ArrayList<>(charset(type));
        checks.add(longer(bytesOfLength));
        return checks;
    }

    private DataCheck longer(int bytesOfLength) {
        return lost("LENGTH(" + name + ") > "
                + BigInteger.ONE.shiftLeft(Byte.SIZE * bytesOfLength).subtract(BigInteger.ONE));
    }

    /** The characters that another character set cannot represent. */
    private List<DataCheck> charset(CharacterType type) {
        String charset = type.charset();
        return charset == null ? List.of() : charset(charset);
    }

    List<DataCheck> charset(String charset) {
        String current = column.charset();
        if (current == null
                || current.equalsIgnoreCase(charset)
                || charset.toLowerCase(Locale.ROOT).equals("utf8mb4")) {
            return List.of();
        }
        String there = "CONVERT(CONVERT(" + name + " USING " + charset + ") USING " + current + ")";
        return List.of(lost("CAST(" + name + " AS BINARY) <> CAST(" + there + " AS BINARY)"));
    }

    @Override
    public List<DataCheck> binary(BinaryType type) {
        return BYTES.contains(column.type()) ? List.of(lost("LENGTH(" + name + ") > " + type.length())) : List.of();
    }

    @Override
    public List<DataCheck> blob(BlobType type) {
        if (!BYTES.contains(column.type())) {
            return List.of();
        }
        int bytesOfLength = switch (type.kind()) {
            case TINYBLOB -> 1;
            case BLOB -> 2;
            case MEDIUMBLOB -> 3;
            case LONGBLOB -> 4;
        };
        return List.of(longer(bytesOfLength));
    }

    @Override
    public List<DataCheck> temporal(TemporalType type) {
        if (!TIMES.contains(column.type())) {
            return List.of();
        }
        String kind = type.kind() == TemporalType.Kind.TIMESTAMP
                ? "DATETIME"
                : type.kind().name();
        List<DataCheck> checks = new ArrayList<>();
        if (type.hasDateAndTime()
                || (type.kind() == TemporalType.Kind.TIME && column.type().equals("time"))) {
            checks.add(rounded(name + " <> CAST(" + name + " AS " + kind + "(" + type.fraction() + "))"));
        }
        if (type.kind() == TemporalType.Kind.TIMESTAMP && column.type().equals("datetime")) {
            checks.add(lost("UNIX_TIMESTAMP(" + name + ") = 0"));
        }
        return checks;
    }

    @Override
    public List<DataCheck> enumeration(EnumType type) {
        if (!STRINGS.contains(column.type())) {
            return List.of();
        }
        String members = type.members().stream().map(Quoting::text).collect(Collectors.joining(", ", "(", ")"));
        return List.of(lost(name + " NOT IN " + members));
    }

    @Override
    public List<DataCheck> set(SetType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> json(JsonType type) {
        return STRINGS.contains(column.type()) ? List.of(lost("NOT JSON_VALID(" + name + ")")) : List.of();
    }

    @Override
    public List<DataCheck> spatial(SpatialType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> mariaDb(MariaDbType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> vector(VectorType type) {
        return List.of();
    }

    @Override
    public List<DataCheck> raw(RawType type) {
        return List.of();
    }

    private DataCheck lost(String condition) {
        return DataCheck.ofRows(
                Kind.LOST_VALUES,
                "Values of " + table + "." + column.name() + " do not fit into the new type.",
                true,
                table,
                condition);
    }

    private DataCheck rounded(String condition) {
        return DataCheck.ofRows(
                Kind.ROUNDED_VALUES,
                "Values of " + table + "." + column.name() + " are rounded to the new type.",
                false,
                table,
                condition);
    }
}
