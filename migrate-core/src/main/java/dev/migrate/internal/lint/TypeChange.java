package dev.migrate.internal.lint;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import java.util.Optional;

/** A new type of an existing column. */
record TypeChange(String column, ColumnType before, ColumnType after) {

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

    private static Optional<ColumnType> type(RecordedChange recorded, String column) {
        return recorded.column(column).map(Column::type);
    }

    private static Optional<TypeChange> of(String column, Optional<ColumnType> before, ColumnType after) {
        return before.filter(type -> !type.equals(after)).map(type -> new TypeChange(column, type, after));
    }
}
