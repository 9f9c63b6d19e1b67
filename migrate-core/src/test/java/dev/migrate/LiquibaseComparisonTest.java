package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Imported changelogs create the schema that Liquibase itself has created. */
class LiquibaseComparisonTest {

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --property name:items value:item

            --changeset ann:1 labels:first
            --comment: the items
            CREATE TABLE ${items} (
                id INT PRIMARY KEY AUTO_INCREMENT, --the key; not a name
                note VARCHAR(80) NOT NULL DEFAULT 'a;b--c' COMMENT 'it''s "quoted"'
            );
            --removed, because no blank follows the dashes
            INSERT INTO item (note) VALUES ('x'); INSERT INTO item (note) VALUES ('y');
            --rollback DROP TABLE item;

            --changeset ann:2 endDelimiter:$$
            CREATE PROCEDURE items() BEGIN SELECT COUNT(*) FROM item; SELECT 2; END
            $$
            CREATE TRIGGER of_item BEFORE INSERT ON item FOR EACH ROW SET NEW.note = UPPER(NEW.note)
            $$
            --rollback DROP TRIGGER of_item $$
            --rollback DROP PROCEDURE items

            --changeset bob:1 splitStatements:false stripComments:false
            CREATE TRIGGER to_item BEFORE UPDATE ON item FOR EACH ROW
            BEGIN
                -- two statements
                SET NEW.note = LOWER(NEW.note);
                SET NEW.note = CONCAT(NEW.note, ';');
            END;
            --rollback DROP TRIGGER to_item;

            --changeset bob:3 endDelimiter:/
            UPDATE item SET note = 'half' WHERE id / 2 = 1
            /
            ALTER TABLE item ADD COLUMN half INT NULL, ADD INDEX ix_half (half)
            /
            --rollback ALTER TABLE item DROP COLUMN half

            --changeset bob:other dbms:oracle
            CREATE TABLE of_another_product (id NUMBER(10));

            --changeset bob:4 splitStatements:true
            CREATE VIEW notes AS SELECT note FROM item;
            /* liquibase rollback
               DROP VIEW notes;
            */
            """;

    private static final String XML = """
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="author table" author="ann lee">
                <comment>authors; and more</comment>
                <createTable tableName="author">
                  <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true"/></column>
                  <column name="name" type="varchar(40)" defaultValue="it's; new" remarks="of the author"/>
                </createTable>
                <createIndex tableName="author" indexName="ix_name"><column name="name"/></createIndex>
              </changeSet>
              <changeSet id="procedure" author="ann lee">
                <createProcedure>CREATE PROCEDURE authors() BEGIN SELECT 1; SELECT 2; END</createProcedure>
                <insert tableName="author"><column name="name" value="-- Changeset a::b"/></insert>
                <addColumn tableName="author"><column name="born" type="date"/></addColumn>
              </changeSet>
            </databaseChangeLog>
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void sendNoStatistics() {
        System.setProperty("liquibase.analytics.enabled", "false");
    }

    private void liquibase(String command, String changelog, TestDatabase database, OutputStream out) throws Exception {
        Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder)), () -> {
            new CommandScope(command)
                    .addArgumentValue("changelogFile", changelog)
                    .addArgumentValue("url", database.url())
                    .setOutput(out)
                    .execute();
        });
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder.resolve("migrations"))
                .build();
    }

    private ImportPlan imported(Path changelog) {
        Authoring authoring = Migrator.builder().build().authoring();
        ImportPlan plan = authoring.planLiquibaseImport(
                changelog, SourceOptions.of("migrations").folder(folder.resolve("migrations")));
        authoring.writeImport(plan);
        return plan;
    }

    /** The database of Liquibase is continued, reverted and migrated again; the result is always the same. */
    private void compare(TestDatabase database, ImportPlan plan) {
        ImportState state = Migrator.builder()
                .dataSource(database.dataSource())
                .build()
                .authoring()
                .compareLiquibase(plan, "DATABASECHANGELOG");
        assertThat(state.problems()).isEmpty();
        assertThat(state.revisions()).hasSameSizeAs(plan.files());

        Migrator migrator = migrator(database);
        migrator.stamp(state.revisions().get(state.revisions().size() - 1));
        assertThat(migrator.authoring().drift().changes()).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aChangelogInSql(TestDatabase database) throws Exception {
        Path changelog = write("changelog.sql", CHANGELOG);
        liquibase("update", "changelog.sql", database, OutputStream.nullOutputStream());
        String rows = database.query("SELECT * FROM item").toString();

        compare(database, imported(changelog));

        migrator(database).downgrade("base");
        assertThat(database.tables())
                .containsExactlyInAnyOrder("alembic_version", "DATABASECHANGELOG", "DATABASECHANGELOGLOCK");
        migrator(database).upgrade("head");
        assertThat(migrator(database).authoring().drift().changes()).isEmpty();
        assertThat(database.query("SELECT * FROM item")).hasToString(rows);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theSqlThatLiquibaseWritesForXml(TestDatabase database) throws Exception {
        write("changelog.xml", XML);
        Path update = folder.resolve("update.sql");
        try (OutputStream out = Files.newOutputStream(update)) {
            liquibase("updateSql", "changelog.xml", database, out);
        }
        liquibase("update", "changelog.xml", database, OutputStream.nullOutputStream());

        compare(database, imported(update));
    }
}
