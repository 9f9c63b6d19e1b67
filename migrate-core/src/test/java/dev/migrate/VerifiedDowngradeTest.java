package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.lint.LintOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Downgrades that are refused unless they were verified with their current statements. */
class VerifiedDowngradeTest {

    private static final String OTHER = "0123 Other 001\n";

    @TempDir
    private Path root;

    @BeforeEach
    void writeMigrations() throws IOException {
        write("001", "CREATE TABLE users (id INT PRIMARY KEY);\n-- down\nDROP TABLE users;\n");
        write("002\n-- parents: 001", "ALTER TABLE users ADD name VARCHAR(50);\n");
    }

    private Path folder() {
        return root.resolve("com/example");
    }

    private Path file() {
        return folder().resolve("verified-downgrades.txt");
    }

    private void write(String revision, String script) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                folder().resolve("M" + revision.substring(0, 3) + ".sql"),
                "-- revision: " + revision + "\n\n" + script);
    }

    private MigratorBuilder builder(TestDatabase database) {
        return Migrator.builder().dataSource(database.dataSource()).sources(folder());
    }

    private void record(TestDatabase database) {
        Authoring authoring = builder(database).build().authoring();
        Verification verification = authoring.verify(LintOptions.DEFAULT);
        assertThat(verification.isSuccessful()).isTrue();
        authoring.recordVerified(verification, file());
    }

    private static void assertRefused(MigratorBuilder builder, String target, String revisions) {
        Migrator strict = builder.requireVerified(true).build();
        List<RevisionStatus> before = strict.current();
        assertThatThrownBy(() -> strict.downgrade(target))
                .isInstanceOfSatisfying(
                        InvalidMigrationException.class,
                        refused ->
                                assertThat(refused.reason()).isEqualTo(InvalidMigrationException.Reason.NOT_VERIFIED))
                .hasMessageContaining("current statements of " + revisions + ". Nothing was changed.")
                .hasMessageContaining("migrate verify --record");
        assertThat(strict.current()).isEqualTo(before);
    }

    @DatabaseTest(one = true)
    void anUnverifiedDowngradeIsRefusedOnlyIfThatIsRequired(TestDatabase database) {
        builder(database).build().upgrade();

        assertRefused(builder(database), "base", "002, 001");

        assertThat(builder(database).build().downgrade("base").after()).isEmpty();
    }

    @DatabaseTest(one = true)
    void aVerifiedDowngradeRunsUntilAStatementOfEitherDirectionChanges(TestDatabase database) throws IOException {
        Files.writeString(file(), OTHER + "0123 Other gone\n");
        builder(database).build().upgrade();
        record(database);
        String recorded = Files.readString(file());
        assertThat(recorded.lines().filter(line -> !line.startsWith("#")))
                .hasSize(3)
                .anyMatch(line -> line.equals(OTHER.strip()))
                .anyMatch(line -> line.matches("[0-9a-f]{64} MariaDB 002|[0-9a-f]{64} MySQL 002"));
        record(database);
        assertThat(file()).hasContent(recorded);

        Migrator strict = builder(database).requireVerified(true).build();
        assertThat(strict.downgrade("001").after()).containsExactly("001");
        strict.upgrade();

        write("002\n-- parents: 001", "ALTER TABLE users ADD name VARCHAR(60);\n");
        assertRefused(builder(database), "base", "002");
        write(
                "002\n-- parents: 001",
                "ALTER TABLE users ADD name VARCHAR(50);\n-- down\nALTER TABLE users DROP name;\n");
        assertRefused(builder(database), "001", "002");
    }

    @DatabaseTest(one = true)
    void theFileIsFoundOnTheClassPath(TestDatabase database) throws IOException {
        record(database);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {root.toUri().toURL()}, getClass().getClassLoader())) {
            Migrator strict = Migrator.builder()
                    .dataSource(database.dataSource())
                    .scan("com.example", loader)
                    .requireVerified(true)
                    .build();
            strict.upgrade();
            assertThat(strict.downgrade("base").after()).isEmpty();
        }
    }

    @DatabaseTest(one = true)
    void anInvalidLineIsReported(TestDatabase database) throws IOException {
        Files.writeString(file(), "# comment\n001\n");

        assertThatThrownBy(() -> builder(database).requireVerified(true).build())
                .hasMessageContaining("has the invalid line \"001\"")
                .hasMessageContaining("migrate verify --record");
    }
}
