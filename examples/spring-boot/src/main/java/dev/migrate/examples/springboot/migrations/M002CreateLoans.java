package dev.migrate.examples.springboot.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.date;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Loans of books. */
@Revision(id = "002", parents = "001", message = "loans of books")
public final class M002CreateLoans implements Migration {

    /** Creates the migration. */
    public M002CreateLoans() {}

    @Override
    public void up(Operations op) {
        op.createTable("loans", table -> {
            table.column("id", bigint()).autoIncrement();
            table.column("book_id", bigint()).notNull();
            table.column("borrower", varchar(120)).notNull();
            table.column("due_on", date()).notNull();
            table.primaryKey("id");
            table.foreignKey("fk_loans_book", "book_id").references("books", "id");
        });
        op.createIndex("loans", "ix_loans_due_on", "due_on");
    }
}
