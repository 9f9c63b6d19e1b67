package dev.migrate;

import dev.migrate.dialect.DatabaseNeededException;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Statement;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.IrreversibleMigrationException;
import dev.migrate.error.NotScriptableException;
import dev.migrate.error.RecordingFailedException;
import dev.migrate.error.UnfinishedStepException;
import dev.migrate.journal.Action;
import dev.migrate.load.LoadedMigration;
import dev.migrate.migration.Migration;
import dev.migrate.operation.IrreversibleOperationException;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.run.PreparedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lets migrations record what they want done, and has it written in the server's SQL. Immutable. */
final class Recorder {

    private final Map<String, LoadedMigration> migrations;
    private final NamingConvention naming;

    private Recorder(Map<String, LoadedMigration> migrations, NamingConvention naming) {
        this.migrations = migrations;
        this.naming = naming;
    }

    /** The graph finds two equal ids as well, but cannot say which classes they come from. */
    static Recorder of(List<LoadedMigration> loaded, NamingConvention naming) {
        Map<String, LoadedMigration> migrations = new HashMap<>();
        for (LoadedMigration one : loaded) {
            String id = one.revision().id();
            LoadedMigration other = migrations.putIfAbsent(id, one);
            if (other != null) {
                throw new InvalidMigrationException(
                        "Two migrations have the id " + id + ": " + other.className() + " and " + one.className() + ".",
                        "Give one of them another id, or leave one out.",
                        null);
            }
        }
        return new Recorder(Map.copyOf(migrations), naming);
    }

    List<PreparedStep> prepare(List<Step> steps, Dialect dialect) {
        List<PreparedStep> prepared = new ArrayList<>();
        for (Step step : steps) {
            prepared.add(prepare(step, dialect));
        }
        return prepared;
    }

    /** What the steps would do. */
    List<PlannedStep> plan(List<Step> steps) {
        return steps.stream().map(step -> new PlannedStep(step, record(step))).toList();
    }

    /** The name of the class of a migration. */
    String className(String id) {
        return Objects.requireNonNull(migrations.get(id), id).className();
    }

    private PreparedStep prepare(Step step, Dialect dialect) {
        List<Statement> statements = new ArrayList<>();
        for (Operation operation : dialect.merge(record(step))) {
            statements.addAll(dialect.render(operation));
        }
        return PreparedStep.of(step, statements);
    }

    /**
     * Prepares a step for a script.
     *
     * @throws NotScriptableException if it needs Java, or what only the database knows
     */
    PreparedStep prepareOffline(Step step, Dialect dialect, Unknowns unknowns) {
        String id = step.revision().id();
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : prepare(step, dialect).statements()) {
            if (statement instanceof Statement.Code) {
                throw NotScriptableException.ofCode(id, statement.text());
            }
            try {
                statements.add(unknowns.settled(statement));
            } catch (DatabaseNeededException e) {
                throw new NotScriptableException(id, e.problem(), e.remedy(), e);
            }
        }
        return PreparedStep.of(step, statements);
    }

    /**
     * Prepares what takes back the first statements of a step.
     *
     * @param step the step
     * @param done how many of its statements are done
     * @throws UnfinishedStepException if one of them cannot be taken back
     */
    PreparedStep prepareUndo(Step step, int done, Dialect dialect) {
        String id = step.revision().id();
        List<Operation> operations = new ArrayList<>();
        int first = 0;
        for (Operation operation : dialect.merge(record(step))) {
            List<Statement> statements = dialect.render(operation);
            int effective = effective(statements, statements.size());
            int doneOfIt = effective(statements, done - first);
            if (doneOfIt > 0 && doneOfIt < effective) {
                throw UnfinishedStepException.notReversible(
                        id, "It stands in the middle of \"" + operation.description() + "\".");
            }
            if (doneOfIt > 0) {
                operations.add(operation);
            }
            first += statements.size();
        }
        try {
            List<Statement> undo = dialect.merge(Operations.inverseOf(operations)).stream()
                    .flatMap(operation -> dialect.render(operation).stream())
                    .toList();
            return new PreparedStep(
                    new Step(step.direction().opposite(), step.revision(), List.of()), Action.ABORT, undo);
        } catch (IrreversibleOperationException e) {
            throw UnfinishedStepException.notReversible(id, e.problem());
        }
    }

    /** Counts those of the first statements that change more than the session. */
    private static int effective(List<Statement> statements, int first) {
        return (int) statements.stream()
                .limit(Math.max(first, 0))
                .filter(statement -> statement.effect() != Statement.Effect.OF_THE_SESSION)
                .count();
    }

    private List<Operation> record(Step step) {
        String id = step.revision().id();
        Migration migration = Objects.requireNonNull(migrations.get(id), id).migration();
        boolean isUp = step.direction() == Direction.UP;
        try {
            return Operations.recordedBy(naming, isUp ? migration::up : migration::down);
        } catch (IrreversibleOperationException e) {
            throw new IrreversibleMigrationException(id, e);
        } catch (RuntimeException e) {
            String method = migration.getClass().getName() + (isUp ? ".up" : ".down");
            throw new RecordingFailedException(id, method, e);
        }
    }
}
