package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SourceException;
import dev.migrate.source.ImportPlan;
import dev.migrate.source.ImportState;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The import of Liquibase's changelogs in SQL and of its own SQL, and the comparison with its table. */
class LiquibaseImportTest {

    /** The columns that the comparison reads, as Liquibase 4.33 creates them. */
    private static final String TABLE = "CREATE TABLE DATABASECHANGELOG (ID VARCHAR(255) NOT NULL, AUTHOR VARCHAR(255)"
            + " NOT NULL, FILENAME VARCHAR(255) NOT NULL, ORDEREXECUTED INT NOT NULL, EXECTYPE VARCHAR(10) NOT NULL)";

    private static final String CHANGELOG = """
            --liquibase formatted sql
            --property name:main value:item

            --changeset ann:create-item
            --comment: the items
            --preconditions onFail:HALT
            CREATE TABLE ${main} (
                id INT PRIMARY KEY, --the key; not a name
                note VARCHAR(80) DEFAULT 'a;b'
            );
            --removed by Liquibase, because no blank follows the dashes
            INSERT INTO item (id) VALUES (1); INSERT INTO item (id) VALUES (2);
            -- up
            UPDATE item SET note = '--text' WHERE id = 1;
            --rollback DROP TABLE item;

            --changeset ann:head runOnChange:true endDelimiter:$$
            DROP PROCEDURE IF EXISTS first_item $$
            CREATE PROCEDURE first_item() BEGIN SELECT 1; SELECT 2; END $$
            DROP TRIGGER IF EXISTS on_item $$
            CREATE TRIGGER on_item BEFORE INSERT ON item FOR EACH ROW SET NEW.note = 'x' $$
            /* liquibase rollback
               DROP TRIGGER on_item $$
               DROP PROCEDURE first_item
            */

            --changeset bob:create-item splitStatements:false context:"test or demo"
            CREATE TRIGGER other BEFORE UPDATE ON item FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END;
            --rollback empty

            --changeset ann:names runOnChange:true runAlways:true
            CREATE OR REPLACE VIEW names AS SELECT id FROM item;

            --changeset ann:always runAlways:true
            DELETE FROM item WHERE id > 10;
            --rollback empty

            --changeset "bob builder":"of other products" dbms:oracle,h2
            CREATE SEQUENCE s;

            --changeset bob:"of one product" dbms:!mariadb
            CREATE TABLE one (id INT);

            --ignoreLines:start
            no SQL
            --ignoreLines:end
            --changeset bob:no-table labels:x
            DROP TABLE one;
            --rollback changesetId:"of one product" changesetAuthor:bob
            """;

    @TempDir
    private Path place = Path.of("");

    private Path write(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file;
    }

    private Path target() {
        return place.resolve("migrations");
    }

    private static Authoring authoring() {
        return Migrator.builder().build().authoring();
    }

    private ImportPlan plan(Path changelog) {
        return authoring()
                .planLiquibaseImport(changelog, SourceOptions.of("migrations").folder(target()));
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(target())
                .build();
    }

