package dev.migrate.cli;

import dev.migrate.AnalyzedStatement;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.TableSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The costs of a statement, as short texts. Immutable.
 *
 * @param statement the statement
 */
record PlanCells(AnalyzedStatement statement) {

    private static final String UNKNOWN = "?";
    private static final String NONE = "";

    /** The name of the table, truncated if it is long. */
    String table(int columns) {
        TableSize table = statement.advice().table();
        if (table == null) {
            return NONE;
        }
        String name = Wording.oneLine(table.table());
        return name.length() <= columns ? name : name.substring(0, columns - 1) + "…";
    }

    /** The number of rows; "~" marks an estimate. */
    String rows() {
        TableSize table = statement.advice().table();
        return table == null ? NONE : table.isNew() ? "new" : "~" + Amount.rows(table.rows());
    }

    String size() {
        TableSize table = statement.advice().table();
        return table == null || table.isNew() ? NONE : "~" + Amount.bytes(table.bytes());
    }

    /** The algorithm; "*" marks one that is derived from the version of the server. */
    String algorithm() {
        DdlCost cost = statement.advice().cost();
        if (cost == null) {
            return NONE;
        }
        DdlAlgorithm algorithm = cost.algorithm();
        return algorithm == null ? UNKNOWN : algorithm + (isDerived(cost) ? "*" : "");
    }

    private static boolean isDerived(DdlCost cost) {
        return cost.source() == DdlCost.Source.VERSION_MATRIX;
    }

    String lock() {
        DdlCost cost = statement.advice().cost();
        return cost == null ? NONE : cost.lock() == null ? UNKNOWN : String.valueOf(cost.lock());
    }

    String rebuild() {
        DdlCost cost = statement.advice().cost();
        @Nullable Boolean isRebuild = cost == null ? null : cost.isRebuild();
        return cost == null ? NONE : isRebuild == null ? UNKNOWN : isRebuild ? "yes" : "no";
    }

    /** The expected time, or only its upper bound if a range is longer than a number of columns. */
    String time(int columns) {
        ExpectedTime time = statement.time();
        String range = time();
        return time == null || range.length() <= columns
                ? range
                : "<" + (time.to().toSeconds() + 1) + " s";
    }

    /** The expected time; its basis is one of the notes. */
    String time() {
        ExpectedTime time = statement.time();
        if (time == null) {
            return statement.advice().cost() == null ? NONE : UNKNOWN;
        }
        String from = Wording.of(time.from());
        String to = Wording.of(time.to());
        return from.equals(to) ? from : from + " - " + to;
    }

    /** What does not fit into a cell. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        String rejection = statement.advice().rejection();
        if (rejection != null) {
            notes.add("The server rejects it on an empty clone: " + rejection);
        }
        statement.advice().findings().forEach(finding -> notes.add(text(finding)));
        if (!statement.isWithinLimits()) {
            notes.add("It exceeds the limits, so an upgrade would not execute it.");
        }
        statement.losses().forEach(notes::add);
        basis().ifPresent(notes::add);
        notes.addAll(inverse());
        return notes.stream().map(note -> Secrets.masked(Wording.oneLine(note))).toList();
    }

    private Optional<String> basis() {
        ExpectedTime time = statement.time();
        if (time == null || time.basis() == ExpectedTime.Basis.EMPTY_CLONE) {
            return Optional.empty();
        }
        String basis = time.basis() == ExpectedTime.Basis.JOURNAL
                ? "that of " + Wording.counted(time.measurements(), "earlier statement")
                        + " that changed the table in the same way"
                : "estimated from " + time.measurements() + " of " + rows() + " rows";
        return Optional.of("The time is " + basis + ": " + time() + ".");
    }

    private static String text(DataFinding finding) {
        switch (finding.kind()) {
            case BROKEN_OBJECT, ROW_SIZE -> {
                return "Breaks: " + finding.description() + " " + finding.query() + ";";
            }
            case USED_COLUMN -> {
                return "Fails: " + finding.description() + " " + finding.query() + ";";
            }
            default -> {
                return rows(finding);
            }
        }
    }

    private static String rows(DataFinding finding) {
        String count = finding.count() == null ? "Not determined" : String.valueOf(finding.count());
        return (finding.isFatal() ? "Fails: " : "Alters: ") + finding.description() + " " + count
                + (finding.example() == null ? "" : ", for example " + Wording.firstLine(finding.example()))
                + (finding.mayBeResolved() ? "; an earlier statement may change them" : "") + ". All: "
                + finding.query() + ";";
    }

    private List<String> inverse() {
        if (statement.irreversibility() != null) {
            return List.of("No inverse: " + statement.irreversibility());
        }
        return statement.inverse().isEmpty()
                ? List.of()
                : List.of("Inverse: " + String.join("; ", statement.inverse()));
    }
}
