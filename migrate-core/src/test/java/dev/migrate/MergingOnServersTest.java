package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomAdditions;
import dev.migrate.testing.RandomChanges;
import dev.migrate.testing.TestDatabase;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Merged changes result in the same table as separate ones. */
class MergingOnServersTest {

    @Revision(id = "001")
    private record Changing(Consumer<Operations> changes, boolean isKeptSeparate) implements Migration {
        @Override
        public void up(Operations op) {
            if (isKeptSeparate) {
                op.keepSeparate();
            }
            changes.accept(op);
        }
    }

    @DatabaseTest
    void mergedAndSeparateChangesLeaveTheSameTable(TestDatabase database) {
        Property.of(RandomChanges::of, changes -> Stream.<RandomChanges>empty())
                .holds(
                        4,
                        changes -> assertThat(tableAfter(database, RandomChanges.TABLE, changes::record, false))
                                .isEqualTo(tableAfter(database, RandomChanges.TABLE, changes::record, true)));
    }

    @DatabaseTest
    void additionsToANewTableLeaveTheSameTableAsPartOfItsCreation(TestDatabase database) {
        Property.of(RandomAdditions::of, additions -> Stream.<RandomAdditions>empty())
                .holds(
                        6,
                        additions -> assertThat(tableAfter(database, RandomAdditions.PARENT, additions::record, false))
                                .isEqualTo(tableAfter(database, RandomAdditions.PARENT, additions::record, true)));
    }

    private static String tableAfter(
            TestDatabase database, String existing, Consumer<Operations> changes, boolean isKeptSeparate) {
        database.execute(
                "DROP TABLE IF EXISTS t",
                "DROP TABLE IF EXISTS p",
                "DROP TABLE IF EXISTS alembic_version",
                "DROP TABLE IF EXISTS alembic_version_journal",
                existing);
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Changing(changes, isKeptSeparate))
                .build()
                .upgrade("head");
        return database.query("SHOW CREATE TABLE t").get(0).get(1);
    }
}
