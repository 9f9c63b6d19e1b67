package dev.migrate.cli;

import dev.migrate.AnalyzedStatement;
import dev.migrate.AnalyzedStep;
import dev.migrate.PlanAnalysis;
import dev.migrate.Rehearsal;
import dev.migrate.lint.Finding;
import dev.migrate.plan.RehearsedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Formats the costs of a plan for a pull request. */
final class PlanMarkdown {

    private PlanMarkdown() {}

    static List<String> lines(PlanAnalysis analysis, List<Finding> findings, Optional<Rehearsal> rehearsal) {
        List<String> lines = new ArrayList<>();
        for (AnalyzedStep step : analysis.steps()) {
            add(step, lines);
        }
        PlanTotals.of(analysis).lines().forEach(line -> lines.add("* " + cell(line.replaceFirst("^\\* ", "\\\\* "))));
        addRules(findings, lines);
        rehearsal.ifPresent(rehearsed -> add(rehearsed, lines));
        return lines;
    }

    private static void addRules(List<Finding> findings, List<String> lines) {
        if (!findings.isEmpty()) {
            lines.addAll(List.of("", "### Rules", ""));
        }
        for (Finding finding : findings) {
            lines.add("* **" + finding.severity() + "** " + finding.rule() + LintText.where(finding) + "  ");
            lines.add("  " + cell(finding.consequence()) + "  ");
            List<String> suggestion = finding.suggestion().lines().toList();
            lines.add("  " + cell(suggestion.get(0)));
            if (suggestion.size() > 1) {
                lines.addAll(List.of("", "  ```java"));
                suggestion.stream().skip(1).forEach(code -> lines.add("  " + code));
                lines.add("  ```");
            }
        }
    }

    private static void add(Rehearsal rehearsal, List<String> lines) {
        lines.addAll(List.of("", "### Rehearsal", "", "| statement | SQL | time |", "| --- | --- | --- |"));
        for (RehearsedStatement statement : rehearsal.statements()) {
            lines.add("| " + cell(RehearsalText.place(statement)) + " | " + code(Secrets.masked(statement.sql()))
                    + " | " + RehearsalText.outcome(statement) + " |");
        }
        lines.add("");
        RehearsalText.results(rehearsal)
                .forEach(line -> lines.add(line.startsWith("- ") ? "  " + cell(line) : "* " + cell(line)));
    }

    private static void add(AnalyzedStep step, List<String> lines) {
        String move = TextReport.move(step.revision(), step.action()).replace("->", "→");
        lines.add("### " + cell(move + TextReport.message(step.revision())).replace("<", "&lt;"));
        lines.add("");
        lines.add("| # | statement | table | rows | size | algorithm | lock | rebuild | time |");
        lines.add("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        int number = 0;
        List<String> notes = new ArrayList<>();
        for (AnalyzedStatement statement : step.statements()) {
            number++;
            PlanCells cells = new PlanCells(statement);
            lines.add("| " + number + " | "
                    + code(Secrets.masked(statement.advice().sql())) + " | "
                    + cell(cells.table(Integer.MAX_VALUE)) + " | " + cells.rows() + " | " + cells.size() + " | "
                    + cells.algorithm() + " | " + cells.lock() + " | " + cells.rebuild() + " | " + cells.time() + " |");
            for (String note : cells.notes()) {
                notes.add("* " + number + ": " + cell(note));
            }
        }
        lines.add("");
        lines.addAll(notes);
        if (!notes.isEmpty()) {
            lines.add("");
        }
    }

    /** Text in a cell: on one line, without a separator of cells. */
    private static String cell(String text) {
        return Wording.oneLine(text).replace("|", "\\|");
    }

    /** SQL contains backticks, so it is enclosed in two of them. */
    private static String code(String sql) {
        return "`` " + cell(sql) + " ``";
    }
}
