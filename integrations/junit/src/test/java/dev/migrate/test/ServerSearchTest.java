package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server and the migrations are found in the documented order. */
class ServerSearchTest {

    private static final String URL = "jdbc:mysql://127.0.0.1:1/?user=a";

    @TempDir
    private Path folder;

    private static void keep(MigratorBuilder builder) {
        // The database needs no settings.
    }

    static class Plain {}

    static class Marked {
        @DatabaseServer
        static final String SERVER = "jdbc:mysql://127.0.0.1:2/ignored";
    }

    private ProjectFile file(Map<String, String> variables, String... lines) throws IOException {
        Files.writeString(folder.resolve("migrate.properties"), String.join("\n", lines));
        return ProjectFile.find(Files.createDirectories(folder.resolve("module")), variables)
                .orElseThrow();
    }

    private static String found(
            Class<?> testClass, Optional<String> url, Project project, Map<String, String> variables) {
        ServerSource found = new ServerSearch(testClass, url, project, variables, EmbeddedMariaDb::start).find();
        return String.valueOf(found.url());
    }

    @Test
    void theFirstServerThatIsAvailableIsUsed() throws IOException {
        Project project = new Project(
                "", ServerSearchTest::keep, Optional.of(file(Map.of(), "url = jdbc:mysql://127.0.0.1:3/shop")));
        Project without = new Project("", ServerSearchTest::keep, Optional.empty());
        Map<String, String> listed = Map.of("MIGRATE_TEST_SERVERS", "jdbc:mysql://127.0.0.1:4/ embedded");

        assertThat(found(Marked.class, Optional.of(URL), project, listed)).isEqualTo("jdbc:mysql://127.0.0.1:2/");
        assertThat(found(Plain.class, Optional.of(URL), project, listed)).isEqualTo("jdbc:mysql://127.0.0.1:1/");
        assertThat(found(Plain.class, Optional.empty(), project, listed)).isEqualTo("jdbc:mysql://127.0.0.1:3/");
        assertThat(found(Plain.class, Optional.empty(), without, listed)).isEqualTo("jdbc:mysql://127.0.0.1:4/");
    }

    @Test
    void anEnvironmentWithADataSourceComesBeforeTheFile() throws IOException {
        DriverDataSource source = new DriverDataSource(URL);
        Project project = new Project(
                "",
                builder -> builder.dataSource(source),
                Optional.of(file(Map.of(), "url = jdbc:mysql://127.0.0.1:3/")));

        ServerSearch search =
                new ServerSearch(Plain.class, Optional.empty(), project, Map.of(), EmbeddedMariaDb::start);

        assertThat(search.find().source()).isSameAs(source);
    }

    @Test
    void theFileIsReadWithItsTestSectionAndVariables() throws IOException {
        ProjectFile file = file(
                Map.of("TEST_PASSWORD", "p&ss"),
                "url = jdbc:mysql://production/shop",
                "env.test.url = jdbc:mysql://127.0.0.1:3/shop",
                "user = ${TEST_USER:-test}",
                "password = ${TEST_PASSWORD}",
                "package = ${UNSET}");

        assertThat(file.server().orElseThrow().url())
                .isEqualTo(new ServerUrl("jdbc:mysql://127.0.0.1:3/?user=test&password=p%26ss"));
        assertThat(file.migrations(Classes.loader())).isEmpty();
        assertThat(String.valueOf(file.server().orElseThrow())).doesNotContain("p%26ss");
    }

    @Test
    void aUrlThatNeedsAMissingVariableIsNoServer() throws IOException {
        assertThat(file(Map.of(), "url = ${DB_URL}").server()).isEmpty();
    }

    @Test
    void thePackageOfTheFileHasTheMigrations() throws IOException {
        MigratorBuilder builder = Migrator.builder();
        file(Map.of(), "package = dev.migrate.test.shop")
                .migrations(Classes.loader())
                .orElseThrow()
                .accept(builder);

        assertThat(builder.build().authoring().heads())
                .extracting(head -> head.revision().id())
                .containsExactly("002");
    }

    @Test
    void aFileThatCannotBeReadIsReported() throws IOException {
        assertThat(catchThrowable(() -> file(Map.of(), "url = \\u12")))
                .hasMessageStartingWith("The file " + folder.resolve("migrate.properties") + " cannot be read.");
    }

    @Test
    void theEmbeddedServerStartsAndLeavesNothing() throws IOException, SQLException {
        try (EmbeddedMariaDb embedded = EmbeddedMariaDb.start();
                TestServer server = TestServer.connect(ServerSource.of("the test", embedded.url()));
                OwnedDatabase database = server.create()) {
            assertThat(server.version()).contains("MariaDB");
            assertThat(database.url().orElseThrow()).contains(database.name());
        }
    }
}
