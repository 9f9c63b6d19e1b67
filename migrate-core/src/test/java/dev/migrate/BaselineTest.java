package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SourceException;
import dev.migrate.plan.NewRevision;
import dev.migrate.source.SourceFormat;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The first migration of a database that has tables and no history. */
class BaselineTest {

    @TempDir
    private Path place = Path.of("");

    private Migrator migrator(TestDatabase database, SourceFormat format) {
        Path folder = place.resolve(format.name());
        MigratorBuilder builder = Migrator.builder().dataSource(database.dataSource());
        return (folder.toFile().exists() ? builder.sources(folder) : builder).build();
    }

    private SourceOptions options(SourceFormat format) {
        return SourceOptions.of("migrations")
                .folder(place.resolve(format.name()))
                .format(format);
    }

    private static void create(TestDatabase database) {
        database.execute(
                "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(40) NOT NULL DEFAULT 'x' COMMENT 'who')"
                        + " DEFAULT CHARACTER SET latin1",
                "CREATE TABLE book (id INT PRIMARY KEY, author INT, KEY ix (author),"
                        + " CONSTRAINT fk FOREIGN KEY (author) REFERENCES author (id) ON DELETE CASCADE)",
                "CREATE VIEW names AS SELECT name FROM author",
                "CREATE TRIGGER t BEFORE INSERT ON author FOR EACH ROW BEGIN SET NEW.name = 'y'; END",
                "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY)",
                "INSERT INTO author VALUES (1, 'a')");
    }

    @DatabaseTest
    void createsTheSameSchemaInBothLanguages(TestDatabase database) {
        create(database);
        for (SourceFormat format : SourceFormat.values()) {
            migrator(database, format)
                    .authoring()
                    .writeBaseline(NewRevision.of("baseline").id("b1"), options(format));

            Migrator migrator = migrator(database, format);
            assertThat(migrator.authoring().driftFrom("b1").changes()).isEmpty();
        }
        Migrator migrator = migrator(database, SourceFormat.SQL);
        migrator.stamp("b1");
        assertThat(migrator.check().isUpToDate()).isTrue();
        assertThat(database.column("SELECT COUNT(*) FROM author")).isEqualTo(List.of("1"));
        database.execute("DROP TABLE flyway_schema_history");
        migrator.downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest(one = true)
    void aDatabaseWithRevisionsNeedsNone(TestDatabase database) {
        create(database);
        migrator(database, SourceFormat.SQL)
                .authoring()
                .writeBaseline(NewRevision.of("baseline").id("b1"), options(SourceFormat.SQL));

        assertThatThrownBy(() -> migrator(database, SourceFormat.SQL)
                        .authoring()
                        .writeBaseline(NewRevision.of("again").id("b2"), options(SourceFormat.SQL)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("There are revisions already");
    }
}
