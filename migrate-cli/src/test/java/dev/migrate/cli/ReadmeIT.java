package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** The migration on the first screen of the README runs, and prints what is written there. */
class ReadmeIT {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern MIGRATION = Pattern.compile("```java\n(.*? class (\\w+) .*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("```console\n\\$ migrate upgrade\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = """
            import static dev.migrate.schema.ColumnType.bigint;
            import static dev.migrate.schema.ColumnType.varchar;

            import dev.migrate.migration.Migration;
            import dev.migrate.migration.Revision;
            import dev.migrate.operation.Operations;

            """;

    @TempDir
    private Path folder;

    @DatabaseTest(one = true)
    void theFirstMigrationRuns(TestDatabase database) throws IOException, InterruptedException {
        String readme = Files.readString(README);
        Matcher migration = find(MIGRATION, readme);
        Files.writeString(folder.resolve(migration.group(2) + ".java"), IMPORTS + migration.group(1));

        assertThat(upgrade(database)).isEqualTo(find(OUTPUT, readme).group(1));
        assertThat(database.tables()).containsExactly("alembic_version", "users");
    }

    private static Matcher find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }

    private String upgrade(TestDatabase database) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("migrate.properties"),
                "url=" + database.url() + System.lineSeparator() + "migrations=.");
        Process process = new ProcessBuilder(
                        Path.of("target", "migrate").toAbsolutePath().toString(), "upgrade")
                .directory(folder.toFile())
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(output + Files.readString(folder.resolve("errors.txt")))
                .isZero();
        return output;
    }
}
