package dev.migrate.diff;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.NewDefault;
import dev.migrate.operation.Position;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.BlobType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.JsonType;
import dev.migrate.schema.Literal;
import dev.migrate.schema.MariaDbType;
import dev.migrate.schema.RawType;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.StringType;
import dev.migrate.schema.TemporalType;
import dev.migrate.schema.TextType;
import dev.migrate.schema.VectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The differences of a column that exists on both sides; both sides have the target name. */
final class ColumnDiff {

    private final TablePair pair;
    private final Column old;
    private final Column from;
    private final Column to;

    ColumnDiff(TablePair pair, Column from, Column to) {
        this.pair = pair;
        old = from;
        this.from = from.name().equals(to.name())
                ? from
                : from.toBuilder().name(to.name()).build();
        this.to = to;
    }

    /**
     * Returns whether the column has to be dropped and added: no server can turn a regular column into a generated one
     * or back, and some types cannot be converted.
     */
    boolean isRebuilt() {
        if (from.generation() == null && to.generation() == null) {
            return !isConvertible(from.type(), to.type());
        }
        return !Objects.equals(from.generation(), to.generation())
                || !from.type().equals(to.type())
                || from.isNullable() != to.isNullable()
                || !Objects.equals(from.check(), to.check())
                || !from.attributes().equals(to.attributes());
    }

    /** Few types can be converted to or from spatial, vector and product-specific types. */
    private static boolean isConvertible(ColumnType from, ColumnType to) {
        if (from instanceof MariaDbType && to instanceof MariaDbType) {
            return from.equals(to);
        }
        if (from.getClass().equals(to.getClass()) && isShape(from) == isShape(to)) {
            return true;
        }
        boolean isShape = isShape(from) || isShape(to);
        boolean isVector = from instanceof VectorType || to instanceof VectorType;
        ColumnType other = from instanceof MariaDbType ? to : from;
        boolean isSpecial = from instanceof MariaDbType || to instanceof MariaDbType;
        return !isShape && !isVector && (!isSpecial || other instanceof StringType || other instanceof TextType);
    }

    /** A raw type is one as well, with attributes that the types have no place for. */
    private static boolean isShape(ColumnType type) {
        return type instanceof SpatialType || (type instanceof RawType raw && isNamedAsShape(raw));
    }

    private static boolean isNamedAsShape(RawType raw) {
        String name = raw.sql().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return Stream.of(SpatialType.Kind.values()).anyMatch(kind -> kind.name().equals(name));
    }

    boolean losesNull() {
        return from.isNullable() && !to.isNullable();
    }

    boolean gainsNull() {
        return !from.isNullable() && to.isNullable();
    }

    boolean becomesAutoIncrement() {
        return !from.isAutoIncrement() && to.isAutoIncrement();
    }

    /** Returns whether a foreign key on the column prevents the change. */
    boolean affectsForeignKeys() {
        return isRebuilt()
                || !from.type().equals(to.type())
                || from.isNullable() != to.isNullable()
                || from.isAutoIncrement() != to.isAutoIncrement();
    }

    /** The current column. */
    Column from() {
        return from;
    }

    /** The target column. */
    Column to() {
        return to;
    }

    /**
     * The changes that precede those of the keys: all except AUTO_INCREMENT, which requires a key.
     *
     * @param staysNotNull whether the column cannot become nullable yet
     * @param position the new position, or null to keep it
     * @param before the previous position
     */
    Optional<TableChange> change(boolean staysNotNull, @Nullable Position position, @Nullable Position before) {
        Column target = becomesAutoIncrement()
                ? to.toBuilder().noDefault().noAutoIncrement().build()
                : to;
        if (staysNotNull) {
            target = target.toBuilder().notNull().build();
        }
        boolean isSame = target.equals(from);
        if (isSame && position == null) {
            return Optional.empty();
        }
        if (needsCompleteDefinition()) {
            return Optional.of(new RedefineColumn(pair.name(), from.name(), target, position, from, before));
        }
        return Optional.of(
                new AlterColumn(pair.name(), from.name(), to(target, from, position), to(from, target, before)));
    }

    /** Returns whether the column changes with the encoding of its table, because it specifies none. */
    boolean inheritsNewEncoding() {
        return !from.type().equals(to.type())
                && to.type() instanceof CharacterType
                && !pair.declaredTarget(to).type().equals(to.type());
    }

    /** The change of the column in the statement that changes the encoding of its table. */
    TableChange inheriting() {
        Column before = pair.declaredSource(old).toBuilder().name(to.name()).build();
        return new RedefineColumn(pair.name(), to.name(), pair.declaredTarget(to), null, before, null);
    }

