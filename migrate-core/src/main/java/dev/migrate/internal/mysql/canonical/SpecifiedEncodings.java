package dev.migrate.internal.mysql.canonical;

import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Table;

/**
 * The encodings with which the columns of a new table are created. The canonical form, which is for comparisons, omits
 * an encoding that a column inherits anyway; but some servers remember and show that a column specifies it.
 */
public final class SpecifiedEncodings {

    private SpecifiedEncodings() {}

    /** Returns a table in canonical form, except for the encodings of its columns. */
    public static Table in(Table canonical, Table specified) {
        return canonical.withColumns(canonical.columns().stream()
                .map(column -> specified
                        .column(column.name())
                        .map(other -> in(column, other))
                        .orElse(column))
                .toList());
    }

    private static Column in(Column canonical, Column specified) {
        boolean isSpecified = canonical.type() instanceof CharacterType
                && specified.type() instanceof CharacterType type
                && !type.encoding().equals(Encoding.INHERITED);
        return isSpecified ? canonical.toBuilder().type(specified.type()).build() : canonical;
    }
}
