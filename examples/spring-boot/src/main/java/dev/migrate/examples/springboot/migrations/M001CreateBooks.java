package dev.migrate.examples.springboot.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Books. */
@Revision(id = "001", message = "books")
public final class M001CreateBooks implements Migration {

    /** Creates the migration. */
    public M001CreateBooks() {}

    @Override
    public void up(Operations op) {
        op.createTable("books", table -> {
            table.column("id", bigint()).autoIncrement();
            table.column("title", varchar(200)).notNull();
            table.column("author", varchar(120)).notNull();
            table.primaryKey("id");
        });
    }
}