    /** The remaining changes, which follow those of the keys. */
    Optional<TableChange> changeAfterKeys(boolean stayedNotNull) {
        if (becomesAutoIncrement()) {
            return Optional.of(new AlterColumn(
                    pair.name(), to.name(), ColumnChange.ofAutoIncrement(true), ColumnChange.ofAutoIncrement(false)));
        }
        return stayedNotNull
                ? Optional.of(new AlterColumn(
                        pair.name(), to.name(), ColumnChange.ofNullability(true), ColumnChange.ofNullability(false)))
                : Optional.empty();
    }

    /** The attributes of the first column that the second does not have. */
    private ColumnChange to(Column one, Column other, @Nullable Position position) {
        return new ColumnChange(
                null,
                type(one, other),
                one.isNullable() == other.isNullable() ? null : one.isNullable(),
                Objects.equals(one.defaultValue(), other.defaultValue()) ? null : new NewDefault(one.defaultValue()),
                one.isUpdatedToCurrentTimestamp() == other.isUpdatedToCurrentTimestamp()
                        ? null
                        : one.isUpdatedToCurrentTimestamp(),
                one.isAutoIncrement() == other.isAutoIncrement() ? null : one.isAutoIncrement(),
                one.isInvisible() == other.isInvisible() ? null : one.isInvisible(),
                Objects.equals(one.comment(), other.comment()) ? null : one.comment() == null ? "" : one.comment(),
                position);
    }

    /** A type without an encoding would keep that of the other. */
    private @Nullable ColumnType type(Column one, Column other) {
        if (one.type().equals(other.type())) {
            return null;
        }
        boolean isOtherEncoding = one.type() instanceof CharacterType type
                && other.type() instanceof CharacterType otherType
                && !type.encoding().equals(otherType.encoding());
        return isOtherEncoding ? pair.explicit(one, pair.to()).type() : one.type();
    }

    /** Whether the attributes cannot be changed individually. */
    private boolean needsCompleteDefinition() {
        if (!Objects.equals(from.check(), to.check()) || !from.attributes().equals(to.attributes())) {
            return true;
        }
        if (isUnreadable(from) || isUnreadable(to)) {
            return true;
        }
        boolean isOtherType = !from.type().equals(to.type());
        boolean isOtherDefault = !Objects.equals(from.defaultValue(), to.defaultValue());
        boolean isPeculiar = isPeculiar(from.type()) || isPeculiar(to.type());
        boolean isWritten = isWritten(from) || isWritten(to);
        return (isOtherType && isPeculiar) || ((isOtherType || isOtherDefault) && isWritten);
    }

    /**
     * Binary defaults, and strings that may contain replacement question marks, cannot be repeated from what the server
     * displays.
     */
    private static boolean isUnreadable(Column column) {
        boolean isBytes = column.defaultValue() instanceof DefaultValue.Constant constant
                && constant.literal() instanceof Literal.Bytes;
        String constants = column.type() + " " + column.defaultValue() + column.generation() + column.check();
        return isBytes || constants.contains("?");
    }

    /** A type whose attributes the server displays elsewhere in the definition. */
    private static boolean isPeculiar(ColumnType type) {
        return type instanceof JsonType || type instanceof SpatialType || type instanceof RawType;
    }

    /** Whether the type determines how the default is written. */
    private static boolean isWritten(Column column) {
        ColumnType type = column.type();
        if (column.defaultValue() instanceof DefaultValue.CurrentTimestamp) {
            return !(type instanceof TemporalType temporal && temporal.hasDateAndTime());
        }
        boolean isLarge = type instanceof TextType
                || type instanceof BlobType
                || type instanceof JsonType
                || type instanceof SpatialType
                || type instanceof VectorType;
        return isLarge && column.defaultValue() != null;
    }

    /** Possible data loss and errors, as notes. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String name = pair.name() + "." + to.name();
        if (isRebuilt()) {
            if (from.generation() == null && to.generation() == null) {
                notes.add("All values of " + name + " are lost, because no server can convert them to the new type.");
            } else if (from.generation() == null) {
                notes.add("All values of " + name + " are lost, because the server will compute the column.");
            } else if (to.generation() == null) {
                notes.add("The computed values of " + name + " are lost; the new column is empty.");
            }
            return notes;
        }
        TypeChangeRisks.of(
                        pair.explicit(from, pair.from()).type(),
                        pair.explicit(to, pair.to()).type())
                .forEach(loss -> notes.add(name + ": " + loss));
        if (losesNull()) {
            notes.add("This fails if a row has no value in " + name + ". " + pair.backFill(to.name()));
        }
        if (to.check() != null && !Objects.equals(from.check(), to.check())) {
            notes.add("This fails if a row violates the check of " + name + ".");
        }
        return notes;
    }
}
