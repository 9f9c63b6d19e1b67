package dev.migrate.dialect.mysql;

import dev.migrate.schema.BooleanType;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.FloatingType;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.LargeType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TemporalType;
import java.util.stream.Collectors;

/** Writes each type by its SQL name, the same on MySQL and MariaDB. */
final class TypeWriter implements ColumnType.Visitor<String> {

    @Override
    public String integer(IntegerType type) {
        return type.size().name() + (type.isUnsigned() ? " UNSIGNED" : "");
    }

    @Override
    public String decimal(DecimalType type) {
        return "DECIMAL(" + type.precision() + "," + type.scale() + ")";
    }

    @Override
    public String floating(FloatingType type) {
        return type.isDouble() ? "DOUBLE" : "FLOAT";
    }

    @Override
    public String bool(BooleanType type) {
        return "TINYINT(1)";
    }

    @Override
    public String string(StringType type) {
        return type.kind().name() + "(" + type.length() + ")";
    }

    @Override
    public String large(LargeType type) {
        return type.kind().name();
    }

    @Override
    public String temporal(TemporalType type) {
        return type.kind().name() + (type.fraction() == 0 ? "" : "(" + type.fraction() + ")");
    }

    @Override
    public String enumeration(EnumType type) {
        return type.members().stream().map(Quoting::text).collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    @Override
    public String json(JsonType type) {
        return "JSON";
    }
}
