package dev.migrate.examples.branchedhistory;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Created by the search team in parallel with the billing team. */
@Revision(id = "s1", parents = "001", labels = "search", message = "search terms")
public final class SearchTerms implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("search_terms", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("term", varchar(100)).notNull();
            t.primaryKey("id");
        });
    }

    @Override
    public void down(Operations op) {
        op.dropTable("search_terms");
    }
}
