package dev.migrate.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Measures the heap that an insert of 100,000 rows needs: the smallest one with which a new process succeeds. Prints the
 * rows of a table.
 */
public final class InsertComparison {

    private static final int MOST_MEGABYTES = 256;

    private final BenchmarkServer server;
    private final Path output;

    private InsertComparison(BenchmarkServer server) throws IOException {
        this.server = server;
        output = Files.createTempFile("migrate-benchmark", ".log");
        output.toFile().deleteOnExit();
    }

    /**
     * Measures.
     *
     * @param arguments none
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        System.out.println("| server | rows | program | smallest heap |\n| --- | --- | --- | --- |");
        InsertComparison comparison = new InsertComparison(server);
        for (OneInsert.Kind kind : OneInsert.Kind.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %s | %d MB |%n",
                    server.name(),
                    OneInsert.ROWS,
                    kind.description(),
                    comparison.smallestHeap(kind));
        }
        server.drop();
    }

    private int smallestHeap(OneInsert.Kind kind) throws Exception {
        int tooSmall = 1;
        int sufficient = MOST_MEGABYTES;
        if (!succeeds(kind, sufficient)) {
            throw new IllegalStateException(
                    kind.description() + " failed with " + sufficient + " MB:\n" + Files.readString(output));
        }
        while (sufficient - tooSmall > 1) {
            int tried = (tooSmall + sufficient) / 2;
            if (succeeds(kind, tried)) {
                sufficient = tried;
            } else {
                tooSmall = tried;
            }
        }
        return sufficient;
    }

    private boolean succeeds(OneInsert.Kind kind, int megabytes)
            throws IOException, InterruptedException, SQLException {
        server.clear();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(100), balance BIGINT)");
        }
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OneInsert.class.getName(),
                        kind.name())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        process.environment().put(OneSelect.URL_VARIABLE, server.url());
        return process.start().waitFor() == 0 && rows() == OneInsert.ROWS;
    }

    private int rows() throws SQLException {
        try (Connection connection = server.connect()) {
            return Integer.parseInt(BenchmarkServer.ask(connection, "SELECT COUNT(*) FROM customer"));
        }
    }
}
