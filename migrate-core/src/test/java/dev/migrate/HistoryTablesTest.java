package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;

/** The version table and the journal are never part of a comparison, whatever their names. */
class HistoryTablesTest {

    @Revision(id = "001", message = "nothing")
    static final class Nothing implements Migration {
        @Override
        public void up(Operations op) {}
    }

    @DatabaseTest
    void areNotComparedEvenIfTheNameOfTheJournalIsTruncated(TestDatabase database) {
        Migrator migrator = Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Nothing())
                .versionTable("v".repeat(60))
                .model(Model.of(Schema.builder().build()))
                .build();

        migrator.upgrade("head");

        assertThat(migrator.authoring().diff().changes()).isEmpty();
    }
}
