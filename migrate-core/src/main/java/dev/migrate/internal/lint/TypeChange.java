package dev.migrate.internal.lint;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.SetType;
import dev.migrate.schema.StringType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A new type of an existing column. */
record TypeChange(String column, ColumnType before, ColumnType after) {

    private static final int BYTES_OF_SHORT_LENGTH = 255;

    /** Returns the change; empty if there is none or if the previous type is not known. */
    static Optional<TypeChange> of(RecordedChange recorded) {
        TableChange change = recorded.change();
        if (change instanceof AlterColumn alter && alter.change().type() != null) {
            Optional<ColumnType> before = alter.before() == null
                    ? type(recorded, alter.column())
                    : Optional.ofNullable(alter.before().type());
            return of(alter.column(), before, alter.change().type());
        }
        if (change instanceof RedefineColumn redefine) {
            Optional<ColumnType> before = redefine.before() == null
                    ? type(recorded, redefine.column())
                    : Optional.of(redefine.before().type());
            return of(redefine.column(), before, redefine.definition().type());
        }
        return Optional.empty();
    }

    /**
     * Returns whether every value is kept as it is stored: members are appended, or a VARCHAR gets longer on the same side of
     * 255 bytes, where the server stores the length in one byte.
     */
    boolean isExtension() {
        return appendsMembers()
                || (before instanceof StringType from && after instanceof StringType to && isLonger(from, to));
    }

    /** Returns whether members are appended to an ENUM or a SET. */
    boolean appendsMembers() {
        if (before instanceof EnumType from && after instanceof EnumType to) {
            return isPrefix(from.members(), to.members());
        }
        return before instanceof SetType from && after instanceof SetType to && isPrefix(from.members(), to.members());
    }

    static boolean isPrefix(List<String> some, List<String> all) {
        return some.size() <= all.size() && all.subList(0, some.size()).equals(some);
    }

    private static boolean isLonger(StringType from, StringType to) {
        boolean isVariable = from.kind() == StringType.Kind.VARCHAR && to.kind() == StringType.Kind.VARCHAR;
        return isVariable
                && from.encoding().equals(to.encoding())
                && to.length() >= from.length()
                && isShort(from) == isShort(to);
    }

    private static boolean isShort(StringType type) {
        return type.length() * bytesOfCharacter(type.charset()) <= BYTES_OF_SHORT_LENGTH;
    }

    /** Four, if the column inherits its character set. */
    private static int bytesOfCharacter(@Nullable String charset) {
        return switch (charset == null ? "" : charset.toLowerCase(Locale.ROOT)) {
            case "ascii", "latin1" -> 1;
            case "utf8", "utf8mb3" -> 3;
            default -> 4;
        };
    }

    private static Optional<ColumnType> type(RecordedChange recorded, String column) {
        return recorded.column(column).map(Column::type);
    }

    private static Optional<TypeChange> of(String column, Optional<ColumnType> before, ColumnType after) {
        return before.filter(type -> !type.equals(after)).map(type -> new TypeChange(column, type, after));
    }
}
