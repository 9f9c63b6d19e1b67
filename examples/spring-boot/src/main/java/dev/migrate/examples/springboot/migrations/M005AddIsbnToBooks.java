package dev.migrate.examples.springboot.migrations;

import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Books have an ISBN. */
@Revision(id = "005", parents = "004", message = "books have an ISBN")
public final class M005AddIsbnToBooks implements Migration {

    /** Creates the migration. */
    public M005AddIsbnToBooks() {}

    @Override
    public void up(Operations op) {
        op.addColumn("books", "isbn", varchar(13));
        op.addUniqueConstraint("books", "uq_books_isbn", "isbn");
    }
}
