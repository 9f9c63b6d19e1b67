package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with MariaDB's own driver, which the launcher does not contain. */
class MariaDbDriverIT {

    private static final String MIGRATIONS = "target/test-classes";

    private static String driver() {
        try {
            return Path.of(org.mariadb.jdbc.Driver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> migrate(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", database.mariaDbUrl(), "--package", "dev.migrate.cli.migrations"));
        all.addAll(List.of("--classpath", MIGRATIONS + File.pathSeparator + driver()));
        Launched launched = Launched.with(Map.of(), all.toArray(String[]::new));
        assertThat(launched.err()).isEmpty();
        return launched.out();
    }

    @DatabaseTest
    void upgradesComparesAndDowngrades(TestDatabase database, @TempDir Path folder) throws IOException {
        Path schema = Files.writeString(folder.resolve("schema.sql"), "CREATE TABLE note (id INT PRIMARY KEY);\n");

        assertThat(migrate(database, "upgrade"))
                .containsExactly("Upgraded <base> -> 001, notes", "Upgraded 001 -> 002, notes can be pinned");
        assertThat(migrate(database, "current")).containsExactly("002 (head) (current), notes can be pinned");
        assertThat(migrate(database, "diff", "--drift")).containsExactly("No differences.");
        assertThat(migrate(database, "diff", "--schema", schema.toString()))
                .anyMatch(line -> line.contains("is_pinned"));
        assertThat(migrate(database, "check")).contains("Database: " + database.name());
        assertThat(migrate(database, "downgrade", "base", "--yes")).hasSize(2);
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void createsTheDatabase(TestDatabase database) {
        database.execute("DROP DATABASE " + database.name());

        migrate(database, "init");

        assertThat(database.tables()).containsExactly("alembic_version", "note");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theUserOfTheOptionTakesPrecedenceOverTheUrl(TestDatabase database) {
        for (String url : List.of(database.url(), database.mariaDbUrl())) {
            Launched check = Launched.with(
                    Map.of("MIGRATE_PASSWORD", "wrong"),
                    "check",
                    "--url",
                    url,
                    "--user",
                    "somebody",
                    "--classpath",
                    driver());

            assertThat(check.exitCode()).isEqualTo(3);
            assertThat(check.err()).contains("'somebody'@");
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theConfigurationCanNameTheDriver(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve(Configuration.FILE_NAME),
                "url = " + database.mariaDbUrl() + "\nclasspath = " + driver() + "\n");

        Launched check = Launched.in(folder, Map.of(), "check");

        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("Database: " + database.name());
    }

    @Test
    void aMissingDriverIsNamed() {
        Launched check = Launched.with(Map.of(), "check", "--url", "jdbc:mariadb://db/chat?user=me&password=secret");

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.err())
                .contains("no JDBC driver", "org.mariadb.jdbc:mariadb-java-client", "--classpath")
                .doesNotContain("secret")
                .hasLineCount(1);
    }
}
