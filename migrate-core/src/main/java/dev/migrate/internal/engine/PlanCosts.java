package dev.migrate.internal.engine;

import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.plan.ExpectedTime;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DdlAdvisor;
import dev.migrate.provider.PlanAdvice;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.provider.StatementAdvice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The costs of the steps of a plan, which has not run. Immutable.
 *
 * @param steps the steps
 * @param advice the facts about the server
 */
public record PlanCosts(List<OfStep> steps, PlanAdvice advice) {

    /** A page of the journal with enough steps to find earlier statements, and small enough to be read at once. */
    private static final int JOURNAL_STEPS = 1_000;

    /**
     * The costs of a step.
     *
     * @param step the step
     * @param statements its statements
     */
    public record OfStep(PreparedStep step, List<OfStatement> statements) {}

    /**
     * The costs of a statement.
     *
     * @param operation the operation that it belongs to, merged as it will run
     * @param isFirst whether it is the first statement of the operation
     * @param advice the costs
     * @param time the expected time, or null if it is not known
     * @param inverse the inverse of the operation
     */
    public record OfStatement(
            Operation operation,
            boolean isFirst,
            StatementAdvice advice,
            @Nullable ExpectedTime time,
            Inversion inverse) {}

    /**
     * The inverse of an operation.
     *
     * @param sql its statements; empty if there is none
     * @param obstacle why there is none, as a complete sentence, or null
     */
    public record Inversion(List<String> sql, @Nullable String obstacle) {}

    /**
     * Determines the costs.
     *
     * @param prepared the steps
     * @param checkTimeout the time limit of each query that searches for rows; zero for no such queries
     */
    public static PlanCosts of(Database database, List<PreparedStep> prepared, Duration checkTimeout) {
        SqlRenderer renderer = database.renderer();
        DdlAdvisor advisor = DatabaseProviders.forServer(renderer.server()).ddlAdvisor();
        List<List<Operation>> merged =
                prepared.stream().map(step -> renderer.merge(step.operations())).toList();
        PlanAdvice advice = advisor.advise(
                database.requireDataSource(),
                merged.stream().flatMap(List::stream).toList(),
                checkTimeout);
        Map<String, List<Duration>> past = past(database, advisor);
        Iterator<List<StatementAdvice>> ofOperations = advice.statements().iterator();
        List<OfStep> costs = new ArrayList<>();
        for (int i = 0; i < prepared.size(); i++) {
            List<OfStatement> statements = new ArrayList<>();
            for (Operation operation : merged.get(i)) {
                Inversion inverse = inverse(operation, renderer);
                boolean isFirst = true;
                for (StatementAdvice statement : ofOperations.next()) {
                    StatementAdvice masked = masked(statement, renderer);
                    statements.add(
                            new OfStatement(operation, isFirst, masked, time(statement, past, advisor), inverse));
                    isFirst = false;
                }
            }
            costs.add(new OfStep(prepared.get(i), statements));
        }
        return new PlanCosts(costs, advice);
    }

    private static StatementAdvice masked(StatementAdvice advice, SqlRenderer renderer) {
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        return new StatementAdvice(
                provider.maskSecrets(advice.sql()),
                advice.table(),
                advice.cost(),
                advice.isIndexBuild(),
                advice.trial(),
                advice.rejection(),
                advice.findings());
    }

    /** The durations of earlier statements, by what they have changed. */
    private static Map<String, List<Duration>> past(Database database, DdlAdvisor advisor) {
        Map<String, List<Duration>> past = new HashMap<>();
        try (Session session = database.open()) {
            for (JournalStep step : database.history(session).steps(JournalPage.newestFirst(JOURNAL_STEPS))) {
                for (JournalStatement statement : step.statements()) {
                    Duration elapsed = statement.elapsed();
                    if (statement.state() == EntryState.DONE && elapsed != null) {
                        advisor.comparisonKey(statement.text())
                                .ifPresent(key -> past.computeIfAbsent(key, each -> new ArrayList<>())
                                        .add(elapsed));
                    }
                }
            }
        }
        return past;
    }

    private static @Nullable ExpectedTime time(
            StatementAdvice advice, Map<String, List<Duration>> past, DdlAdvisor advisor) {
        Duration trial = advice.trial();
        if (trial != null && advice.isIndependentOfRows()) {
            return new ExpectedTime(trial, trial, ExpectedTime.Basis.EMPTY_CLONE, 1);
        }
        List<Duration> times = advisor.comparisonKey(advice.sql())
                .map(key -> past.getOrDefault(key, List.of()).stream().sorted().toList())
                .orElse(List.of());
        return times.isEmpty()
                ? null
                : new ExpectedTime(times.get(0), times.get(times.size() - 1), ExpectedTime.Basis.JOURNAL, times.size());
    }

    private static Inversion inverse(Operation operation, SqlRenderer renderer) {
        return inversion(operation.inverse(), renderer);
    }

    private static <T extends Operation> Inversion inversion(Inverse<T> inverse, SqlRenderer renderer) {
        return inverse.accept(new Inverse.Visitor<T, Inversion>() {
            @Override
            public Inversion exact(Inverse.Exact<T> exact) {
                return new Inversion(
                        exact.operations().stream()
                                .flatMap(each -> renderer.render(each).stream())
                                .map(PlannedStatement::text)
                                .toList(),
                        null);
            }

            @Override
            public Inversion needs(Inverse.Needs<T> needs) {
                return new Inversion(List.of(), "The operation does not include " + needs.what() + ".");
            }

            @Override
            public Inversion none(Inverse.None<T> none) {
                return new Inversion(List.of(), none.why());
            }
        });
    }
}
