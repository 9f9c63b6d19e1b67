package dev.migrate.internal.lint;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import java.util.Set;
import java.util.regex.Pattern;

/** Operations that change rows. */
final class RowChanges {

    private static final Pattern ROWS =
            Pattern.compile("^\\s*(INSERT|UPDATE|DELETE|REPLACE|LOAD)\\b", Pattern.CASE_INSENSITIVE);

    private RowChanges() {}

    /** Whether an operation changes rows of a table that existed before; rows of new tables are initial data. */
    static boolean isRowChange(Operation operation, Set<String> createdTables) {
        if (operation instanceof InsertRows insert) {
            return !createdTables.contains(insert.table());
        }
        return operation instanceof ExecuteSql sql && ROWS.matcher(sql.sql()).find();
    }
}
