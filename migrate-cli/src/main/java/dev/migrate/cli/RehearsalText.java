package dev.migrate.cli;

import dev.migrate.Rehearsal;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.error.MigrateException;
import dev.migrate.plan.Direction;
import dev.migrate.plan.RehearsedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats a rehearsal as short texts, for all formats of a plan. */
final class RehearsalText {

    private RehearsalText() {}

    /** The direction, the revision and the number of a statement. */
    static String place(RehearsedStatement statement) {
        return Wording.word(statement.direction()) + " "
                + Wording.oneLine(statement.revision().id()) + ", statement " + statement.number();
    }

    /** The duration of a statement, or that it failed. */
    static String outcome(RehearsedStatement statement) {
        Duration elapsed = statement.elapsed();
        return elapsed == null ? "failed" : Wording.of(elapsed);
    }

    /** The outcome of the rehearsal, as complete sentences. */
    static List<String> results(Rehearsal rehearsal) {
        List<String> lines = new ArrayList<>();
        if (!rehearsal.rows().isEmpty()) {
            List<String> counts = new ArrayList<>();
            rehearsal.rows().forEach((table, rows) -> counts.add(Wording.counted(rows, "row") + " of " + table));
            lines.add("Executed with a sample: " + String.join(", ", counts) + ".");
        }
        MigrateException failure = rehearsal.failure();
        if (failure != null) {
            List<String> failed = new ArrayList<>(Failure.of(failure).lines());
            failed.set(0, "Failed: " + failed.get(0));
            lines.addAll(failed);
        }
        add(
                lines,
                rehearsal.difference(),
                "The result equals the schema that the migrations create in an empty database.",
                "The result differs from the schema that the migrations create in an empty database. It lacks:");
        add(
                lines,
                rehearsal.remainder(),
                reversal(rehearsal) + " restores the initial schema.",
                reversal(rehearsal) + " does not restore the initial schema. It lacks:");
        lines.addAll(rehearsal.remarks());
        return lines.stream().map(line -> Secrets.masked(Wording.oneLine(line))).toList();
    }

    private static String reversal(Rehearsal rehearsal) {
        boolean isDowngrade = rehearsal.statements().stream()
                .findFirst()
                .map(statement -> statement.direction() == Direction.DOWN)
                .orElse(false);
        return isDowngrade ? "The upgrade after it" : "The downgrade after it";
    }

    private static void add(List<String> lines, @Nullable SchemaDiff diff, String same, String different) {
        if (diff == null) {
            return;
        }
        lines.add(diff.isEmpty() ? same : different);
        diff.changes().forEach(change -> lines.add("- " + change.operation().description()));
        diff.remarks().forEach(remark -> lines.add("- " + remark));
    }
}
