package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomChanges;
import dev.migrate.testing.TestDatabase;
import java.util.stream.Stream;

/** Merged changes result in the same table as separate ones. */
class MergingOnServersTest {

    @Revision(id = "001")
    private record Changing(RandomChanges changes, boolean isKeptSeparate) implements Migration {
        @Override
        public void up(Operations op) {
            if (isKeptSeparate) {
                op.keepSeparate();
            }
            changes.record(op);
        }
    }

    @DatabaseTest
    void mergedAndSeparateChangesLeaveTheSameTable(TestDatabase database) {
        Property.of(RandomChanges::of, changes -> Stream.<RandomChanges>empty())
                .holds(
                        4,
                        changes -> assertThat(tableAfter(database, new Changing(changes, false)))
                                .isEqualTo(tableAfter(database, new Changing(changes, true))));
    }

    private static String tableAfter(TestDatabase database, Changing migration) {
        database.execute(
                "DROP TABLE IF EXISTS t",
                "DROP TABLE IF EXISTS alembic_version",
                "DROP TABLE IF EXISTS alembic_version_journal",
                RandomChanges.TABLE);
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(migration)
                .build()
                .upgrade("head");
        return database.query("SHOW CREATE TABLE t").get(0).get(1);
    }
}
