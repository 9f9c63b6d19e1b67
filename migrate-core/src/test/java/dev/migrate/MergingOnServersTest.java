package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomAdditions;
import dev.migrate.testing.RandomChanges;
import dev.migrate.testing.RandomOperations;
import dev.migrate.testing.TestDatabase;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Merged changes result in the same table as separate ones. */
class MergingOnServersTest {

    @Revision(id = "001")
    private record Changing(RandomOperations operations, boolean isKeptSeparate) implements Migration {
        @Override
        public void up(Operations op) {
            if (isKeptSeparate) {
                op.keepSeparate();
            }
            operations.record(op);
        }
    }

    @DatabaseTest
    void mergedAndSeparateChangesLeaveTheSameTable(TestDatabase database) {
        requireSameTable(database, RandomChanges::of, 4, RandomChanges.TABLE);
    }

    @DatabaseTest
    void additionsToANewTableLeaveTheSameTableAsPartOfItsCreation(TestDatabase database) {
        requireSameTable(database, RandomAdditions::of, 6, RandomAdditions.PARENT);
    }

    private static void requireSameTable(
            TestDatabase database, Function<Random, RandomOperations> generator, int cases, String existing) {
        Property.of(generator, operations -> Stream.<RandomOperations>empty())
                .holds(
                        cases,
                        operations -> assertThat(tableAfter(database, existing, operations, false))
                                .isEqualTo(tableAfter(database, existing, operations, true)));
    }

    private static String tableAfter(
            TestDatabase database, String existing, RandomOperations operations, boolean isKeptSeparate) {
        database.execute(
                "DROP TABLE IF EXISTS t",
                "DROP TABLE IF EXISTS p",
                "DROP TABLE IF EXISTS alembic_version",
                "DROP TABLE IF EXISTS alembic_version_journal",
                existing);
        Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Changing(operations, isKeptSeparate))
                .build()
                .upgrade("head");
        return database.query("SHOW CREATE TABLE t").get(0).get(1);
    }
}
