package dev.migrate.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.revision.RevisionNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations in SQL files. */
class SqlFileTest {

    private static Optional<LoadedMigration> read(String text) {
        return SqlFile.read("db/003.sql", text.getBytes(StandardCharsets.UTF_8));
    }

    private static SqlMigration migration(String text) {
        return (SqlMigration) read(text).orElseThrow().migration();
    }

    @Test
    void readsTheHeader() {
        RevisionNode revision = read("""
                /* Copyright: Example Ltd. */
                # A comment
                -- revision: 003
                -- parents: 001, 002
                -- labels: billing  reports
                -- Depends-On: a1
                -- message: Füge Rechnungen hinzu: alle
                CREATE TABLE a (id INT);
                -- message: not of the header
                """).orElseThrow().revision();

        assertThat(revision)
                .isEqualTo(new RevisionNode(
                        "003",
                        List.of("001", "002"),
                        List.of("billing", "reports"),
                        List.of("a1"),
                        "Füge Rechnungen hinzu: alle"));
    }

    @Test
    void onlyTheRevisionIsRequired() {
        LoadedMigration loaded = read("--revision: 1").orElseThrow();

        assertThat(loaded.revision()).isEqualTo(new RevisionNode("1", List.of(), List.of(), List.of(), ""));
        assertThat(((SqlMigration) loaded.migration()).upScript()).isEmpty();
    }

    @Test
    void aPartKeepsItsLinesInTheFile() {
        SqlMigration migration = migration("""
                -- revision: 1

                -- up
                CREATE TABLE a (id INT);

                -- down
                DROP TABLE a;
                """);

        assertThat(migration.upText()).isEqualTo("\n\n\nCREATE TABLE a (id INT);\n");
        assertThat(migration.downText()).contains("\n\n\n\n\n\nDROP TABLE a;");
    }

    @Test
    void withoutMarkersEverythingAfterTheHeaderIsTheUpgrade() {
        SqlMigration migration = migration("-- revision: 1\nCREATE TABLE a (id INT);\n");

        assertThat(migration.upText()).isEqualTo("\nCREATE TABLE a (id INT);");
        assertThat(migration.hasDerivedDown()).isTrue();
    }

    @Test
    void lineEndingsAndTheByteOrderMarkDoNotMatter() {
        String text = "-- revision: 1\n-- up\nSELECT 'ä';\n-- down\nSELECT 2;\n";

        assertThat(read("\ufeff" + text.replace("\n", "\r\n")).orElseThrow())
                .isEqualTo(read(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT 1;",
                "-- labels: x\nSELECT 1;",
                "-- Note: a script\nSELECT 1;",
                "SELECT 1;\n-- revision: 1\n",
                "/*! SET @a = 1 */;\n-- revision: 1\n",
                "/*\n two lines */ SELECT 1;\n-- revision: 1\n"
            })
    void aFileWithoutARevisionIsNoMigration(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void aScriptThatIsNoMigrationMayHaveAnyEncoding() {
        assertThat(SqlFile.read("a.sql", "SELECT 'ä';".getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- parents: 1                                  | line 1, "parents" is declared, but there is no "-- revision:"
            -- revision:                                   | line 1, "revision" has no value
            -- revision: 1\\n-- parent: 2                  | line 2, the header contains an unknown key: -- parent: 2
            -- revision: 1\\n-- revision: 2                | line 2, "revision" is declared again
            -- revision: 1\\n-- irreversible:              | line 2, "irreversible" has no value
            -- revision: 1\\n-- limit-ddl: lock=none         | line 2, "limitDdl" has no reason
            -- revision: 1\\n-- limit-ddl: lock=no x         | line 2, "no" is not a value of lock
            -- revision: 1\\n-- limit-ddl: rows=-1 x         | line 2, "-1" is not a value of rows
            -- limit-ddl: lock=none x                       | line 1, "limitDdl" is declared, but there is no "-- revision:"
            -- revision: 1\\n-- after: x                     | line 2, "after" is declared, but this is no repeatable migration
            -- after: x                                    | line 1, "after" is declared, but there is no "-- revision:"
            -- repeatable: v\\n-- parents: 1                | line 2, "parents" is declared, but this is a repeatable migration
            -- repeatable: v\\n-- revision: 1               | line 2, "revision" is declared, but this is a repeatable migration
            -- repeatable:                                 | line 1, "repeatable" has no value
            -- revision: 1\\n-- up\\nX;\\n-- up            | line 4, there is a second "-- up"
            -- revision: 1\\n-- down\\nX;\\n-- up          | line 4, the "-- up" part is after the "-- down" part
            -- revision: 1\\nX;\\n-- up                    | line 2, there is a statement before "-- up"
            -- revision: 1\\n-- irreversible: x\\n-- down  | line 3, there is a "-- down" part, but the header declares
            """)
    void anErrorNamesTheFileAndTheLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("The migration db/003.sql is not valid: in " + message);
    }

    @Test
    void aMigrationInAnotherEncodingIsRejected() {
        byte[] content = "-- revision: 1\nSELECT 'ä';".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SqlFile.read("db/003.sql", content))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("db/003.sql cannot be read: it is not encoded in UTF-8: in line 2, byte 9 is E4");
    }
}
