package dev.migrate.cli;

import dev.migrate.lint.Finding;
import dev.migrate.lint.Severity;
import java.util.ArrayList;
import java.util.List;

/** Formats the findings of rules. Stateless. */
final class LintText {

    private static final int COLUMNS = 80;
    private static final String INDENT = "  ";

    private LintText() {}

    static List<String> lines(Finding finding, Paint paint) {
        String severity = finding.severity().toString();
        List<String> lines = new ArrayList<>();
        lines.add((finding.severity() == Severity.ERROR ? paint.red(severity) : severity) + " " + finding.rule()
                + where(finding));
        paragraph(finding.consequence(), lines);
        List<String> suggestion = finding.suggestion().lines().toList();
        paragraph(suggestion.get(0), lines);
        suggestion.stream().skip(1).forEach(code -> lines.add(INDENT + code));
        return lines;
    }

    /** The revision and the operation, after a colon. */
    static String where(Finding finding) {
        String revision = finding.revision() == null ? "" : ": " + finding.revision();
        return finding.operation() == null ? revision : revision + ", " + Wording.oneLine(finding.operation());
    }

    private static void paragraph(String text, List<String> lines) {
        Wording.wrapped(INDENT + text, 0, COLUMNS).lines().forEach(lines::add);
    }

    /** The number of findings by severity, the most severe first. */
    static String summary(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "No findings.";
        }
        List<String> counts = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(severity == Severity.INFO ? count + " info" : Wording.counted(count, severity.toString()));
            }
        }
        return String.join(", ", counts) + ".";
    }
}
