package dev.migrate.internal.codegen;

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

/** Generates column types. */
final class TypeCode implements ColumnTypeVisitor<MethodChain> {

    private final Imports imports;

    TypeCode(Imports imports) {
        this.imports = imports;
    }

    private MethodChain made(String factory, Code... arguments) {
        return MethodChain.of(imports.columnType(factory), arguments);
    }

    private MethodChain named(Enum<?> kind, Code... arguments) {
        return made(kind.name().toLowerCase(Locale.ROOT), arguments);
    }

    private static Code number(long number) {
        return new RawCode(Long.toString(number));
    }

    @Override
    public MethodChain integer(IntegerType type) {
        MethodChain made = type.size() == IntegerType.Size.INT ? made("integer") : named(type.size());
        if (type.zerofillWidth() > 0) {
            return made.then("zerofill", number(type.zerofillWidth()));
        }
        MethodChain sized = type.displayWidth() > 0 ? made.then("displayWidth", number(type.displayWidth())) : made;
        return type.isUnsigned() ? sized.then("unsigned") : sized;
    }

    @Override
    public MethodChain decimal(DecimalType type) {
        return signed(
                made("decimal", number(type.precision()), number(type.scale())), type.isUnsigned(), type.isZerofill());
    }

    @Override
    public MethodChain floating(FloatingType type) {
        MethodChain made = made(type.size() == FloatingType.Size.FLOAT ? "singlePrecision" : "doublePrecision");
        FloatingType.Digits digits = type.digits();
        return signed(
                digits == null ? made : made.then("rounded", number(digits.precision()), number(digits.scale())),
                type.isUnsigned(),
                type.isZerofill());
    }

    private static MethodChain signed(MethodChain made, boolean isUnsigned, boolean isZerofill) {
        if (isZerofill) {
            return made.then("zerofill");
        }
        return isUnsigned ? made.then("unsigned") : made;
    }

    @Override
    public MethodChain bit(BitType type) {
        return made("bit", number(type.length()));
    }

    @Override
    public MethodChain bool(BooleanType type) {
        return made("bool");
    }

    @Override
    public MethodChain string(StringType type) {
        String factory = type.kind() == StringType.Kind.CHAR ? "character" : "varchar";
        return encoded(made(factory, number(type.length())), type.encoding());
    }

    @Override
    public MethodChain text(TextType type) {
        return encoded(named(type.kind()), type.encoding());
    }

    @Override
    public MethodChain binary(BinaryType type) {
        return named(type.kind(), number(type.length()));
    }

    @Override
    public MethodChain blob(BlobType type) {
        return named(type.kind());
    }

    @Override
    public MethodChain temporal(TemporalType type) {
        return type.fraction() == 0 ? named(type.kind()) : named(type.kind(), number(type.fraction()));
    }

    @Override
    public MethodChain enumeration(EnumType type) {
        return encoded(made("enumeration", strings(type.members())), type.encoding());
    }

    @Override
    public MethodChain set(SetType type) {
        return encoded(made("set", strings(type.members())), type.encoding());
    }

    @Override
    public MethodChain json(JsonType type) {
        return made("json");
    }

    @Override
    public MethodChain spatial(SpatialType type) {
        Long srid = type.srid();
        return srid == null
                ? named(type.kind())
                : named(type.kind()).then("srid", new RawCode(srid + (srid > Integer.MAX_VALUE ? "L" : "")));
    }

    @Override
    public MethodChain mariaDb(MariaDbType type) {
        return named(type.kind());
    }

    @Override
    public MethodChain vector(VectorType type) {
        return made("vector", number(type.dimensions()));
    }

    @Override
    public MethodChain raw(RawType type) {
        return made("raw", new StringCode(type.sql()));
    }

    private static Code[] strings(List<String> values) {
        return values.stream().map(StringCode::new).toArray(Code[]::new);
    }

    /** The character set is omitted if the collation determines it. */
    private static MethodChain encoded(MethodChain made, Encoding encoding) {
        String charset = encoding.charset();
        String collation = encoding.collation();
        boolean isImplied = charset != null
                && collation != null
                && charset.equals(Encoding.INHERITED.collation(collation).charset());
        MethodChain withCharset = charset == null || isImplied ? made : made.then("charset", new StringCode(charset));
        return collation == null ? withCharset : withCharset.then("collation", new StringCode(collation));
    }
}
