package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import dev.migrate.plan.RehearsedStatement;
import dev.migrate.plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records the statements of a run with their durations. Not thread-safe. */
final class StatementRecorder implements RunListener {

    /** By step and number: a statement that is repeated is recorded once. */
    private final Map<String, RehearsedStatement> statements = new LinkedHashMap<>();

    @Override
    public void statementStarted(Step step, int number, String text) {
        record(step, number, text, null);
    }

    @Override
    public void statementDone(Step step, int number, Duration elapsed) {
        RehearsedStatement started = statements.get(key(step, number));
        if (started != null) {
            record(step, number, started.sql(), elapsed);
        }
    }

    private void record(Step step, int number, String sql, @Nullable Duration elapsed) {
        statements.put(
                key(step, number), new RehearsedStatement(step.direction(), step.revision(), number, sql, elapsed));
    }

    private static String key(Step step, int number) {
        return step.direction() + " " + step.revision().id() + " " + number;
    }

    /** Returns the statements in the order in which they were started. */
    List<RehearsedStatement> statements() {
        return List.copyOf(statements.values());
    }
}
