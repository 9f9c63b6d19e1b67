package dev.migrate.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Random schemas and random changes of them, see {@link PairTrial}. {@code -Dpairs.number} sets the number of pairs for
 * each server; {@code -Dpairs.seed} sets the seed of the first one, and that of each further pair is the next number. The scripts and the migrations of all pairs that fail are kept in {@code target/pairs}, and
 * {@code target/pairs.tsv} has a line for each server.
 */
@Tag("slow")
class GeneratedPairsTest {

    private static final int NUMBER = Integer.getInteger("pairs.number", 5);
    private static final long SEED = Long.getLong("pairs.seed", 1);
    private static final Path TARGET = Path.of("target");

    @DatabaseTest
    void nothingDiffersAfterTheMigrationNorAfterItsDowngrade(TestDatabase database) throws IOException, SQLException {
        List<String> failures = new ArrayList<>();
        int rejected = 0;
        int accepted = 0;
        for (long seed = SEED; seed < SEED + NUMBER; seed++) {
            Path folder = newFolder(database, seed);
            PairTrial trial = new PairTrial(database, folder, seed);
            List<String> found = trial.failures();
            rejected += trial.parts()[0];
            accepted += trial.parts()[1];
            if (found.isEmpty()) {
                delete(folder);
            } else {
                failures.add("seed " + seed + ": " + String.join("\n  ", found));
                Files.writeString(folder.resolve("failures.txt"), String.join("\n", found));
            }
        }
        report(database, failures.size(), accepted, rejected);
        assertThat(accepted).as("parts that the server accepts").isGreaterThan(rejected);
        assertThat(failures).isEmpty();
    }

    private static Path newFolder(TestDatabase database, long seed) throws IOException {
        String server = database.server().version().replaceAll("[^\\w.]", "-");
        Path folder = TARGET.resolve("pairs").resolve(server).resolve(Long.toString(seed));
        Files.createDirectories(folder);
        delete(folder);
        return Files.createDirectories(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void report(TestDatabase database, int failures, int accepted, int rejected) throws IOException {
        String line = String.join(
                "\t",
                database.server().version(),
                "seeds " + SEED + " to " + (SEED + NUMBER - 1),
                failures + " of " + NUMBER + " failed",
                accepted + " parts accepted",
                rejected + " rejected");
        Files.writeString(
                TARGET.resolve("pairs.tsv"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
