package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.BooleanType;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.FloatingType;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.MariaDbType;
import dev.migrate.schema.SetType;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses types as the server displays them in {@code COLUMN_TYPE}. An unknown type is kept unchanged. */
public final class TypeReader {

    /** A cache, because a schema has many columns but few types. */
    private final Map<Spelling, ColumnType> known = new HashMap<>();

    /** Creates a reader that caches the types it has parsed. */
    public TypeReader() {}

    private record Spelling(
            String sql,
            @Nullable String collation,
            @Nullable Long srid) {}

    /**
     * Parses a type.
     *
     * @param sql the type with its attributes, but without character set and collation
     * @param collation the collation, or null for types that have none
     * @param srid the spatial reference system, or null for none
     * @return the type
     */
    public ColumnType read(String sql, @Nullable String collation, @Nullable Long srid) {
        return known.computeIfAbsent(new Spelling(sql, collation, srid), spelling -> parse(sql, collation, srid));
    }

    private static ColumnType parse(String sql, @Nullable String collation, @Nullable Long srid) {
        List<String> tokens = Tokens.of(sql);
        String group = tokens.size() > 1 && tokens.get(1).startsWith("(") ? tokens.get(1) : "()";
        List<String> arguments = Tokens.list(group.substring(1, group.length() - 1));
        List<String> attributes = tokens.subList(group.equals("()") ? 1 : 2, tokens.size());
        boolean isKnown = attributes.stream().allMatch(word -> word.equals("unsigned") || word.equals("zerofill"));
        ColumnType type = isKnown
                ? known(
                        tokens.get(0).toUpperCase(Locale.ROOT),
                        arguments,
                        attributes.contains("unsigned"),
                        attributes.contains("zerofill"),
                        collation == null ? Encoding.INHERITED : new Encoding(null, collation),
                        srid)
                : null;
        return type == null ? ColumnType.raw(collation == null ? sql : sql + " COLLATE " + collation) : type;
    }

    private static @Nullable ColumnType known(
            String name,
            List<String> arguments,
            boolean isUnsigned,
            boolean isZerofill,
            Encoding encoding,
            @Nullable Long srid) {
        return switch (name) {
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT" ->
                integer(IntegerType.Size.valueOf(name), number(arguments, 0, 0), isUnsigned, isZerofill);
            case "DECIMAL" ->
                new DecimalType(number(arguments, 0, 10), number(arguments, 1, 0), isUnsigned, isZerofill);
            case "FLOAT", "DOUBLE" ->
                new FloatingType(
                        FloatingType.Size.valueOf(name),
                        arguments.size() == 2
                                ? new FloatingType.Digits(number(arguments, 0, 0), number(arguments, 1, 0))
                                : null,
                        isUnsigned,
                        isZerofill);
            case "BIT" -> new BitType(number(arguments, 0, 1));
            case "CHAR", "VARCHAR" -> new StringType(StringType.Kind.valueOf(name), number(arguments, 0, 1), encoding);
            case "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> new TextType(TextType.Kind.valueOf(name), encoding);
            case "BINARY", "VARBINARY" -> new BinaryType(BinaryType.Kind.valueOf(name), number(arguments, 0, 1));
            case "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" -> new BlobType(BlobType.Kind.valueOf(name));
            case "DATE", "YEAR" -> new TemporalType(TemporalType.Kind.valueOf(name), 0);
            case "TIME", "DATETIME", "TIMESTAMP" ->
                new TemporalType(TemporalType.Kind.valueOf(name), number(arguments, 0, 0));
            case "ENUM" -> new EnumType(members(arguments), encoding);
            case "SET" -> new SetType(members(arguments), encoding);
            case "JSON" -> new JsonType();
            // MySQL 8 displays its new name.
            case "GEOMCOLLECTION" -> new SpatialType(SpatialType.Kind.GEOMETRYCOLLECTION, srid);
            case "GEOMETRY",
                    "POINT",
                    "LINESTRING",
                    "POLYGON",
                    "MULTIPOINT",
                    "MULTILINESTRING",
                    "MULTIPOLYGON",
                    "GEOMETRYCOLLECTION" -> new SpatialType(SpatialType.Kind.valueOf(name), srid);
            case "UUID", "INET4", "INET6" -> new MariaDbType(MariaDbType.Kind.valueOf(name));
            case "VECTOR" -> new VectorType(number(arguments, 0, 2048));
            default -> null;
        };
    }

    /** A width matters only with ZEROFILL, and in TINYINT(1), which is the type of booleans; old servers show all. */
    private static ColumnType integer(IntegerType.Size size, int width, boolean isUnsigned, boolean isZerofill) {
        if (size == IntegerType.Size.TINYINT && width == 1 && !isUnsigned) {
            return new BooleanType();
        }
        if (isZerofill) {
            return new IntegerType(size, true, width);
        }
        return new IntegerType(size, isUnsigned, 0, width == defaultWidth(size, isUnsigned) ? 0 : width);
    }

    /** The width that the server adds to a type without one: that of the longest value. */
    private static int defaultWidth(IntegerType.Size size, boolean isUnsigned) {
        int digits = switch (size) {
            case TINYINT -> 3;
            case SMALLINT -> 5;
            case MEDIUMINT -> 8;
            case INT -> 10;
            case BIGINT -> isUnsigned ? 20 : 19;
        };
        return isUnsigned ? digits : digits + 1;
    }

    private static int number(List<String> arguments, int index, int otherwise) {
        return index < arguments.size() && !arguments.get(index).isEmpty()
                ? Integer.parseInt(arguments.get(index))
                : otherwise;
    }

    private static List<String> members(List<String> quoted) {
        return quoted.stream().map(QuotedSql::text).toList();
    }
}
