package dev.migrate.benchmark;

import dev.migrate.Migrator;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures a program that upgrades a database without pending migrations and ends, compared with one that runs one
 * SELECT: alternating processes. The migrations are passed as classes or found in their package, in a folder or in a
 * jar, with and without an index. Prints the rows of a table.
 */
public final class FreshStartComparison {

    private final BenchmarkServer server;
    private final int size;
    private final LinearMigrations migrations;
    private final Path output;

    private FreshStartComparison(BenchmarkServer server, int size) throws IOException {
        this.server = server;
        this.size = size;
        migrations = LinearMigrations.ofRows(size);
        output = Files.createTempFile("migrate-benchmark", ".log");
        output.toFile().deleteOnExit();
    }

    /** One of the compared programs. */
    private record Contender(String description, List<String> command, Timings timings) {}

    /**
     * Measures.
     *
     * @param arguments the number of rounds, then the numbers of applied revisions; the default is 21 200 1000 5000
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        String[] numbers = arguments.length == 0 ? new String[] {"21", "200", "1000", "5000"} : arguments;
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        System.out.println("| server | revisions | program | time | ratio |\n" + "| --- | --- | --- | --- | --- |");
        for (int i = 1; i < numbers.length; i++) {
            new FreshStartComparison(server, Integer.parseInt(numbers[i])).compare(Integer.parseInt(numbers[0]));
        }
        server.drop();
    }

    private void compare(int rounds) throws Exception {
        server.clear();
        Migrator.builder()
                .dataSource(new DriverDataSource(server::connect))
                .migrationClasses(LinearMigrations.load(migrations.load(), migrations.size()))
                .build()
                .stamp("head");
        List<Contender> contenders = contenders();
        for (int round = -1; round < rounds; round++) {
            for (Contender contender : contenders) {
                // A warm-up for the files; not measured.
                Timings timings = round < 0 ? new Timings() : contender.timings();
                timings.measure(() -> run(contender));
            }
        }
        for (Contender contender : contenders) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %s | %s | %.2f |%n",
                    server.name(),
                    size,
                    contender.description(),
                    contender.timings().inMillis(),
                    contender.timings().ratioTo(contenders.get(0).timings()));
        }
    }

    private List<Contender> contenders() throws IOException {
        Path folder = migrations.folder();
        Path jar = migrations.jar(true);
        Path withoutIndex = migrations.jar(false);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(contender("one SELECT", jar, OneSelect.class));
        contenders.add(contender("Migrate, package in a jar", jar, OneNothingToDo.class, "0"));
        contenders.add(contender("Migrate, package in a folder", folder, OneNothingToDo.class, "0"));
        contenders.add(
                contender("Migrate, package in a jar without an index", withoutIndex, OneNothingToDo.class, "0"));
        contenders.add(contender("Migrate, classes in a jar", jar, OneNothingToDo.class, String.valueOf(size)));
        return contenders;
    }

    private static Contender contender(String description, Path place, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path") + File.pathSeparator + place,
                main.getName()));
        command.addAll(List.of(arguments));
        return new Contender(description, command, new Timings());
    }

    private void run(Contender contender) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(contender.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        process.environment().put(OneSelect.URL_VARIABLE, server.url());
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    contender.description() + " failed with status " + status + ":\n" + Files.readString(output));
        }
    }
}
