package dev.migrate.dialect.mysql;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.BooleanType;
import dev.migrate.schema.ColumnTypeVisitor;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.Encoding;
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
import java.util.List;
import java.util.stream.Collectors;

/** Writes each type by its SQL name, with its attributes. */
final class TypeWriter implements ColumnTypeVisitor<String> {

    @Override
    public String integer(IntegerType type) {
        if (type.zerofillWidth() > 0) {
            return type.size().name() + "(" + type.zerofillWidth() + ") UNSIGNED ZEROFILL";
        }
        return type.size().name() + (type.isUnsigned() ? " UNSIGNED" : "");
    }

    @Override
    public String decimal(DecimalType type) {
        return "DECIMAL(" + type.precision() + "," + type.scale() + ")" + sign(type.isUnsigned(), type.isZerofill());
    }

    @Override
    public String floating(FloatingType type) {
        FloatingType.Digits digits = type.digits();
        return type.size().name()
                + (digits == null ? "" : "(" + digits.precision() + "," + digits.scale() + ")")
                + sign(type.isUnsigned(), type.isZerofill());
    }

    private static String sign(boolean isUnsigned, boolean isZerofill) {
        return isZerofill ? " UNSIGNED ZEROFILL" : isUnsigned ? " UNSIGNED" : "";
    }

    @Override
    public String bit(BitType type) {
        return "BIT(" + type.length() + ")";
    }

    @Override
    public String bool(BooleanType type) {
        return "TINYINT(1)";
    }

    @Override
    public String string(StringType type) {
        return type.kind().name() + "(" + type.length() + ")" + encoding(type.encoding());
    }

    @Override
    public String text(TextType type) {
        return type.kind().name() + encoding(type.encoding());
    }

    @Override
    public String binary(BinaryType type) {
        return type.kind().name() + "(" + type.length() + ")";
    }

    @Override
    public String blob(BlobType type) {
        return type.kind().name();
    }

    @Override
    public String temporal(TemporalType type) {
        return type.kind().name() + (type.fraction() == 0 ? "" : "(" + type.fraction() + ")");
    }

    @Override
    public String enumeration(EnumType type) {
        return "ENUM" + members(type.members()) + encoding(type.encoding());
    }

    @Override
    public String set(SetType type) {
        return "SET" + members(type.members()) + encoding(type.encoding());
    }

    private static String members(List<String> members) {
        return members.stream().map(Quoting::text).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String json(JsonType type) {
        return "JSON";
    }

    @Override
    public String spatial(SpatialType type) {
        // The SRID is an attribute of the column, and stands behind NOT NULL.
        return type.kind().name();
    }

    @Override
    public String mariaDb(MariaDbType type) {
        return type.kind().name();
    }

    @Override
    public String vector(VectorType type) {
        return "VECTOR(" + type.dimensions() + ")";
    }

    @Override
    public String raw(RawType type) {
        return type.sql();
    }

    private static String encoding(Encoding encoding) {
        return (encoding.charset() == null ? "" : " CHARACTER SET " + encoding.charset())
                + (encoding.collation() == null ? "" : " COLLATE " + encoding.collation());
    }
}
