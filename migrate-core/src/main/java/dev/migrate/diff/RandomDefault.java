package dev.migrate.diff;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.NewDefault;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Defaults whose value is another one for each row. MySQL adds no column with such a default where it writes a binary log,
 * since a replica would fill in other values (error 1674); but it gives one to a column that is there.
 */
final class RandomDefault {

    private static final Pattern RANDOM =
            Pattern.compile("(?i)\\b(uuid|uuid_short|uuid_v4|uuid_v7|sys_guid|rand|random_bytes|sysdate)\\s*\\(");

    private RandomDefault() {}

    static boolean isIn(Column column) {
        return column.defaultValue() instanceof DefaultValue.Expression expression
                && RANDOM.matcher(expression.sql()).find();
    }

    static AlterTable set(String table, Column column) {
        return alone(new AlterColumn(table, column.name(), change(column.defaultValue()), change(null)));
    }

    static AlterTable drop(String table, Column column) {
        return alone(new AlterColumn(table, column.name(), change(null), change(column.defaultValue())));
    }

    /** For a change of a column that has such a default: beside a new column, MySQL refuses that as well. */
    static AlterTable alone(TableChange change) {
        return new AlterTable(change.table(), List.of(change));
    }

    private static ColumnChange change(@Nullable DefaultValue value) {
        return new ColumnChange(null, null, null, new NewDefault(value), null, null, null, null, null);
    }
}
