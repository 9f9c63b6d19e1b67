package dev.migrate.micrometer;

import static dev.migrate.schema.ColumnType.integer;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.TestDatabase;

/** Two migrations; the second one fails unless the table {@code other} exists. */
final class FailingMigrations {

    private FailingMigrations() {}

    @Revision(id = "1", message = "create a table")
    static final class Table implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("t", t -> t.column("id", integer()));
        }
    }

    @Revision(id = "2", parents = "1", message = "insert two rows")
    static final class Rows implements Migration {
        @Override
        public void up(Operations op) {
            op.keepSeparate();
            op.executeReversible("INSERT INTO t VALUES (1)", "DELETE FROM t");
            op.executeReversible("INSERT INTO other VALUES (1)", "DELETE FROM other");
        }
    }

    static MigratorBuilder builder(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).migrations(new Table(), new Rows());
    }

    static void makePossible(TestDatabase database) {
        database.execute("CREATE TABLE other (id INT)");
    }
}
