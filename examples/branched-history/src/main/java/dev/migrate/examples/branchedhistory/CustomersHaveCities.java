package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Follows the merge of both teams' branches. */
@Revision(id = "003", parents = "002", message = "customers have cities")
public final class CustomersHaveCities implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("customers", "city", varchar(100));
    }

    @Override
    public void down(Operations op) {
        op.dropColumn("customers", "city");
    }
}
