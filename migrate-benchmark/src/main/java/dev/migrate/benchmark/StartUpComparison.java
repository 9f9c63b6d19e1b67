package dev.migrate.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the command line without pending migrations, with 1,000 migrations as sources and warm caches, compared with
 * a JVM that opens one connection and runs one SELECT, and with Alembic if it is available ({@link AlembicProject}):
 * alternating processes. Prints the rows of a table.
 */
public final class StartUpComparison {

    private static final int MIGRATIONS = 1_000;
    private static final String ROUNDS = "21";
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /** The launcher from the build, relative to this module. */
    private static final Path LAUNCHER = Path.of("..", "migrate-cli", "target", "migrate");

    /** The options with which the launcher calls Java. */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Pattern PASSWORD = Pattern.compile("(?<=[?&])password=([^&]*)&?");

    private final BenchmarkServer server;
    private final Optional<AlembicProject> alembic;
    private final Path sources;
    private final Path caches;
    private final Path output;

    private StartUpComparison(BenchmarkServer server) throws IOException {
        this.server = server;
        alembic = AlembicProject.of(server, MIGRATIONS);
        sources = LinearMigrations.writeSources(MIGRATIONS);
        caches = Files.createTempDirectory("migrate-benchmark");
        output = Files.createTempFile("migrate-benchmark", ".log");
        output.toFile().deleteOnExit();
    }

    /** One of the compared commands. */
    private record Contender(String description, List<String> command, Path caches, Timings timings) {}

    /**
     * Measures.
     *
     * @param arguments the number of rounds; the default is 21
     * @throws Exception if anything fails
     */
    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments.length == 0 ? ROUNDS : arguments[0]);
        if (!Files.isExecutable(LAUNCHER)) {
            throw new IllegalStateException(
                    "There is no launcher at " + LAUNCHER.toAbsolutePath() + ": build migrate-cli, too.");
        }
        BenchmarkServer server = BenchmarkServer.fromEnvironment();
        StartUpComparison comparison = new StartUpComparison(server);
        try {
            comparison.compare(rounds);
        } finally {
            if (comparison.alembic.isPresent()) {
                delete(comparison.alembic.get().folder());
            }
            delete(comparison.caches);
            server.drop();
        }
    }

    private void compare(int rounds) throws Exception {
        List<Contender> contenders = new ArrayList<>(contenders());
        server.clear();
        for (Contender contender : contenders.subList(2, contenders.size())) {
            // The first one upgrades and fills the caches.
            run(contender);
            awaitArchive(contender.caches());
        }
        // The launcher takes this as a sign that Java cannot create archives.
        Contender without = contenders.get(contenders.size() - 1);
        alembic.ifPresent(project -> contenders.add(contender("`alembic upgrade head`", project.upgrade(), caches)));
        Path archive = archive(without.caches()).orElseThrow();
        Files.delete(archive);
        Files.createFile(archive);
        for (int round = -1; round < rounds; round++) {
            for (Contender contender : contenders) {
                // A warm-up for the files; not measured.
                Timings timings = round < 0 ? new Timings() : contender.timings();
                timings.measure(() -> run(contender));
            }
        }
        System.out.println(
                "| server | process | time | ratio to the bare JVM | ratio to the bare JVM with the same flags |\n"
                        + "| --- | --- | --- | --- | --- |");
        for (Contender contender : contenders) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f | %.2f |%n",
                    server.name(),
                    contender.description(),
                    contender.timings().inMillis(),
                    contender.timings().ratioTo(contenders.get(0).timings()),
                    contender.timings().ratioTo(contenders.get(1).timings()));
        }
    }

    private List<Contender> contenders() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> select = List.of(
                "-cp",
                placeOf(Class.forName("com.mysql.cj.jdbc.Driver")) + File.pathSeparator + placeOf(OneSelect.class),
                OneSelect.class.getName());
        List<String> migrate = List.of(
                LAUNCHER.toString(),
                "--url",
                PASSWORD.matcher(server.url()).replaceAll(""),
                "--migrations",
                sources.toString(),
                "upgrade",
                "head");
        Path with = Files.createDirectory(caches.resolve("with"));
        Path without = Files.createDirectory(caches.resolve("without"));
        return List.of(
                contender("bare JVM", joined(List.of(java), select), with),
                contender("bare JVM with the launcher's flags", joined(List.of(java), joined(FLAGS, select)), with),
                contender("`migrate upgrade head`", migrate, with),
                contender("`migrate upgrade head`, without the archive", migrate, without));
    }

    private static Contender contender(String description, List<String> command, Path caches) {
        return new Contender(description, command, caches, new Timings());
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }

    private static String placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private void run(Contender contender) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(contender.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("XDG_CACHE_HOME", contender.caches().toString());
        process.environment().put(OneSelect.URL_VARIABLE, server.url());
        alembic.ifPresent(project -> process.environment().put(AlembicProject.URL_VARIABLE, project.url()));
        Matcher password = PASSWORD.matcher(server.url());
        if (password.find()) {
            process.environment().put("MIGRATE_PASSWORD", password.group(1));
        }
        int status = process.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(
                    contender.description() + " failed with status " + status + ":\n" + Files.readString(output));
        }
    }

    private static void awaitArchive(Path caches) throws Exception {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (archive(caches).isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("The launcher has created no class archive.");
            }
            Thread.sleep(100);
        }
    }

    private static Optional<Path> archive(Path caches) throws IOException {
        try (Stream<Path> files = Files.walk(caches)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).findFirst();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
