package dev.migrate.diff;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Defaults whose value differs from row to row. A server with statement-based replication refuses to add a column with
 * such a default, because a replica would generate other values, but accepts the default for an existing column.
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
        return alone(new AlterColumn(
                table, column.name(), ColumnChange.ofDefault(column.defaultValue()), ColumnChange.ofDefault(null)));
    }

    static AlterTable drop(String table, Column column) {
        return alone(new AlterColumn(
                table, column.name(), ColumnChange.ofDefault(null), ColumnChange.ofDefault(column.defaultValue())));
    }

    /**
     * A change of a column with such a default must be the only one in its statement: together with a new column, it is
     * refused, too.
     */
    static AlterTable alone(TableChange change) {
        return new AlterTable(change.table(), List.of(change));
    }
}
