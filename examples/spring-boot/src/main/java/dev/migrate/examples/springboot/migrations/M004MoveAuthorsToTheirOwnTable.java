package dev.migrate.examples.springboot.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Authors have their own table. */
@Revision(id = "004", parents = "003", message = "authors have their own table")
public final class M004MoveAuthorsToTheirOwnTable implements Migration {

    /** Creates the migration. */
    public M004MoveAuthorsToTheirOwnTable() {}

    @Override
    public void up(Operations op) {
        op.createTable("authors", table -> {
            table.column("id", bigint()).autoIncrement();
            table.column("name", varchar(120)).notNull();
            table.primaryKey("id");
            table.uniqueConstraint("uq_authors_name", "name");
        });
        op.execute("INSERT INTO authors (name) SELECT DISTINCT author FROM books ORDER BY author");
        op.addColumn("books", "author_id", bigint());
        op.execute("UPDATE books JOIN authors ON authors.name = books.author SET books.author_id = authors.id");
        op.addForeignKey("books", "fk_books_author", "author_id", key -> key.references("authors", "id"));
        op.dropColumn("books", "author");
    }

    @Override
    public void down(Operations op) {
        op.addColumn("books", "author", varchar(120), column -> column.notNull().defaultValue(""));
        op.execute("UPDATE books JOIN authors ON authors.id = books.author_id SET books.author = authors.name");
        op.alterColumn("books", "author", column -> column.noDefault());
        op.dropForeignKey("books", "fk_books_author");
        op.dropColumn("books", "author_id");
        op.dropTable("authors");
    }
}
