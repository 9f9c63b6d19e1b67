package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.ServerVersion;
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

/** Renders types with their attributes. */
final class TypeWriter implements ColumnTypeVisitor<String> {

    /** The maximum number of decimal places of DECIMAL in MySQL. */
    private static final int SHARED_SCALE = 30;

    private final ServerVersion server;

    TypeWriter(ServerVersion server) {
        this.server = server;
    }

    @Override
    public String integer(IntegerType type) {
        if (type.zerofillWidth() > 0) {
            return type.size().name() + "(" + type.zerofillWidth() + ") UNSIGNED ZEROFILL";
        }
        String width = type.displayWidth() > 0 ? "(" + type.displayWidth() + ")" : "";
        return type.size().name() + width + (type.isUnsigned() ? " UNSIGNED" : "");
    }

    @Override
    public String decimal(DecimalType type) {
        if (type.scale() > SHARED_SCALE) {
            Capability.LONG_SCALE.require(server, "The type DECIMAL(" + type.precision() + "," + type.scale() + ")");
        }
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
        Capability.JSON.require(server, "The type JSON");
        return "JSON";
    }

    @Override
    public String spatial(SpatialType type) {
        Long srid = type.srid();
        if (srid == null) {
            return type.kind().name();
        }
        String sql = type.kind().name() + " SRID " + srid;
        Capability.SRID.require(server, "The type " + sql);
        return sql;
    }

    @Override
    public String mariaDb(MariaDbType type) {
        capability(type.kind()).require(server, "The type " + type.kind());
        return type.kind().name();
    }

    private static Capability capability(MariaDbType.Kind kind) {
        return switch (kind) {
            case UUID -> Capability.UUID;
            case INET4 -> Capability.INET4;
            case INET6 -> Capability.INET6;
        };
    }

    @Override
    public String vector(VectorType type) {
        Capability.VECTOR.require(server, "The type VECTOR");
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
