package dev.migrate.examples.springboot.migrations;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** The first books. */
@Revision(id = "003", parents = "002", message = "the first books")
public final class M003InsertClassics implements Migration {

    /** Creates the migration. */
    public M003InsertClassics() {}

    @Override
    public void up(Operations op) {
        op.insert(
                "books",
                rows -> rows.columns("title", "author")
                        .values("Emma", "Jane Austen")
                        .values("Persuasion", "Jane Austen")
                        .values("Middlemarch", "George Eliot"));
    }

    @Override
    public void down(Operations op) {
        op.execute("DELETE FROM books WHERE title IN ('Emma', 'Persuasion', 'Middlemarch')");
    }
}
