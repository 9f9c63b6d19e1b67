package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.model.Model;
import dev.migrate.plan.NewRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.source.SourceOptions;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.ShownDefinitions;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database with one schema gets another one: the script of the new schema is compared with the database, and the
 * migration is generated, applied and reverted. Afterwards nothing differs from the script, and after the downgrade
 * nothing differs from the first schema.
 */
@Tag("slow")
class ScriptRoundTripTest {

    @TempDir
    private Path place;

    @DatabaseTest
    void nothingDiffersAfterTheMigrationNorAfterItsDowngrade(TestDatabase database) {
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        SoftAssertions softly = new SoftAssertions();
        for (ScriptPair pair : ScriptPair.all()) {
            if (pair.where().test(server)) {
                try {
                    roundTrip(database, pair);
                } catch (RuntimeException | AssertionError e) {
                    softly.fail(pair.name() + ": " + e.getMessage(), e);
                }
            }
        }
        softly.assertAll();
    }

    private void roundTrip(TestDatabase database, ScriptPair pair) {
        database.execute(
                "DROP DATABASE " + database.name(), "CREATE DATABASE " + database.name() + " CHARACTER SET utf8mb4");
        database.execute(pair.from().toArray(String[]::new));
        Path folder = newFolder();
        Migrator there = migrator(database, folder, pair.to());
        assertThat(differences(migrator(database, folder, pair.from()), Renames.NONE))
                .as("from its own script")
                .isEmpty();
        Map<String, String> before = definitions(database);
        String written = there.authoring()
                .autogenerate(NewRevision.of("generated").id("a1"), source(folder), pair.renames())
                .orElseThrow(() -> new AssertionError("no difference is found"))
                .source();
        assertThat(DatabaseProviders.scratchDatabaseIn(written)).isEmpty();

        Migrator migrator = migrator(database, folder, pair.to());
        migrator.upgrade("head");
        assertThat(differences(migrator, Renames.NONE)).as("after %s", written).isEmpty();
        assertThat(pair.isExact() ? definitions(database) : Map.of())
                .as("as the client creates it")
                .isEqualTo(pair.isExact() ? created(database, pair) : Map.of());

        migrator.downgrade("base");
        assertThat(differences(migrator(database, folder, pair.from()), Renames.NONE))
                .as("after the downgrade of %s", written)
                .isEmpty();
        assertThat(definitions(database).keySet()).isEqualTo(before.keySet());
        assertThat(pair.isExact() ? ShownDefinitions.sorted(definitions(database)) : Map.of())
                .as("as before")
                .isEqualTo(pair.isExact() ? ShownDefinitions.sorted(before) : Map.of());
    }

    private static List<String> differences(Migrator migrator, Renames renames) {
        SchemaDiff diff = migrator.authoring().diff(renames);
        List<String> differences = new ArrayList<>(diff.remarks());
        diff.changes().forEach(change -> differences.add(change.operation().toString()));
        return differences;
    }

    /** The definitions that a client creates with the script. */
    private static Map<String, String> created(TestDatabase database, ScriptPair pair) {
        String other = database.name() + "_b";
        List<String> statements =
                new ArrayList<>(List.of("CREATE DATABASE " + other + " CHARACTER SET utf8mb4", "USE " + other));
        statements.addAll(pair.to());
        try {
            database.execute(statements.toArray(String[]::new));
            return definitions(database, other);
        } finally {
            database.execute("DROP DATABASE " + other);
        }
    }

    private static Map<String, String> definitions(TestDatabase database) {
        return definitions(database, database.name());
    }

    private static Map<String, String> definitions(TestDatabase database, String schema) {
        try (Connection connection = database.dataSource().getConnection()) {
            return ShownDefinitions.of(connection, schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Migrator migrator(TestDatabase database, Path folder, List<String> script) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .sources(folder)
                .model(Model.ofScript(script(script)))
                .build();
    }

    private Path script(List<String> statements) {
        try {
            Path file = Files.createTempFile(place, "schema", ".sql");
            return Files.writeString(file, String.join(";\n", statements) + ";\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceOptions source(Path folder) {
        return SourceOptions.of("generated").folder(folder);
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(place, "migrations");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
