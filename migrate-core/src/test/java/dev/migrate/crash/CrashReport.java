package dev.migrate.crash;

import dev.migrate.crash.CrashTrial.Recovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs cases, counts their results, and writes a line for each fault to {@code target/crash-harness.tsv}. */
final class CrashReport {

    private static final Path FILE = Path.of("target", "crash-harness.tsv");
    private static final String HEAD =
            "server\tversion\tcases\tfault\tinjected\tby the run\tby the next run\tfailed\tseconds\n";

    private static final int MOST_SHOWN = 20;

    private final CrashServer server;
    private final String cases;
    private final CrashOptions options;
    private final Map<Fault, Map<Recovery, Integer>> recoveries = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> failures = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> nanos = new EnumMap<>(Fault.class);
    private final List<String> failed = new ArrayList<>();

    /**
     * Starts an empty report.
     *
     * @param server the server
     * @param cases a description of the cases, with their seed if they have one
     * @param options the options of all cases
     */
    CrashReport(CrashServer server, String cases, CrashOptions options) {
        this.server = server;
        this.cases = cases + options.description();
        this.options = options;
    }

    /** Runs another case. */
    void add(CrashTrial trial, CrashCase crash) {
        long start = System.nanoTime();
        try {
            recoveries
                    .computeIfAbsent(crash.fault(), fault -> new EnumMap<>(Recovery.class))
                    .merge(trial.run(crash), 1, Integer::sum);
        } catch (AssertionError e) {
            failures.merge(crash.fault(), 1, Integer::sum);
            failed.add(crash + " on " + server.version() + " (repeat with -Dtest=CrashTest -Dcrash.case=" + crash
                    + options.properties() + "):\n" + e.getMessage()
                    + (e.getCause() == null ? "" : "\n" + e.getCause()));
        }
        nanos.merge(crash.fault(), System.nanoTime() - start, Long::sum);
    }

    /**
     * Writes the lines.
     *
     * @throws AssertionError if a case failed
     */
    void end() {
        StringBuilder lines = new StringBuilder();
        nanos.forEach((fault, spent) -> {
            Map<Recovery, Integer> ended = recoveries.getOrDefault(fault, Map.of());
            int byRun = ended.getOrDefault(Recovery.BY_THE_RUN, 0);
            int byNext = ended.getOrDefault(Recovery.BY_THE_NEXT_RUN, 0);
            int lost = failures.getOrDefault(fault, 0);
            lines.append(String.join(
                            "\t",
                            server.name(),
                            server.version(),
                            cases,
                            fault.name(),
                            String.valueOf(byRun + byNext + lost),
                            String.valueOf(byRun),
                            String.valueOf(byNext),
                            String.valueOf(lost),
                            String.valueOf(spent / 1_000_000_000)))
                    .append('\n');
        });
        write(lines.toString());
        if (!failed.isEmpty()) {
            List<String> shown = failed.subList(0, Math.min(MOST_SHOWN, failed.size()));
            throw new AssertionError(failed.size() + " of the cases failed.\n" + String.join("\n\n", shown));
        }
    }

    private static void write(String lines) {
        try {
            Files.createDirectories(FILE.getParent());
            String head = Files.exists(FILE) ? "" : HEAD;
            Files.writeString(
                    FILE, head + lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
