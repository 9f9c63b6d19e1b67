package dev.migrate.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrator;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The executable jar, as users run it. */
class LibraryIT {

    private static final String ONCE = "--spring.main.web-application-type=none";
    private static final String TITLES = "[\"Emma\",\"Middlemarch\",\"Persuasion\"]";
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "spring-boot.md");
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\$ curl -s localhost:8080/actuator/migrate\n(.*?)\n```", Pattern.DOTALL);

    @Test
    void itStartsWithoutConfigurationOnAServerOfItsOwn() throws Exception {
        try (PackagedLibrary library = PackagedLibrary.start(List.of("--server.port=0"))) {
            assertThat(get(library.port(), "/books")).isEqualTo(TITLES);
        }
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aKilledMigrationIsCompletedByTheNextStart(TestDatabase database) throws Exception {
        Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.examples.springboot.migrations")
                .build()
                .upgrade("003");

        try (Connection reader = database.dataSource().getConnection();
                Statement statement = reader.createStatement();
                PackagedLibrary library = PackagedLibrary.start(database, ONCE)) {
            // The metadata lock makes ALTER TABLE wait, in the middle of revision 004.
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM books").close();
            awaitWaitingAlter(database, library);
            library.kill();
            reader.rollback();
        }
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("003");

        try (PackagedLibrary library = PackagedLibrary.start(database, ONCE)) {
            assertThat(library.exitCode()).as(library.output()).isZero();
        }
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("005");
        assertThat(database.column("SELECT name FROM authors ORDER BY name"))
                .containsExactly("George Eliot", "Jane Austen");
        assertThat(database.column("SELECT name FROM authors JOIN books ON author_id = authors.id ORDER BY title"))
                .containsExactly("Jane Austen", "George Eliot", "Jane Austen");
    }

    private static void awaitWaitingAlter(TestDatabase database, PackagedLibrary library) throws InterruptedException {
        String waiting = "SELECT state FROM information_schema.processlist WHERE db = '" + database.name()
                + "' AND info LIKE 'ALTER TABLE%' AND state LIKE 'Waiting for table metadata lock'";
        while (database.column(waiting).isEmpty()) {
            assertThat(library.isRunning()).as(library.output()).isTrue();
            Thread.sleep(50);
        }
    }

    @DatabaseTest(one = true)
    void withPendingRevisionsAndCheckItFailsAndListsThem(TestDatabase database) throws Exception {
        try (PackagedLibrary library = PackagedLibrary.start(database, "--migrate.on-startup=check")) {
            assertThat(library.exitCode()).isEqualTo(1);
            assertThat(library.output())
                    .contains("APPLICATION FAILED TO START")
                    .contains("Pending: 001 (books); 002 (loans of books); 003 (the first books);")
                    .doesNotContain("\tat ");
            assertThat(database.tables()).isEmpty();
        }
    }

    @DatabaseTest(one = true)
    void theEndpointShowsWhatIsDocumented(TestDatabase database) throws Exception {
        try (PackagedLibrary library = PackagedLibrary.start(database, "--server.port=0")) {
            int port = library.port();
            assertThat(get(port, "/books")).isEqualTo(TITLES);
            assertThat(get(port, "/actuator/health/readiness")).contains("\"migrate\":{\"status\":\"UP\"");
            assertThat(withoutVariableParts(get(port, "/actuator/migrate"))).isEqualTo(documented());
        }
    }

    private static String get(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String documented() throws Exception {
        Matcher block = DOCUMENTED.matcher(Files.readString(DOCUMENT));
        assertThat(block.find()).isTrue();
        return withoutVariableParts(block.group(1));
    }

    private static String withoutVariableParts(String json) {
        return json.replaceAll("\"(startedAt|elapsed|account)\":\\s*\"[^\"]*\"", "\"$1\":\"\"")
                .replaceAll("\\s*\n\\s*", "");
    }
}
