package dev.migrate.benchmark;

import dev.migrate.provider.DatabaseProviders;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures the time until the last of eight processes that upgrade one empty database at the same time has ended,
 * compared with eight processes that use plain JDBC: alternating rounds on a durable server. Prints the rows of a
 * table.
 *
 * <p>A round begins before the first process is started, so the time includes eight starts of a JVM.
 */
public final class ProcessesComparison {

    private static final int PROCESSES = 8;
    private static final int MIGRATIONS = 50;

    private final BenchmarkServer server;
    private final LinearMigrations migrations;
    private final List<PlainMigration> plain;
    private final Path output;

    private ProcessesComparison(BenchmarkServer server) throws Exception {
        this.server = server;
        migrations = LinearMigrations.ofTables(MIGRATIONS);
        plain = migrations.statements(DatabaseProviders.renderer(server.version()));
        Path statements = migrations.folder().resolve(OneProcess.STATEMENTS);
        PlainMigration.write(plain, statements);
        statements.toFile().deleteOnExit();
        output = Files.createTempFile("migrate-benchmark", ".log");
        output.toFile().deleteOnExit();
    }

    /**
     * Measures.
     *
     * @param arguments the number of rounds; the default is 5
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        server.requireDurable();
        new ProcessesComparison(server).compare(rounds);
        server.drop();
    }

    private void compare(int rounds) throws Exception {
        OneProcess.Method[] methods = OneProcess.Method.values();
        List<Timings> timings = new ArrayList<>();
        for (OneProcess.Method method : methods) {
            timings.add(new Timings());
            // A warm-up for the files of the JVM and of the server; not measured.
            run(method);
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < methods.length; i++) {
                OneProcess.Method method = methods[i];
                server.clear();
                timings.get(i).measure(() -> startAndAwait(method));
                requireComplete();
            }
        }
        System.out.println("| server | program | the last one exited after | ratio |\n| --- | --- | --- | --- |");
        for (int i = 0; i < methods.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f |%n",
                    server.name(),
                    methods[i].description(),
                    timings.get(i).inMillis(),
                    timings.get(i).ratioTo(timings.get(0)));
        }
    }

    private void run(OneProcess.Method method) throws Exception {
        server.clear();
        startAndAwait(method);
        requireComplete();
    }

    private void startAndAwait(OneProcess.Method method) throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            System.getProperty("java.class.path") + File.pathSeparator + migrations.folder(),
                            OneProcess.class.getName(),
                            method.name(),
                            String.valueOf(MIGRATIONS),
                            migrations.folder().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(output.toFile()))
                    .start());
        }
        try {
            for (Process process : processes) {
                int status = process.waitFor();
                if (status != 0) {
                    throw new IllegalStateException(
                            "A process failed with status " + status + ":\n" + Files.readString(output));
                }
            }
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private void requireComplete() throws SQLException {
        try (Connection connection = server.connect()) {
            String version = BenchmarkServer.ask(connection, "SELECT version_num FROM alembic_version");
            String tables = BenchmarkServer.ask(
                    connection,
                    "SELECT COUNT(*) FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE() AND column_name = 'note' AND table_name LIKE 't%'");
            String wanted = plain.get(MIGRATIONS - 1).id() + " " + MIGRATIONS;
            if (!wanted.equals(version + " " + tables)) {
                throw new IllegalStateException("Wanted " + wanted + ", but it is " + version + " " + tables + ".");
            }
        }
    }
}
