package dev.migrate.internal.mysql.introspect;

import dev.migrate.schema.Column;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The primary key that MySQL adds to a table without one, with {@code sql_generate_invisible_primary_key}. No model
 * declares it, so it is kept until the table gets a primary key of its own.
 */
final class GeneratedKey {

    private static final String COLUMN = "my_row_id";

    private GeneratedKey() {}

    /** Returns the target table with the generated key of the existing table, if it has one and needs it. */
    static Table keep(Table wanted, @Nullable Table actual) {
        Optional<Column> key = actual == null ? Optional.empty() : of(actual);
        if (key.isEmpty()
                || !wanted.primaryKey().isEmpty()
                || wanted.column(COLUMN).isPresent()) {
            return wanted;
        }
        List<Column> columns = new ArrayList<>(List.of(key.get()));
        columns.addAll(wanted.columns());
        return wanted.withColumns(columns).withPrimaryKey(List.of(KeyPart.column(COLUMN)));
    }

    private static Optional<Column> of(Table actual) {
        boolean isKey = actual.primaryKey().equals(List.of(KeyPart.column(COLUMN)));
        return isKey ? actual.column(COLUMN).filter(Column::isInvisible) : Optional.empty();
    }
}
