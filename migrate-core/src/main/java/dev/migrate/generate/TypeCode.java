package dev.migrate.generate;

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
import java.util.Locale;

/** Writes the type of a column. */
final class TypeCode implements ColumnTypeVisitor<Chain> {

    private final Imports imports;

    TypeCode(Imports imports) {
        this.imports = imports;
    }

    private Chain made(String factory, Code... arguments) {
        return Chain.of(imports.columnType(factory), arguments);
    }

    private Chain named(Enum<?> kind, Code... arguments) {
        return made(kind.name().toLowerCase(Locale.ROOT), arguments);
    }

    private static Code number(long number) {
        return new Plain(Long.toString(number));
    }

    @Override
    public Chain integer(IntegerType type) {
        Chain made = type.size() == IntegerType.Size.INT ? made("integer") : named(type.size());
        if (type.zerofillWidth() > 0) {
            return made.then("zerofill", number(type.zerofillWidth()));
        }
        return type.isUnsigned() ? made.then("unsigned") : made;
    }

    @Override
    public Chain decimal(DecimalType type) {
        return signed(
                made("decimal", number(type.precision()), number(type.scale())), type.isUnsigned(), type.isZerofill());
    }

    @Override
    public Chain floating(FloatingType type) {
        Chain made = made(type.size() == FloatingType.Size.FLOAT ? "singlePrecision" : "doublePrecision");
        FloatingType.Digits digits = type.digits();
        return signed(
                digits == null ? made : made.then("rounded", number(digits.precision()), number(digits.scale())),
                type.isUnsigned(),
                type.isZerofill());
    }

    private static Chain signed(Chain made, boolean isUnsigned, boolean isZerofill) {
        if (isZerofill) {
            return made.then("zerofill");
        }
        return isUnsigned ? made.then("unsigned") : made;
    }

    @Override
    public Chain bit(BitType type) {
        return made("bit", number(type.length()));
    }

    @Override
    public Chain bool(BooleanType type) {
        return made("bool");
    }

    @Override
    public Chain string(StringType type) {
        String factory = type.kind() == StringType.Kind.CHAR ? "character" : "varchar";
        return encoded(made(factory, number(type.length())), type.encoding());
    }

    @Override
    public Chain text(TextType type) {
        return encoded(named(type.kind()), type.encoding());
    }

    @Override
    public Chain binary(BinaryType type) {
        return named(type.kind(), number(type.length()));
    }

    @Override
    public Chain blob(BlobType type) {
        return named(type.kind());
    }

    @Override
    public Chain temporal(TemporalType type) {
        return type.fraction() == 0 ? named(type.kind()) : named(type.kind(), number(type.fraction()));
    }

    @Override
    public Chain enumeration(EnumType type) {
        return encoded(made("enumeration", strings(type.members())), type.encoding());
    }

    @Override
    public Chain set(SetType type) {
        return encoded(made("set", strings(type.members())), type.encoding());
    }

    @Override
    public Chain json(JsonType type) {
        return made("json");
    }

    @Override
    public Chain spatial(SpatialType type) {
        Long srid = type.srid();
        return srid == null
                ? named(type.kind())
                : named(type.kind()).then("srid", new Plain(srid + (srid > Integer.MAX_VALUE ? "L" : "")));
    }

    @Override
    public Chain mariaDb(MariaDbType type) {
        return named(type.kind());
    }

    @Override
    public Chain vector(VectorType type) {
        return made("vector", number(type.dimensions()));
    }

    @Override
    public Chain raw(RawType type) {
        return made("raw", new Quoted(type.sql()));
    }

    private static Code[] strings(List<String> values) {
        return values.stream().map(Quoted::new).toArray(Code[]::new);
    }

    /** The character set is not said where the collation says it. */
    private static Chain encoded(Chain made, Encoding encoding) {
        String charset = encoding.charset();
        String collation = encoding.collation();
        boolean isImplied = charset != null
                && collation != null
                && charset.equals(Encoding.INHERITED.collation(collation).charset());
        Chain withCharset = charset == null || isImplied ? made : made.then("charset", new Quoted(charset));
        return collation == null ? withCharset : withCharset.then("collation", new Quoted(collation));
    }
}
