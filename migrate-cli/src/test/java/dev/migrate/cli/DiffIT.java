package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** From a changed model to a changed database, with commands only. */
class DiffIT {

    private static final String ARTICLE = """
            CREATE TABLE article (
              id BIGINT NOT NULL PRIMARY KEY,
              title VARCHAR(100) NOT NULL,
              %s TEXT
            );
            """;

    @TempDir
    private Path project;

    private Launched migrate(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", database.url(), "--migrations", folder().toString()));
        return Launched.with(Map.of(), all.toArray(String[]::new));
    }

    private Launched modelled(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--schema", schema().toString()));
        return migrate(database, all.toArray(String[]::new));
    }

    private Path folder() {
        return project.resolve("migrations");
    }

    private Path schema() {
        return project.resolve("schema.sql");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void want(String column) throws IOException {
        Files.writeString(schema(), ARTICLE.formatted(column));
    }

    private static void isDone(Launched launched) {
        assertThat(launched.err()).isEmpty();
        assertThat(launched.exitCode()).isZero();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void generatesAndAppliesAChangeOfTheModel(TestDatabase database) throws IOException {
        want("body");
        isDone(modelled(database, "revision", "--autogenerate", "-m", "articles", "--rev-id", "001"));
        assertThat(migrate(database, "upgrade").out()).containsExactly("Upgraded <base> -> 001, articles");
        isDone(modelled(database, "check"));
        assertThat(modelled(database, "revision", "--autogenerate", "-m", "nothing")
                        .out())
                .containsExactly("No differences: nothing was written.");
        assertThat(files()).containsExactly("M001_Articles.java");

        want("content");
        Launched check = modelled(database, "check");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.out()).contains("drop column article.body", "add column article.content");
        assertThat(modelled(database, "diff", "--sql").out())
                .anySatisfy(line -> assertThat(line).contains("ADD COLUMN `content`"));
        Launched json = modelled(database, "diff", "--json");
        assertThat(json.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", json.out())).contains("\"different\" : true", "\"from\" : \"body\"");
        assertThat(modelled(database, "diff", "--rename", "article.body=content")
                        .out())
                .element(0)
                .isEqualTo("rename column article.body to content");

        isDone(modelled(
                database,
                "revision",
                "--autogenerate",
                "-m",
                "content",
                "--rev-id",
                "002",
                "--rename",
                "article.body=content"));
        Launched pending = modelled(database, "revision", "--autogenerate", "-m", "too early");
        assertThat(pending.exitCode()).isEqualTo(3);
        assertThat(pending.err()).contains("not up to date", "002", "Run upgrade first");
        isDone(migrate(database, "upgrade"));
        isDone(modelled(database, "check"));

        isDone(migrate(database, "diff", "--drift"));
        database.execute("ALTER TABLE article ADD COLUMN by_hand INT");
        Launched drift = migrate(database, "diff", "--drift");
        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out()).element(0).isEqualTo("drop column article.by_hand");

        isDone(migrate(database, "downgrade", "base", "--yes"));
        assertThat(database.tables()).containsExactly("alembic_version");
    }

    /** A mark for the direction of text is a legitimate part of a comment in Arabic or Hebrew. */
    @DatabaseTest(one = true)
    void statementsInAFileAreNotEscaped(TestDatabase database) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(schema(), "CREATE TABLE t (id INT COMMENT 'a\u200fb');");

        assertThat(modelled(database, "diff", "--sql").out()).anyMatch(line -> line.contains("'a\u200fb'"));
        assertThat(modelled(database, "diff", "--json").out()).anyMatch(line -> line.contains("'a\\u200fb'"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aMissingModelIsExplained(TestDatabase database) {
        Launched diff = migrate(database, "diff");

        assertThat(diff.exitCode()).isEqualTo(2);
        assertThat(diff.err()).contains("--entities", "--model", "--schema");
    }
}
