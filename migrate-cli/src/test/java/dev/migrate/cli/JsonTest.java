package dev.migrate.cli;

import static dev.migrate.cli.CommandRun.customers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Each example in docs/json.md equals the output of its command, except for values that vary between runs. */
class JsonTest {

    /** Only some servers make the change instantly, so that its time is known. */
    private static final String TIME = """
        {
                "fromMillis" : 12,
                "toMillis" : 12,
                "basis" : "journal",
                "measurements" : 1
              }\
        """;

    private static final Pattern EXAMPLE = Pattern.compile("```json\n// ([^\n]+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private final Map<String, String> printed = new LinkedHashMap<>();

    private void run(TestDatabase database, String... arguments) {
        run(database, 0, arguments);
    }

    private void run(TestDatabase database, int exitCode, String... arguments) {
        String[] withJson = List.of(arguments).toArray(new String[arguments.length + 1]);
        withJson[arguments.length] = "--json";
        CommandRun ran = customers(database, withJson);
        assertThat(ran.err().isEmpty()).isEqualTo(exitCode < ExitCode.FAILED.number());
        assertThat(ran.exitCode()).isEqualTo(exitCode);
        String shown = String.join(" ", arguments).replace(folder.toString(), "DIR");
        printed.put("migrate " + shown + " --json", steady(ran.out(), database));
    }

    private String steady(String json, TestDatabase database) {
        return json.replace(database.name(), "chat")
                .replace(folder.toString(), "DIR")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "2026-11-24T22:19:35.551Z")
                .replaceAll("(\"elapsedMillis\" : )\\d+", "$112")
                .replaceAll("(\"connection\" : )\\d+", "$17")
                .replaceAll("(\"account\" : )\".*\"", "$1\"app@localhost\"")
                .replaceAll("(\"user\" : )\".*\"", "$1\"app@%\"")
                .replaceAll("(\"process\" : )\".*\"", "$1\"app, process 1344\"")
                .replaceAll("(\"library\" : )\".*\"", "$1\"1.0\"")
                .replaceAll("(\"product\" : )\".*\"", "$1\"MySQL\"")
                .replaceAll("(\"version\" : )\".*\"", "$1\"8.4.6\"")
                .replaceAll("(\"hash\" : )\"\\w+\"", "$1\"9f2c\"")
                .replaceAll("(\"algorithm\" : )\".*\"", "$1\"inplace\"")
                .replaceAll("(\"rebuild\" : )(true|false)", "$1false")
                .replaceAll("(\"time\" : )(null|\\{[^}]*})", "$1" + TIME)
                .replaceAll("(\"(rows|bytes)\" : )\\d+", "$11024")
                .replaceAll("(\"logged\" : )(true|false)", "$1true")
                .replaceAll("(\"format\" : ).*", "$1\"ROW\",")
                .replaceAll("(\"replicas\" : ).*", "$11")
                .replaceAll("'customer.uq_customer_email'", "'uq_customer_email'");
    }

    private void runAll(TestDatabase database) throws IOException {
        run(database, "upgrade", "001");
        database.execute("INSERT INTO customer (email) VALUES ('ann@example.com'), ('ann@example.com')");
        run(database, "plan", "--rehearse");
        run(database, 3, "upgrade");
        run(database, "current");
        run(database, "abort");
        run(database, "journal");
        database.execute("DELETE FROM customer");
        Path schema = Files.writeString(
                folder.resolve("schema.sql"),
                "CREATE TABLE customer (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,"
                        + " email VARCHAR(190) NOT NULL, born DATE);");
        run(database, 1, "check");
        run(database, "init");
        run(database, "downgrade", "001", "--yes");
        run(database, "stamp", "002");
        assertThat(customers(database, "stamp", "001").exitCode()).isZero();
        run(database, "history");
        run(database, "lint", "--range", "002:", "--rule", "missing-comment=info");
        run(database, "verify");
        run(database, "heads");
        run(database, "branches");
        run(database, "show", "001");
        run(database, "baseline");
        run(database, "revision", "-m", "orders", "--rev-id", "003", "--directory", folder.toString());
        run(database, 1, "diff", "--schema", schema.toString());
        Path alembic = Files.createDirectory(folder.resolve("alembic"));
        Files.writeString(alembic.resolve("a1_notes.py"), "'notes'\nrevision = 'a1'\ndown_revision = None\n");
        run(
                database,
                "import",
                "alembic",
                alembic.toString(),
                "--directory",
                folder.resolve("made").toString(),
                "--no-python");
        Path flyway = Files.createDirectory(folder.resolve("flyway"));
        Files.writeString(flyway.resolve("V1__notes.sql"), "CREATE TABLE notes (id INT);");
        run(
                database,
                "import",
                "flyway",
                flyway.toString(),
                "--directory",
                folder.resolve("imported").toString(),
                "--yes");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void theExamplesEqualTheOutput(TestDatabase database) throws IOException {
        runAll(database);
        Map<String, String> documented = new LinkedHashMap<>();
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("..", "docs", "json.md")));
        while (examples.find()) {
            documented.put(examples.group(1), examples.group(2));
        }
        assertThat(printed).containsExactlyInAnyOrderEntriesOf(documented);
    }

    @DatabaseTest(one = true)
    void aWrittenBaselineIsOneObject(TestDatabase database) {
        database.execute("CREATE TABLE notes (id INT PRIMARY KEY)");

        CommandRun ran = withMigrations(database, "baseline", "--sql", "--rev-id", "1", "--yes");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.lines()).containsOnlyOnce("{", "}").startsWith("{").endsWith("}");
        assertThat(ran.out()).contains("M001_Baseline.sql", "\"different\" : false", "\"after\" : [ \"1\" ]");
    }

    @DatabaseTest(one = true)
    void theProblemsOfAnImportArePrinted(TestDatabase database) throws IOException {
        Path flyway = Files.createDirectory(folder.resolve("flyway"));
        Files.writeString(flyway.resolve("V1__notes.sql"), "CREATE TABLE notes (id INT);");
        database.execute(
                "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50),"
                        + " type VARCHAR(20), script VARCHAR(1000), checksum INT, success BOOL)",
                "INSERT INTO flyway_schema_history VALUES (1, '1', 'SQL', 'V1__notes.sql', 7, 1)");

        CommandRun ran = withMigrations(database, "import", "flyway", flyway.toString(), "--from-database", "--yes");

        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED.number());
        assertThat(ran.out()).contains("V1__notes.sql has changed", "\"written\" : [ ]");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private CommandRun withMigrations(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", "--url", database.url(), "--migrations"));
        all.add(folder.resolve("made").toString());
        return CommandRun.migrate(all.toArray(String[]::new));
    }
}
