package dev.migrate.crash;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrate.testing.MemoryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real server under our control: it may be killed at any time, and restarts with its data. */
final class CrashServer implements AutoCloseable {

    private static final String EMBEDDED = "embedded";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final String name;
    private final ServerProgram program;
    private final Path folder;
    private final Path data;
    private final int port;
    private final Thread atExit = new Thread(this::vanish);
    private volatile @Nullable Process process;
    private String version = "";
    private boolean hasGtids;

    private CrashServer(String name, ServerProgram program, Path folder) throws IOException {
        this.name = name;
        this.program = program;
        this.folder = folder;
        this.data = Files.createDirectory(folder.resolve("data"));
        this.port = freePort();
    }

    /**
     * Starts a server with an empty data directory.
     *
     * @param program {@code embedded}, or a script that is called as {@code SCRIPT DATADIR PORT}
     */
    static CrashServer start(String program) {
        try {
            Path folder = MemoryFolders.create("migrate-crash");
            Path file = Path.of(program);
            CrashServer server = program.equals(EMBEDDED)
                    ? new CrashServer(EMBEDDED, new EmbeddedProgram(folder), folder)
                    : new CrashServer(
                            file.getFileName().toString(),
                            (data, port) -> List.of(program, data.toString(), String.valueOf(port)),
                            folder);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its name. */
    String name() {
        return name;
    }

    /** The result of {@code SELECT VERSION()}. */
    String version() {
        return version;
    }

    /** MySQL before 8.0.16 parses and ignores checks. */
    boolean knowsChecks() {
        return !version.matches("(5\\.|8\\.0\\.\\d\\D|8\\.0\\.1[0-5]).*");
    }

    /** Whether a DDL statement is atomic when the server crashes. */
    boolean hasAtomicDdl() {
        return !version.startsWith("5.");
    }

    /** Whether the server accepts global transaction ids from a run. */
    boolean hasGtids() {
        return hasGtids;
    }

    /**
     * Whether a statement that is killed while the server reads the triggers of a table leaves it with a trigger that
     * it considers broken (1064, "has an error in its body"), until its tables are flushed. Seen on MariaDB 10.11.18.
     */
    boolean remembersBrokenTriggers() {
        return version.contains("MariaDB");
    }

    int port() {
        return port;
    }

    /** The URL of a database at a port: the server's own, or that of a proxy. */
    static String url(int port, String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?user=root&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    static DataSource dataSource(int port, String database) {
        MysqlDataSource dataSource = new MysqlDataSource();
        dataSource.setUrl(url(port, database));
        return dataSource;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(port, database));
    }

    /** Crashes as in a power failure, and restarts. */
    synchronized void crash() {
        end();
        start();
    }

    /** Waits until the server is not restarting. */
    synchronized void awaitRunning() {}

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        vanish();
    }

    private void vanish() {
        end();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    private void start() {
        try {
            // A restarting server may mistake connections of the old process for live ones.
            Files.deleteIfExists(data.resolve("mysql.sock"));
            Files.deleteIfExists(data.resolve("mysql.sock.lock"));
            Process started = new ProcessBuilder(program.command(data, port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            process = started;
            awaitAnswer(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process started) {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            try (Connection connection = connect("");
                    Statement statement = connection.createStatement()) {
                version = one(statement, "SELECT VERSION()");
                // MariaDB has other options, and no such variable.
                hasGtids = one(statement, "SHOW GLOBAL VARIABLES WHERE Variable_name = 'gtid_mode' AND Value = 'ON'")
                        .equals("gtid_mode");
                return;
            } catch (SQLException e) {
                if (!started.isAlive() || System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException("Server " + name + " did not start:\n" + endOfLog(), e);
                }
                pause();
            }
        }
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : "";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    /** The last lines of the server's output. */
    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Below the range of ephemeral ports: it must be available again after a crash. */
    private static int freePort() throws IOException {
        Random random = new Random();
        while (true) {
            int port = 20_000 + random.nextInt(12_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (java.net.BindException taken) {
                // Try another one.
            }
        }
    }
}
