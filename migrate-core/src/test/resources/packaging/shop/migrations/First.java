package shop.migrations;

import static dev.migrate.schema.ColumnType.bigint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

@Revision(id = "001")
final class First implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("first", table -> table.column("id", bigint()));
    }
}
