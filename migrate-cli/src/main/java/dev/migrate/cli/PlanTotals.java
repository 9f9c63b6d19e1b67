package dev.migrate.cli;

import dev.migrate.AnalyzedStatement;
import dev.migrate.PlanAnalysis;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.DdlCost;
import dev.migrate.provider.PlanAdvice.Replication;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableLock;
import dev.migrate.provider.TableSize;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The totals of a plan. Immutable.
 *
 * @param analysis the plan
 * @param statements all statements
 */
record PlanTotals(PlanAnalysis analysis, List<AnalyzedStatement> statements) {

    static PlanTotals of(PlanAnalysis analysis) {
        return new PlanTotals(
                analysis,
                analysis.steps().stream()
                        .flatMap(step -> step.statements().stream())
                        .toList());
    }

    /** The totals, as complete sentences. */
    List<String> lines() {
        if (analysis.steps().isEmpty()) {
            return List.of("Nothing to do: the database is at " + TextReport.idsOrBase(analysis.before()) + ".");
        }
        List<String> lines = new ArrayList<>();
        lines.add(Wording.counted(analysis.steps().size(), "step") + ", "
                + Wording.counted(statements.size(), "statement") + ": " + algorithms() + ".");
        add(lines, "Writers wait for", tables(cost -> cost.lock() != null && cost.lock() != TableLock.NONE));
        Set<String> rebuilt = tables(cost -> Boolean.TRUE.equals(cost.isRebuild()));
        add(lines, "Rebuilt:", rebuilt);
        if (!rebuilt.isEmpty()) {
            lines.add(space());
        }
        add(lines, "Not determined for", tables(cost -> cost.algorithm() == null));
        replication(analysis.replication()).ifPresent(lines::add);
        if (statements.stream().anyMatch(PlanTotals::isDerived)) {
            lines.add("* derived from the version of the server");
        }
        lines.addAll(analysis.remarks());
        return lines;
    }

    private static boolean isDerived(AnalyzedStatement statement) {
        DdlCost cost = statement.advice().cost();
        return cost != null && cost.source() == DdlCost.Source.VERSION_MATRIX;
    }

    private String algorithms() {
        List<String> counts = new ArrayList<>();
        for (DdlAlgorithm algorithm : DdlAlgorithm.values()) {
            long count = statements.stream()
                    .map(statement -> statement.advice().cost())
                    .filter(cost -> cost != null && cost.algorithm() == algorithm)
                    .count();
            if (count > 0) {
                counts.add(count + " " + algorithm);
            }
        }
        long others = statements.stream()
                .filter(statement -> statement.advice().cost() == null)
                .count();
        if (others > 0) {
            counts.add(others + " that change no existing table definition");
        }
        long unknown = statements.stream()
                .map(statement -> statement.advice().cost())
                .filter(cost -> cost != null && cost.algorithm() == null)
                .count();
        if (unknown > 0) {
            counts.add(unknown + " unknown");
        }
        return counts.isEmpty() ? "none" : String.join(", ", counts);
    }

    private interface Condition {
        boolean holds(DdlCost cost);
    }

    /** The existing tables of the statements whose costs meet a condition. */
    private Set<String> tables(Condition condition) {
        return statements.stream()
                .map(AnalyzedStatement::advice)
                .filter(advice -> advice.cost() != null && condition.holds(advice.cost()))
                .flatMap(PlanTotals::existing)
                .map(table -> Wording.oneLine(table.table()) + " (~" + Amount.rows(table.rows()) + " rows)")
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<TableSize> existing(StatementAdvice advice) {
        TableSize table = advice.table();
        return table == null || table.isNew() ? Stream.empty() : Stream.of(table);
    }

    private static void add(List<String> lines, String title, Set<String> tables) {
        if (!tables.isEmpty()) {
            lines.add(title + " " + String.join(", ", tables) + ".");
        }
    }

    /** The largest rebuilt table needs its size again while it is rebuilt. */
    private String space() {
        long largest = statements.stream()
                .map(AnalyzedStatement::advice)
                .filter(advice -> advice.cost() != null
                        && Boolean.TRUE.equals(advice.cost().isRebuild()))
                .flatMap(PlanTotals::existing)
                .mapToLong(TableSize::bytes)
                .max()
                .orElse(0);
        Long free = analysis.freeBytes();
        return "A rebuild needs about " + Amount.bytes(largest) + " of free space; "
                + (free == null ? "the server does not report what is free." : Amount.bytes(free) + " are free.");
    }

    private Optional<String> replication(Replication replication) {
        boolean isSlow = statements.stream()
                .map(AnalyzedStatement::advice)
                .anyMatch(advice -> advice.cost() != null && !advice.isIndependentOfRows());
        if (!isSlow || !replication.mayLag()) {
            return Optional.empty();
        }
        Integer replicas = replication.replicas();
        return Optional.of("Replicas repeat each statement after it has ended here, and lag behind meanwhile"
                + " (binary log: " + replication.format() + "; "
                + (replicas == null
                        ? "the user may not see the replicas"
                        : Wording.counted(replicas, "replica") + " connected")
                + ").");
    }
}
