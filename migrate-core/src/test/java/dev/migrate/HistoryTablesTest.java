package dev.migrate;

import static dev.migrate.schema.ColumnType.integer;
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

    private static Migrator migrator(TestDatabase database, String versionTable, Schema model) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .migrations(new Nothing())
                .versionTable(versionTable)
                .model(Model.of(model))
                .build();
    }

    @DatabaseTest
    void thoseOfOtherModulesAndToolsAreNotComparedEither(TestDatabase database) {
        Schema empty = Schema.builder().build();
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY)",
                "CREATE TABLE DATABASECHANGELOG (id VARCHAR(255))",
                "CREATE TABLE DATABASECHANGELOGLOCK (id INT PRIMARY KEY)");
        migrator(database, "version_of_a", empty).upgrade("head");
        Migrator other = migrator(database, "version_of_b", empty);
        other.upgrade("head");

        assertThat(other.authoring().diff().changes()).isEmpty();
    }

    @DatabaseTest
    void aTableOfTheModelIsComparedWhateverItsName(TestDatabase database) {
        database.execute("CREATE TABLE flyway_schema_history (id INT)");
        Schema model = Schema.builder()
                .table("flyway_schema_history", t -> {
                    t.column("id", integer());
                    t.column("added", integer());
                })
                .build();

        assertThat(migrator(database, "alembic_version", model)
                        .authoring()
                        .diff()
                        .changes())
                .hasSize(1);
    }

    @DatabaseTest
    void aTableThatOnlyLooksLikeAJournalIsCompared(TestDatabase database) {
        database.execute("CREATE TABLE booking (id INT)", "CREATE TABLE booking_journal (id INT)");

        assertThat(migrator(database, "alembic_version", Schema.builder().build())
                        .authoring()
                        .diff()
                        .changes())
                .hasSize(2);
    }
}
