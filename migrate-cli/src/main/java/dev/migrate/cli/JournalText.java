package dev.migrate.cli;

import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats a step of the journal as text. */
final class JournalText {

    private JournalText() {}

    /** The summary on one line. */
    static String line(JournalStep step) {
        String message = step.message().isEmpty() ? "" : ", " + Wording.oneLine(step.message());
        return Secrets.masked(step.number() + "  " + Wording.of(step.startedAt()) + "  " + Wording.word(step.action())
                + " " + move(step) + message + " (" + outcome(step.state(), step.elapsed()) + ")");
    }

    /** The details: the summary, followed by further lines. */
    static List<String> inFull(JournalStep step) {
        List<String> lines = new ArrayList<>();
        lines.add(line(step));
        lines.add("   Parents: " + TextReport.idsOrBase(step.parents()));
        if (!step.dependsOn().isEmpty()) {
            lines.add("   Needs:   " + String.join(", ", step.dependsOn()));
        }
        lines.add("   By:      " + actor(step.actor()));
        if (step.note() != null) {
            lines.add("   Note:    " + shown(step.note()));
        }
        lines.addAll(statements(step));
        return lines;
    }

    /** The statements that were started. */
    static List<String> statements(JournalStep step) {
        List<String> lines = new ArrayList<>();
        step.statements().forEach(statement -> lines.addAll(lines(statement)));
        return lines;
    }

    private static List<String> lines(JournalStatement statement) {
        List<String> sql = Wording.lines(Secrets.masked(statement.text()));
        List<String> lines = new ArrayList<>();
        for (String line : sql.isEmpty() ? List.of("") : sql) {
            lines.add(
                    lines.isEmpty()
                            ? "   " + statement.number() + " " + outcome(statement.state(), statement.elapsed()) + ": "
                                    + line
                            : "     " + line);
        }
        if (statement.note() != null) {
            lines.add("     " + shown(statement.note()));
        }
        return lines;
    }

    private static String move(JournalStep step) {
        String parents = TextReport.idsOrBase(step.parents());
        return switch (step.action()) {
            case UP, STAMP -> parents + " -> " + step.revision();
            case DOWN, UNSTAMP -> step.revision() + " -> " + parents;
            case ABORT, REPEAT, RESTORE, REMOVE -> step.revision();
        };
    }

    private static String actor(JournalStep.Actor actor) {
        return Wording.oneLine(actor.account() + ", connection " + actor.connection() + "; " + actor.process()
                + "; library " + actor.library());
    }

    private static String outcome(Enum<?> state, @Nullable Duration elapsed) {
        return Wording.word(state) + (elapsed == null ? "" : ", " + Wording.of(elapsed));
    }

    /** Texts from the database may contain line ends and passwords. */
    private static String shown(String text) {
        return Secrets.masked(Wording.oneLine(text));
    }
}
