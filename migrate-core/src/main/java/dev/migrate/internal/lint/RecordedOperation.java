package dev.migrate.internal.lint;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An operation of a migration.
 *
 * @param operation the operation
 * @param schema the schema before it
 * @param created the tables that the migration has created before it, which contain only what it has inserted
 */
record RecordedOperation(Operation operation, RecordedSchema schema, Set<String> created) {

    private static final Pattern ROWS =
            Pattern.compile("^\\s*(INSERT|UPDATE|DELETE|REPLACE|LOAD)\\b", Pattern.CASE_INSENSITIVE);

    RecordedOperation {
        created = Set.copyOf(created);
    }

    /** Whether it concerns only a table that the same migration has created. */
    boolean isOfNewTable() {
        List<TableChange> changes = RecordedSchema.changesOf(operation);
        if (!changes.isEmpty()) {
            return created.contains(changes.get(0).table());
        }
        return (operation instanceof DropTable drop && created.contains(drop.table()))
                || (operation instanceof RenameTable rename && created.contains(rename.from()))
                || (operation instanceof InsertRows insert && created.contains(insert.table()));
    }

    /** Whether it changes rows, as far as its first word shows. */
    boolean changesRows() {
        return operation instanceof InsertRows
                || (operation instanceof ExecuteSql sql
                        && ROWS.matcher(sql.sql()).find());
    }

    /** Whether it changes the schema; SQL and Java code are not analyzed. */
    boolean changesSchema() {
        boolean isOther = operation instanceof InsertRows
                || operation instanceof ExecuteSql
                || operation instanceof ExecuteScript
                || operation instanceof RunCode;
        return !isOther;
    }

    RecordedOperation next(Operation following) {
        Set<String> after = new HashSet<>(created);
        if (operation instanceof CreateTable create) {
            after.add(create.table().name());
        } else if (operation instanceof DropTable drop) {
            after.remove(drop.table());
        } else if (operation instanceof RenameTable rename && after.remove(rename.from())) {
            after.add(rename.to());
        }
        return new RecordedOperation(following, schema.after(operation), after);
    }
}