    @Test
    void eachChangesetBecomesAFile() throws IOException {
        ImportPlan plan = plan(write("db/items.sql", CHANGELOG));

        assertThat(plan.files())
                .extracting(file -> file.revision().id())
                .containsExactly(
                        "create_item", "_head", "create_item_2", "names", "always", "of_one_product", "no_table");
        assertThat(plan.files())
                .extracting(file -> file.target().getFileName().toString())
                .startsWith("001_create_item.sql", "002__head.sql");
        assertThat(plan.files().get(0).text()).isEqualTo("""
                -- revision: create_item
                -- message: the items

                -- up
                CREATE TABLE item (
                    id INT PRIMARY KEY, -- the key; not a name
                    note VARCHAR(80) DEFAULT 'a;b'
                );
                -- removed by Liquibase, because no blank follows the dashes
                INSERT INTO item (id) VALUES (1);
                INSERT INTO item (id) VALUES (2);
                 -- up
                UPDATE item SET note = '--text' WHERE id = 1;

                -- down
                DROP TABLE item;
                """);
        assertThat(plan.files().get(2).text()).contains("-- parents: create_item\n", "DELIMITER $$", "\n-- down\n");
        assertThat(plan.files())
                .filteredOn(ImportPlan.File::isRepeatable)
                .extracting(ImportPlan.File::text)
                .satisfiesExactly(
                        head -> assertThat(head)
                                .startsWith("-- repeatable: _head\n-- message: head\n\n-- up\n")
                                .contains("\n-- down\nDROP TRIGGER on_item;\nDROP PROCEDURE first_item;\n"),
                        names -> assertThat(names).isEqualTo("""
                                -- repeatable: names
                                -- after: _head
                                -- message: names

                                -- up
                                CREATE OR REPLACE VIEW names AS SELECT id FROM item;
                                """));
        assertThat(plan.tasks())
                .satisfiesExactlyInAnyOrder(
                        task -> assertThat(task).contains("ann:create-item has a precondition", "onFail:HALT"),
                        task -> assertThat(task).contains("ann:names runs with every update", "when it has changed"),
                        task -> assertThat(task).contains("ann:always runs with every update", "it runs once"),
                        task -> assertThat(task).contains("head::ann becomes a repeatable", "after all revisions"),
                        task -> assertThat(task).contains("names::ann becomes a repeatable", "after all revisions"),
                        task -> assertThat(task).contains("bob:create-item is restricted to the contexts test or demo"),
                        task -> assertThat(task).contains("bob builder:of other products is not imported"),
                        task -> assertThat(task).contains("bob:of one product is for mysql only"),
                        task -> assertThat(task).contains("bob:no-table is restricted to the labels x"));
        assertThat(target()).doesNotExist();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theImportedFilesRunInBothDirections(TestDatabase database) throws IOException {
        authoring().writeImport(plan(write("db/items.sql", CHANGELOG)));

        migrator(database).upgrade("head");
        assertThat(database.column("SELECT note FROM item ORDER BY id")).containsExactly("--text", "a;b");
        assertThat(database.tables()).contains("names");
        assertThat(migrator(database).check().pending()).isEmpty();
        migrator(database).downgrade("of_one_product");
        assertThat(database.tables()).containsExactly("alembic_version", "item", "one");
        database.execute("DROP TABLE one");
        migrator(database).stamp("create_item_2");
        migrator(database).downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    private static void insert(TestDatabase database, int order, String id, String author, String file, String type) {
        database.execute("INSERT INTO DATABASECHANGELOG VALUES ('" + id + "', '" + author + "', '" + file + "', "
                + order + ", '" + type + "')");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDatabaseOfLiquibaseIsStamped(TestDatabase database) throws IOException {
        ImportPlan plan = plan(write("db/items.sql", CHANGELOG));
        database.execute(TABLE);
        insert(database, 1, "create-item", "ann", "classpath:db/items.sql", "EXECUTED");
        insert(database, 2, "head", "ann", "classpath:db/items.sql", "RERAN");
        insert(database, 3, "always", "ann", "classpath:db/items.sql", "EXECUTED");
        insert(database, 4, "of one product", "bob", "classpath:db/items.sql", "MARK_RAN");
        String before = database.query("SELECT * FROM DATABASECHANGELOG").toString();

        ImportState state = connected(database).compareLiquibase(plan, "DATABASECHANGELOG");

        assertThat(state.problems()).isEmpty();
        assertThat(state.revisions()).containsExactly("create_item", "create_item_2", "always", "of_one_product");
        assertThat(state.remarks())
                .satisfiesExactlyInAnyOrder(
                        remark -> assertThat(remark).contains("of one product::bob has not run"),
                        remark -> assertThat(remark).contains("head::ann is repeatable. The next upgrade runs it once"),
                        remark -> assertThat(remark).contains("create-item::bob is restricted to contexts or labels"),
                        remark -> assertThat(remark).contains("checksums in Liquibase's table are not compared"));
        authoring().writeImport(plan);
        migrator(database).stamp("of_one_product");
        assertThat(migrator(database).check().pending())
                .extracting(revision -> revision.id())
                .containsExactly("no_table", "_head", "names");
        assertThat(database.query("SELECT * FROM DATABASECHANGELOG").toString()).isEqualTo(before);
    }

    private static Authoring connected(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).build().authoring();
    }

    @DatabaseTest(one = true)
    void differencesFromTheTableAreReported(TestDatabase database) throws IOException {
        database.execute(TABLE);
        insert(database, 1, "of one product", "bob", "items.sql", "EXECUTED");
        insert(database, 2, "create-item", "ann", "items.sql", "EXECUTED");
        insert(database, 3, "gone", "ann", "items.sql", "FAILED");

        ImportState state =
                connected(database).compareLiquibase(plan(write("db/items.sql", CHANGELOG)), "DATABASECHANGELOG");

        assertThat(state.problems())
                .satisfiesExactlyInAnyOrder(
                        failed -> assertThat(failed).contains("gone::ann has failed"),
                        gap -> assertThat(gap).contains("of one product::bob, but not ", "always::ann before it"),
                        gone -> assertThat(gone).contains("gone::ann, but the changelog does not contain it"));
        assertThat(state.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("earlier than the changelog says"));
    }

    @DatabaseTest(one = true)
    void theOutputOfUpdateSqlIsImported(TestDatabase database) throws IOException {
        Path update = write("update.sql", """
                -- *********************************************************************
                -- Update Database Script
                -- *********************************************************************
                -- Change Log: root.xml

                --  Changeset root.xml::1::ann
                -- the first
                CREATE TABLE shop.a (id INT NULL COMMENT 'shop.a');

                INSERT INTO shop.DATABASECHANGELOG (ID, AUTHOR) VALUES ('1', 'ann');

                -- Changeset more/views.xml::two words::ann lee
                CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; SET @b = 2; END;

                INSERT INTO DATABASECHANGELOG (ID, AUTHOR) VALUES ('two words', 'ann lee');

                -- Release Database Lock
                UPDATE DATABASECHANGELOGLOCK SET `LOCKED` = 0;

                """);

        ImportPlan plan = plan(update);

        assertThat(plan.files())
                .extracting(ImportPlan.File::name)
                .containsExactly("root.xml::1::ann", "more/views.xml::two words::ann lee");
        authoring().writeImport(plan);
        migrator(database).upgrade("head");
        assertThat(database.tables()).containsExactly("a", "alembic_version");
        migrator(database).downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsFiles() throws IOException {
        write("db/b.sql", "\n-- liquibase formatted sql\n--changeset x:1\nSELECT 1;\n");
        write("db/a/z.sql", """
                --liquibase formatted sql logicalFilePath:one.sql endDelimiter:\\n/
                --changeset x:1
                SELECT 4 / 2
                /
                SELECT 3
                --rollback SELECT 6;
                --rollback SELECT 7;
                """);
        write("db/data.sql", "SELECT 5;");

        List<ImportPlan.File> files = plan(place.resolve("db")).files();

        assertThat(files)
                .extracting(ImportPlan.File::name)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("one.sql::1::x"),
                        second -> assertThat(second).endsWith("db/b.sql::1::x"));
        assertThat(files.get(0).text()).endsWith("SELECT 4 / 2;\nSELECT 3;\n\n-- down\nSELECT 6;\nSELECT 7;\n");
    }

    @ParameterizedTest
    @CsvSource({
        "root.xml, XML, <databaseChangeLog/>",
        "root.yaml, YAML, databaseChangeLog:",
        "root.yml, YAML, databaseChangeLog:",
        "root.JSON, JSON, {\"databaseChangeLog\": []}"
    })
    void aChangelogInAnotherFormatIsRejectedWithTheCommandForItsSql(String name, String format, String text)
            throws IOException {
        Path file = place.resolve(name);
        Files.writeString(file, text + "é", StandardCharsets.ISO_8859_1);

        for (Path path : List.of(file, place)) {
            assertThatThrownBy(() -> plan(path))
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining(file + " is a changelog in " + format + ". Only changelogs in SQL")
                    .hasMessageContaining("liquibase update-sql --changelog-file=" + name + " --url=JDBC_URL");
        }
    }

    @Test
    void aFolderMayContainChangelogsThatAreNotRead() throws IOException {
        write("db/a.sql", "--liquibase formatted sql\n--changeset x:1\nSELECT 1;\n");
        Path root = write("db/root.xml", "<databaseChangeLog/>");
        write("db/application.yaml", "spring:\n");

        assertThat(plan(place.resolve("db")).tasks())
                .singleElement()
                .asString()
                .startsWith(root + " is a changelog in XML and was not read.");
    }

    @Test
    void whatCannotBeImportedIsRejected() throws IOException {
        Path script = write("script.sql", "SELECT 1;\n");
        Path missing = place.resolve("missing.xml");
        Path regex = write("regex.sql", "--liquibase formatted sql\n--changeset x:1 endDelimiter:[;]+\nSELECT 1;\n");

        assertThatThrownBy(() -> plan(script))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("script.sql is neither a changelog in SQL")
                .hasMessageContaining("liquibase update-sql --changelog-file=CHANGELOG");
        assertThatThrownBy(() -> plan(missing))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("missing.xml cannot be read");
        assertThatThrownBy(() -> plan(regex))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("the delimiter [;]+, a regular expression");
    }
}
