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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to change about a column that stays; both sides have the wanted name. */
final class ColumnDiff {

    private final TablePair pair;
    private final Column from;
    private final Column to;

    ColumnDiff(TablePair pair, Column from, Column to) {
        this.pair = pair;
        this.from = from.name().equals(to.name())
                ? from
                : from.toBuilder().name(to.name()).build();
        this.to = to;
    }

    /**
     * Tells whether the column has to be dropped and added: no server changes in place whether a column is computed, and
     * what is computed is not lost; nor can every value be converted.
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

    /** Few types convert to or from shapes, vectors and the types of one product. */
    private static boolean isConvertible(ColumnType from, ColumnType to) {
        if (from instanceof MariaDbType && to instanceof MariaDbType) {
            return from.equals(to);
        }
        if (from.getClass().equals(to.getClass())) {
            return true;
        }
        boolean isShape = from instanceof SpatialType || to instanceof SpatialType;
        boolean isVector = from instanceof VectorType || to instanceof VectorType;
        ColumnType other = from instanceof MariaDbType ? to : from;
        boolean isSpecial = from instanceof MariaDbType || to instanceof MariaDbType;
        return !isShape && !isVector && (!isSpecial || other instanceof StringType || other instanceof TextType);
    }

    boolean losesNull() {
        return from.isNullable() && !to.isNullable();
    }

    boolean gainsNull() {
        return !from.isNullable() && to.isNullable();
    }

    boolean startsToCount() {
        return !from.isAutoIncrement() && to.isAutoIncrement();
    }

    /** Tells whether a foreign key on the column stands in the way. */
    boolean touchesForeignKeys() {
        return isRebuilt()
                || !from.type().equals(to.type())
                || from.isNullable() != to.isNullable()
                || from.isAutoIncrement() != to.isAutoIncrement();
    }

    /** The column as it is. */
    Column from() {
        return from;
    }

    /** The column as it is wanted. */
    Column to() {
        return to;
    }

    /**
     * What changes before the keys do: all but the counting, which needs a key first.
     *
     * @param staysNotNull whether the column cannot allow NULL yet
     * @param position where it goes, or null if it stays
     * @param before where it was
     */
    Optional<TableChange> change(boolean staysNotNull, @Nullable Position position, @Nullable Position before) {
        Column target =
                startsToCount() ? to.toBuilder().noDefault().noAutoIncrement().build() : to;
        if (staysNotNull) {
            target = target.toBuilder().notNull().build();
        }
        boolean isSame = target.equals(from);
        if (isSame && position == null) {
            return Optional.empty();
        }
        if (needsWholeDefinition()) {
            return Optional.of(new RedefineColumn(pair.name(), from.name(), target, position, from, before));
        }
        return Optional.of(
                new AlterColumn(pair.name(), from.name(), to(target, from, position), to(from, target, before)));
    }

    /** What is left of the change for the time when the keys are as they shall be. */
    Optional<TableChange> changeAfterKeys(boolean stayedNotNull) {
        if (startsToCount()) {
            return Optional.of(new AlterColumn(
                    pair.name(), to.name(), ColumnChange.ofAutoIncrement(true), ColumnChange.ofAutoIncrement(false)));
        }
        return stayedNotNull
                ? Optional.of(new AlterColumn(
                        pair.name(), to.name(), ColumnChange.ofNullability(true), ColumnChange.ofNullability(false)))
                : Optional.empty();
    }

    /** Those attributes of the one that the other has not. */
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

    /** A type that names no encoding would keep that of the other. */
    private @Nullable ColumnType type(Column one, Column other) {
        if (one.type().equals(other.type())) {
            return null;
        }
        boolean isOtherEncoding = one.type() instanceof CharacterType type
                && other.type() instanceof CharacterType otherType
                && !type.encoding().equals(otherType.encoding());
        return isOtherEncoding ? pair.explicit(one, pair.to()).type() : one.type();
    }

    /** Whether the attributes cannot be changed one by one. */
    private boolean needsWholeDefinition() {
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

    /** Bytes, and what a question mark may stand for, cannot be repeated from what the server shows. */
    private static boolean isUnreadable(Column column) {
        boolean isBytes = column.defaultValue() instanceof DefaultValue.Constant constant
                && constant.literal() instanceof Literal.Bytes;
        String constants = column.type() + " " + column.defaultValue() + column.generation() + column.check();
        return isBytes || constants.contains("?");
    }

    /** A type whose attributes the server shows elsewhere in the definition. */
    private static boolean isPeculiar(ColumnType type) {
        return type instanceof JsonType || type instanceof SpatialType || type instanceof RawType;
    }

    /** Whether the type decides on how the default is written. */
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

    /** What is lost or can fail, in words. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String name = pair.name() + "." + to.name();
        if (isRebuilt()) {
            if (from.generation() == null && to.generation() == null) {
                notes.add("All values of " + name + " are lost: no server converts them to the new type.");
            } else if (from.generation() == null) {
                notes.add("All values of " + name + " are lost: from now on the server computes them.");
            } else if (to.generation() == null) {
                notes.add(
                        "The values of " + name + " that the server computed are lost; the column starts without any.");
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
            notes.add("This fails if a row contradicts the check of " + name + ".");
        }
        return notes;
    }
}
