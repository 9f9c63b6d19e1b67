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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import of Flyway's migrations, and the comparison with its history table. */
class FlywayImportTest {

    /** The table as Flyway 11 creates it. */
    private static final String TABLE = """
            CREATE TABLE flyway_schema_history (
                installed_rank INT NOT NULL,
                version VARCHAR(50),
                description VARCHAR(200) NOT NULL,
                type VARCHAR(20) NOT NULL,
                script VARCHAR(1000) NOT NULL,
                checksum INT,
                installed_by VARCHAR(100) NOT NULL,
                installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                execution_time INT NOT NULL,
                success BOOL NOT NULL,
                CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank)
            ) ENGINE=InnoDB""";

    private static final String FIRST = "CREATE TABLE a (id INT PRIMARY KEY);\r\nINSERT INTO a VALUES (1);\r\n";

    /** Computed by Flyway's algorithm with another program (Python's zlib.crc32 of the lines without their ends). */
    private static final int CHECKSUM_OF_FIRST = -2070377759;

    @TempDir
    private Path place = Path.of("");

    private Path flyway = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        flyway = Files.createDirectories(place.resolve("db/migration"));
        target = place.resolve("migrations");
        write("V1__create_a.sql", FIRST);
        write("V1_10__later.sql", "CREATE TABLE c (id INT);\n");
        write("V1_2__create_b.sql", "CREATE TABLE b (id INT);\n-- up\nINSERT INTO b VALUES (7);");
        write("U1.2__create_b.sql", "DROP TABLE b;\n");
        write("R__the_view.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a;\n");
        write("notes.txt", "no migration");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(flyway.resolve(name), text);
    }

    private static Authoring authoring() {
        return Migrator.builder().build().authoring();
    }

    private ImportPlan plan() {
        return authoring()
                .planFlywayImport(flyway, SourceOptions.of("migrations").folder(target));
    }

    private Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(target)
                .build();
    }

    @Test
    void keepsTheOrderOfTheVersionsAndTheStatements() {
        ImportPlan plan = plan();

        assertThat(plan.files())
                .extracting(file -> file.revision().id())
                .containsExactly("1", "1.2", "1.10", "R_the_view");
        assertThat(plan.files())
                .extracting(file -> file.revision().parents())
                .containsExactly(List.of(), List.of("1"), List.of("1.2"), List.of());
        assertThat(plan.files().get(1).text()).isEqualTo("""
                -- revision: 1.2
                -- parents: 1
                -- message: create b

                -- up
                CREATE TABLE b (id INT);
                 -- up
                INSERT INTO b VALUES (7);

                -- down
                DROP TABLE b;
                """);
        assertThat(plan.files().get(0).checksum()).isEqualTo(CHECKSUM_OF_FIRST);
        assertThat(plan.tasks()).isEmpty();
        assertThat(plan.files().get(3).text()).startsWith("-- repeatable: R_the_view\n-- message: the view\n");
        assertThat(target).doesNotExist();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theImportedFilesCreateTheSchema(TestDatabase database) {
        authoring().writeImport(plan());

        migrator(database).upgrade("head");
        assertThat(database.tables()).containsExactly("a", "alembic_version", "b", "c", "v");

        migrator(database).stamp("1.10");
        migrator(database).downgrade("1");
        assertThat(database.tables()).containsExactly("a", "alembic_version");
    }

    private void insert(
            TestDatabase database, int rank, String version, String type, String script, @Nullable Object checksum) {
        database.execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (" + rank + ", " + version + ", 'x', '" + type
                        + "', '"
                        + script + "', " + checksum + ", 'me', 1, 1)");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aDatabaseOfFlywayIsStamped(TestDatabase database) {
        database.execute(TABLE);
        insert(database, 1, "'1'", "SQL", "V1__create_a.sql", CHECKSUM_OF_FIRST);
        insert(
                database,
                2,
                "'1.2'",
                "SQL",
                "V1_2__create_b.sql",
                plan().files().get(1).checksum());
        String before = database.query("SELECT * FROM flyway_schema_history").toString();

        ImportState state = connected(database).compareFlyway(plan(), "flyway_schema_history");

        assertThat(state.problems()).isEmpty();
        assertThat(state.revisions()).containsExactly("1", "1.2");
        authoring().writeImport(plan());
        assertThat(migrator(database).stamp("1.2").after()).containsExactly("1.2");
        assertThat(migrator(database).check().pending())
                .extracting(revision -> revision.id())
                .containsExactly("1.10", "R_the_view");
        assertThat(database.query("SELECT * FROM flyway_schema_history").toString())
                .isEqualTo(before);
    }

    private static Authoring connected(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).build().authoring();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void differencesFromTheHistoryAreReported(TestDatabase database) {
        database.execute(TABLE);
        insert(database, 1, "'1'", "SQL", "V1__create_a.sql", 12);
        insert(
                database,
                2,
                "'1.10'",
                "SQL",
                "V1_10__later.sql",
                plan().files().get(2).checksum());
        insert(database, 3, "'9'", "SQL", "V9__gone.sql", 5);
        insert(database, 4, "'10'", "SQL", "V10__failed.sql", 5);
        database.execute("UPDATE flyway_schema_history SET success = 0 WHERE installed_rank = 4");

        assertThat(connected(database)
                        .compareFlyway(plan(), "flyway_schema_history")
                        .problems())
                .satisfiesExactlyInAnyOrder(
                        failed -> assertThat(failed).contains("V10__failed.sql has failed"),
                        changed -> assertThat(changed)
                                .contains("V1__create_a.sql has changed", "is " + CHECKSUM_OF_FIRST, "12"),
                        gap -> assertThat(gap).contains("V1_10__later.sql, but not ", "V1_2__create_b.sql"),
                        gone -> assertThat(gone).contains("V9__gone.sql, but the folder does not contain it"));
    }

    @DatabaseTest(one = true)
    void aBaselineCoversTheVersionsBeforeIt(TestDatabase database) {
        database.execute(TABLE);
        insert(database, 1, "'1.2.0'", "BASELINE", "<< Flyway Baseline >>", "NULL");

        assertThat(connected(database)
                        .compareFlyway(plan(), "flyway_schema_history")
                        .revisions())
                .containsExactly("1", "1.2");
    }

    @Test
    void javaMigrationsAndPlaceholdersAreTasks() throws IOException {
        write("V2__code.java", "class V2__code {}");
        write("V3__schema.sql", "CREATE TABLE ${schema}_t (id INT); -- ${flyway:user}\n");

        ImportPlan plan = plan();

        assertThat(plan.files().get(3).text())
                .contains("@Revision(id = \"2\", parents = \"1.10\", message = \"code\")");
        assertThat(plan.tasks())
                .anySatisfy(task -> assertThat(task).contains("V2__code.java is a Java class"))
                .anySatisfy(task -> assertThat(task).contains("placeholder-in-quotes.schema = VALUE"))
                .anySatisfy(task -> assertThat(task).contains("contains ${flyway:user}. Write its value"));
        authoring().writeImport(plan);
        assertThat(Migrator.builder()
                        .sources(target)
                        .build()
                        .authoring()
                        .heads()
                        .get(0)
                        .revision()
                        .id())
                .isEqualTo("3");
    }

    @Test
    void nothingIsOverwrittenAndTwoEqualVersionsAreRejected() throws IOException {
        authoring().writeImport(plan());
        assertThatThrownBy(() -> authoring().writeImport(plan()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("already");

        write("V01__again.sql", "SELECT 1;");
        assertThatThrownBy(this::plan)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("have the same version");
    }
}
