package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a migrated database, without project options on the command line. */
class ScaffoldIT {

    @TempDir
    private Path place;

    private Launched migrate(TestDatabase database, Path folder, String... arguments) {
        Map<String, String> environment = Map.of("MIGRATE_URL", database.url());
        return Launched.in(folder, environment, arguments);
    }

    private static void replace(Path file, String old, String now) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aScaffoldedProjectWorks(TestDatabase database) throws IOException {
        assertThat(migrate(database, place, "scaffold", "shop").exitCode()).isZero();
        Path shop = place.resolve("shop");
        Path sources = shop.resolve("migrations");
        replace(shop.resolve("migrate.properties"), "# environment =", "environment =");
        replace(
                shop.resolve("migrate.properties"),
                "# version-table = alembic_version",
                "version-table = shop_version");
        replace(shop.resolve("migration.template"), "public final", "/* Ours. */ public final");
        replace(sources.resolve("ProjectEnvironment.java"), "        // Configure what", """
            builder.listener(new dev.migrate.event.RunListener() {
                @Override
                public void stepDone(dev.migrate.event.CompletedStep step) {
                    System.err.println("after " + step.revision().id());
                }
            });
            // Configure what\
            """);

        Launched revision = migrate(database, sources, "revision", "-m", "first tables", "--rev-id", "001");
        assertThat(revision.err()).isEmpty();
        assertThat(revision.out()).containsExactly("Wrote M001_FirstTables.java", "<base> -> 001, first tables");
        replace(
                sources.resolve("M001_FirstTables.java"),
                "// Record the operations",
                "op.execute(\"CREATE TABLE toy (id INT)\"); //");
        assertThat(sources.resolve("M001_FirstTables.java")).content().contains("/* Ours. */");

        Launched upgrade = migrate(database, shop, "upgrade", "001");
        assertThat(upgrade.err()).isEqualToNormalizingNewlines("after 001\n");
        assertThat(upgrade.out()).containsExactly("Upgraded <base> -> 001, first tables");
        assertThat(database.tables()).contains("shop_version", "toy").doesNotContain("alembic_version");
    }
}
