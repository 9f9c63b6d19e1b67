package dev.migrate.cli;

import dev.migrate.AnalyzedStatement;
import dev.migrate.AnalyzedStep;
import dev.migrate.PlanAnalysis;
import dev.migrate.Rehearsal;
import dev.migrate.lint.Finding;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.TableLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats the costs of a plan as a table of 80 columns. */
final class PlanText {

    private static final int COLUMNS = 80;
    private static final String INDENT = "    ";
    private static final int TABLE_COLUMNS = 22;
    private static final int TIME_COLUMNS = 8;

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private PlanText(Paint paint) {
        this.paint = paint;
    }

    static List<String> lines(
            PlanAnalysis analysis, List<Finding> findings, Optional<Rehearsal> rehearsal, Paint paint) {
        PlanText text = new PlanText(paint);
        for (AnalyzedStep step : analysis.steps()) {
            text.step(step);
        }
        PlanTotals.of(analysis).lines().forEach(line -> text.wrapped("", line));
        text.rules(findings);
        rehearsal.ifPresent(text::rehearsal);
        return text.lines;
    }

    private void step(AnalyzedStep step) {
        wrapped("", TextReport.move(step.revision(), step.action()) + TextReport.message(step.revision()));
        lines.add(row("#", "TABLE", "ROWS", "SIZE", "ALGORITHM", "LOCK", "REBUILD", "TIME"));
        int number = 0;
        for (AnalyzedStatement statement : step.statements()) {
            number++;
            statement(number, statement);
        }
        lines.add("");
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%3s %-22s %8s %7s %-9s %-9s %-7s %s", (Object[]) cells)
                .stripTrailing();
    }

    private void statement(int number, AnalyzedStatement statement) {
        PlanCells cells = new PlanCells(statement);
        String line = row(
                String.valueOf(number),
                cells.table(TABLE_COLUMNS),
                cells.rows(),
                cells.size(),
                cells.algorithm(),
                cells.lock(),
                cells.rebuild(),
                cells.time(TIME_COLUMNS));
        lines.add(isBlocking(statement.advice().cost()) ? paint.red(line) : line);
        Wording.lines(Secrets.masked(statement.advice().sql())).forEach(sql -> wrapped(INDENT, sql));
        cells.notes().forEach(note -> wrapped(INDENT, "# " + note));
    }

    private void rules(List<Finding> findings) {
        if (!findings.isEmpty()) {
            lines.add("");
            lines.add("Rules");
            findings.forEach(finding -> lines.addAll(LintText.lines(finding, paint)));
            lines.add(LintText.summary(findings));
        }
    }

    private void rehearsal(Rehearsal rehearsal) {
        lines.add("");
        lines.add("Rehearsal");
        for (RehearsedStatement statement : rehearsal.statements()) {
            lines.add("  " + RehearsalText.place(statement) + ": " + RehearsalText.outcome(statement));
            Wording.lines(Secrets.masked(statement.sql())).forEach(sql -> wrapped(INDENT, sql));
        }
        RehearsalText.results(rehearsal).forEach(line -> wrapped("", line));
    }

    /** Whether other sessions cannot write while the statement runs. */
    private static boolean isBlocking(@Nullable DdlCost cost) {
        return cost != null && cost.lock() != null && cost.lock() != TableLock.NONE;
    }

    /** Adds a text in lines of at most 80 columns, broken between words; a longer word stays whole. */
    private void wrapped(String indent, String text) {
        for (String line : Wording.wrapped(text, 0, COLUMNS - indent.length()).split("\n", -1)) {
            lines.add(indent + line);
        }
    }
}
