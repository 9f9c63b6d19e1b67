package dev.migrate.diff;

import dev.migrate.schema.BinaryType;
import dev.migrate.schema.BitType;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.BooleanType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.FloatingType;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.SetType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Finds possible data loss and errors of a type change. Stateless. */
public final class TypeChangeRisks {

    private static final String FAILS = "This fails if a value does not fit into the new type.";

    private TypeChangeRisks() {}

    /**
     * Describes the risks of a change of a column's type. A change of the character set is only found if both types
     * have an explicit one.
     *
     * @param from the previous type
     * @param to the new type
     * @return a sentence for each risk; empty if every value is kept
     */
    public static List<String> of(ColumnType from, ColumnType to) {
        List<String> risks = new ArrayList<>();
        if (from.equals(to)) {
            return risks;
        }
        if (from instanceof CharacterType one && to instanceof CharacterType other) {
            texts(one, other, risks);
        } else if (from instanceof TemporalType one && to instanceof TemporalType other) {
            moments(one, other, risks);
        } else if (from instanceof FloatingType one && to instanceof FloatingType other) {
            if (other.size().compareTo(one.size()) < 0 || other.digits() != null) {
                risks.add("Values are rounded to the precision of the new type, and this fails if one does not fit.");
            }
            sign(one.isUnsigned(), other.isUnsigned(), risks);
        } else if (isExact(from) && isExact(to)) {
            numbers(from, to, risks);
        } else if (isBytes(from) && isBytes(to)) {
            if (bytes(to) < bytes(from)) {
                risks.add(FAILS);
            }
        } else {
            risks.add("Values are converted to another kind of type. This fails if a value cannot be converted, "
                    + "and may lose what the new type cannot store.");
        }
        return risks;
    }

    private static void texts(CharacterType from, CharacterType to, List<String> risks) {
        if (from instanceof EnumType one && to instanceof EnumType other) {
            members(one.members(), other.members(), risks);
        } else if (from instanceof SetType one && to instanceof SetType other) {
            members(one.members(), other.members(), risks);
        } else if (to instanceof EnumType || to instanceof SetType) {
            risks.add("This fails if a value is not a member of the new type.");
        } else if (length(to) < length(from)) {
            risks.add("This fails if a string is longer than the new type allows.");
        }
        String charset = to.charset();
        if (from.charset() != null && charset != null && !charset.equals(from.charset()) && !holdsAll(from, to)) {
            risks.add("This fails if a string contains characters that " + charset + " does not support.");
        } else if (!from.encoding().equals(to.encoding())) {
            risks.add("Strings are compared in another way than before: a unique index may find duplicates.");
        }
    }

    /** Unicode includes all other character sets, and three bytes are enough for the basic multilingual plane. */
    private static boolean holdsAll(CharacterType from, CharacterType to) {
        boolean isSmall = List.of("latin1", "ascii", "ucs2").contains(from.charset());
        return "utf8mb4".equals(to.charset()) || (isSmall && "utf8mb3".equals(to.charset()));
    }

    private static void members(List<String> from, List<String> to, List<String> risks) {
        List<String> gone = from.stream().filter(member -> !to.contains(member)).toList();
        if (!gone.isEmpty()) {
            risks.add("This fails if a row contains a removed member: " + String.join(", ", gone) + ".");
        }
    }

    /** At least the length in bytes, so that no reduction is missed. */
    private static long length(CharacterType type) {
        if (type instanceof StringType string) {
            return string.length();
        }
        if (type instanceof TextType text) {
            return switch (text.kind()) {
                case TINYTEXT -> 255L;
                case TEXT -> 65_535L;
                case MEDIUMTEXT -> 16_777_215L;
                case LONGTEXT -> 4_294_967_295L;
            };
        }
        return 0;
    }

    private static void moments(TemporalType from, TemporalType to, List<String> risks) {
        if (from.kind() != to.kind()) {
            boolean isWider = to.kind() == TemporalType.Kind.DATETIME
                    && (from.kind() == TemporalType.Kind.DATE || from.kind() == TemporalType.Kind.TIMESTAMP);
            if (!isWider) {
                risks.add("Parts of a date or time that the new type does not store are lost, and this fails if a "
                        + "value is out of its range.");
            }
        }
        if (to.fraction() < from.fraction()) {
            risks.add("Fractional seconds are rounded to " + to.fraction() + " digits.");
        }
    }

    private static boolean isExact(ColumnType type) {
        return type instanceof IntegerType
                || type instanceof DecimalType
                || type instanceof BooleanType
                || type instanceof BitType;
    }

    private static void numbers(ColumnType from, ColumnType to, List<String> risks) {
        if (most(to).compareTo(most(from)) < 0) {
            risks.add(FAILS);
        }
        if (scale(to) < scale(from)) {
            risks.add("Values are rounded to " + scale(to) + " decimal places.");
        }
        sign(isUnsigned(from), isUnsigned(to), risks);
    }

    private static void sign(boolean from, boolean to, List<String> risks) {
        if (!from && to) {
            risks.add("This fails if a value is negative.");
        }
    }

    private static boolean isUnsigned(ColumnType type) {
        return (type instanceof IntegerType integer && integer.isUnsigned())
                || (type instanceof DecimalType decimal && decimal.isUnsigned())
                || type instanceof BitType;
    }

    private static int scale(ColumnType type) {
        return type instanceof DecimalType decimal ? decimal.scale() : 0;
    }

    /** The largest integer that fits. */
    private static BigInteger most(ColumnType type) {
        if (type instanceof DecimalType decimal) {
            return BigInteger.TEN.pow(decimal.precision() - decimal.scale()).subtract(BigInteger.ONE);
        }
        int bits = type instanceof BitType bit ? bit.length() : 7;
        if (type instanceof IntegerType integer) {
            int width = switch (integer.size()) {
                case TINYINT -> 8;
                case SMALLINT -> 16;
                case MEDIUMINT -> 24;
                case INT -> 32;
                case BIGINT -> 64;
            };
            bits = integer.isUnsigned() ? width : width - 1;
        }
        return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
    }

    private static boolean isBytes(ColumnType type) {
        return type instanceof BinaryType || type instanceof BlobType;
    }

    private static long bytes(ColumnType type) {
        if (type instanceof BinaryType binary) {
            return binary.length();
        }
        return switch (((BlobType) type).kind()) {
            case TINYBLOB -> 255L;
            case BLOB -> 65_535L;
            case MEDIUMBLOB -> 16_777_215L;
            case LONGBLOB -> 4_294_967_295L;
        };
    }
}
