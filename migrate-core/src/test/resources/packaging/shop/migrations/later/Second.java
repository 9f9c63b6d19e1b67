package shop.migrations.later;

import static dev.migrate.schema.ColumnType.bigint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "002", parents = "001")
final class Second implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("second", table -> table.column("id", bigint()));
    }
}
