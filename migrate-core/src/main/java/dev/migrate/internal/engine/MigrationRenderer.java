package dev.migrate.internal.engine;

import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.Sha256;
import dev.migrate.internal.load.MigrationSet;
import dev.migrate.internal.load.SqlMigration;
import dev.migrate.journal.Action;
import dev.migrate.migration.IgnoreRule;
import dev.migrate.migration.LimitDdl;
import dev.migrate.migration.Migration;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.NamingConvention;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.ScriptPlaceholders;
import dev.migrate.plan.Direction;
import dev.migrate.plan.Step;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records the operations of migrations and renders them as statements. Immutable. */
public final class MigrationRenderer {

    private final MigrationSet migrations;
    private final NamingConvention naming;
    private final ScriptPlaceholders placeholders;
    private final DdlLimits limits;

    /**
     * Creates a renderer.
     *
     * @param migrations the migrations, which have the revisions of the graph
     * @param naming the names of objects that migrations do not name
     * @param placeholders the values of placeholders in SQL files
     * @param limits the limits of migrations that have none of their own
     */
    public MigrationRenderer(
            MigrationSet migrations, NamingConvention naming, ScriptPlaceholders placeholders, DdlLimits limits) {
        this.migrations = migrations;
        this.naming = naming;
        this.placeholders = placeholders;
        this.limits = limits;
    }

    public List<PreparedStep> prepare(List<Step> steps, SqlRenderer renderer) {
        List<PreparedStep> prepared = new ArrayList<>();
        for (Step step : steps) {
            prepared.add(prepare(step, renderer));
        }
        return prepared;
    }

    /** Returns the name of the class of a migration. */
    public String className(String id) {
        return migrations.get(id).className();
    }

    private PreparedStep prepare(Step step, SqlRenderer renderer) {
        return prepare(
                step, step.direction() == Direction.UP ? Action.UP : Action.DOWN, record(step, renderer), renderer);
    }

    /** Renders the operations of a step. */
    PreparedStep prepare(Step step, Action action, List<Operation> operations, SqlRenderer renderer) {
        List<PlannedStatement> statements = new ArrayList<>();
        for (Operation operation : renderer.merge(operations)) {
            statements.addAll(renderer.render(operation));
        }
        return resumable(new PreparedStep(step, action, operations, statements, limits(step)), renderer);
    }

    private DdlLimits limits(Step step) {
        Migration migration = migration(step.revision().id());
        if (migration instanceof SqlMigration sql) {
            return sql.limits().orElse(limits);
        }
        LimitDdl own = migration.getClass().getAnnotation(LimitDdl.class);
        return own == null ? limits : new DdlLimits(own.algorithm(), own.lock(), own.rows());
    }

    /** Checks that a step can be resumed wherever it is interrupted. */
    private static PreparedStep resumable(PreparedStep step, SqlRenderer renderer) {
        try {
            requireDistinctCode(step.statements());
            SessionValues.of(
                    step.statements(),
                    sql -> DatabaseProviders.forServer(renderer.server()).maskSecrets(sql));
            return step;
        } catch (InvalidMigrationException e) {
            throw InvalidMigrationException.notResumable(step.step().revision().id(), e);
        }
    }

    /** Java code is identified by its description: two pieces with the same one could be exchanged unnoticed. */
    private static void requireDistinctCode(List<PlannedStatement> statements) {
        Set<String> descriptions = new HashSet<>();
        for (PlannedStatement statement : statements) {
            if (statement instanceof PlannedStatement.Code && !descriptions.add(statement.text())) {
                throw new InvalidMigrationException(
                        InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED,
                        "Two pieces of Java code have the description \"" + statement.text()
                                + "\", so the journal could not show which of them was executed.",
                        "Give each a description of its own.");
            }
        }
    }

    /**
     * Prepares a step for a script.
     *
     * @throws InvalidMigrationException if it runs Java code or needs a live database
     */
    PreparedStep prepareOffline(Step step, SqlRenderer renderer, DeferredSqlResolver resolver) {
        String id = step.revision().id();
        PreparedStep prepared = prepare(step, renderer);
        prepared.statements().forEach(statement -> requireNoCode(id, statement));
        List<PlannedStatement> statements = new ArrayList<>();
        for (Operation operation : renderer.merge(prepared.operations())) {
            try {
                statements.addAll(resolver.render(operation));
            } catch (InvalidMigrationException e) {
                throw InvalidMigrationException.offlineSqlUnsupported(id, e.problem(), e.remedy(), e);
            }
        }
        return PreparedStep.of(step, prepared.operations(), statements).within(prepared.limits());
    }

    private static void requireNoCode(String id, PlannedStatement statement) {
        if (statement instanceof PlannedStatement.Code) {
            throw InvalidMigrationException.offlineSqlUnsupported(
                    id,
                    "It runs Java code: \"" + statement.text() + "\".",
                    "Write it in SQL, or write one script up to the previous revision and one from " + id
                            + " on, and run " + id + " in between with upgrade or downgrade.",
                    null);
        }
    }

    /**
     * Prepares the step that reverts the first statements of a step: by the opposite method of the migration if all of
     * them are done, and otherwise by the inverses of the completed operations.
     *
     * @param prepared the step
     * @param done the number of its statements that are done
     * @throws InterruptedRunException if one of them cannot be reverted
     */
    PreparedStep prepareAbort(PreparedStep prepared, int done, SqlRenderer renderer) {
        Step step = prepared.step();
        String id = step.revision().id();
        Step reverse = new Step(step.direction().opposite(), step.revision(), List.of());
        try {
            List<Operation> inverses = inverses(prepared, reverse, done, renderer);
            List<PlannedStatement> statements = renderer.merge(inverses).stream()
                    .flatMap(operation -> renderer.render(operation).stream())
                    .toList();
            return new PreparedStep(reverse, Action.ABORT, inverses, statements, limits(step));
        } catch (InvalidMigrationException e) {
            if (e.reason() == InvalidMigrationException.Reason.IRREVERSIBLE) {
                throw InterruptedRunException.irreversible(
                        id, e.getCause() instanceof InvalidMigrationException cause ? cause.problem() : e.problem());
            }
            throw e;
        }
    }

    private List<Operation> inverses(PreparedStep step, Step reverse, int done, SqlRenderer renderer) {
        List<Operation> operations = renderer.merge(step.operations());
        boolean hasOpposite = !step.action().isRepeatable();
        if (operations.size() == 1 && operations.get(0) instanceof ExecuteScript script) {
            return hasOpposite && done == renderer.render(script).size()
                    ? record(reverse, renderer)
                    : renderer.inverse(script, done);
        }
        List<Operation> completed = completed(reverse.revision().id(), operations, done, renderer);
        return hasOpposite && completed.size() == operations.size()
                ? record(reverse, renderer)
                : Operations.inverseOf(completed);
    }

    /** Returns the operations whose statements that change the database are done, which must be the first ones. */
    private static List<Operation> completed(String id, List<Operation> operations, int done, SqlRenderer renderer) {
        List<Operation> completed = new ArrayList<>();
        int first = 0;
        for (Operation operation : operations) {
            List<PlannedStatement> statements = renderer.render(operation);
            int effective = effective(statements, statements.size());
            int doneOfOperation = effective(statements, done - first);
            if (doneOfOperation > 0 && doneOfOperation < effective) {
                throw InterruptedRunException.irreversible(
                        id, "It was interrupted in the middle of \"" + operation.description() + "\".");
            }
            if (doneOfOperation > 0) {
                completed.add(operation);
            }
            first += statements.size();
        }
        return completed;
    }

    /** Counts the first statements that change the database. */
    private static int effective(List<PlannedStatement> statements, int first) {
        return (int) statements.stream()
                .limit(Math.max(first, 0))
                .filter(statement -> statement.effect() != PlannedStatement.Effect.SESSION_ONLY)
                .count();
    }

    /** Returns the names of the repeatable migrations, with the dependencies among them. */
    public List<RevisionNode> repeatables() {
        return migrations.repeatables();
    }

    /** Returns a hash of the files of the repeatable migrations and what they depend on, which needs no database. */
    String hashOfRepeatables() {
        StringBuilder text = new StringBuilder();
        for (RevisionNode node : repeatables()) {
            text.append(node).append('\n').append(sql(node.id()).upText()).append('\0');
        }
        placeholders.inQuotes().stream()
                .sorted()
                .forEach(name -> text.append(name).append('\0'));
        new TreeMap<>(placeholders.values())
                .forEach((name, value) ->
                        text.append(name).append('\0').append(value).append('\0'));
        return Sha256.of(text.toString());
    }

    /** Returns whether there is a repeatable migration with a name. */
    public boolean isRepeatable(String name) {
        return migrations.isRepeatable(name);
    }

    /** Returns whether a repeatable migration has neither a {@code down} part nor a reason why there is none. */
    boolean hasDerivedDown(String name) {
        return sql(name).hasDerivedDown();
    }

    private SqlMigration sql(String name) {
        return (SqlMigration) migration(name);
    }

    /** Returns whether a migration is an SQL file. */
    public boolean isSql(String id) {
        return migrations.get(id).source() instanceof SqlMigration;
    }

    /** Returns the ids of the rules whose findings a migration suppresses, each with the reason. */
    public Map<String, String> ignoredRules(String id) {
        Migration migration = migration(id);
        if (migration instanceof SqlMigration sql) {
            return sql.ignoredRules();
        }
        Map<String, String> ignored = new LinkedHashMap<>();
        for (IgnoreRule each : migration.getClass().getAnnotationsByType(IgnoreRule.class)) {
            ignored.put(each.value(), each.reason());
        }
        return ignored;
    }

    /** Returns the migration of a revision. */
    Migration migration(String id) {
        return migrations.get(id).migration();
    }

    private List<Operation> record(Step step, SqlRenderer renderer) {
        return operations(step.revision(), step.direction(), Optional.of(renderer));
    }

    /**
     * Records the operations of a migration.
     *
     * @param renderer derives the downgrade of an SQL file, which is empty without it
     */
    public List<Operation> operations(RevisionNode revision, Direction direction, Optional<SqlRenderer> renderer) {
        String id = revision.id();
        Migration migration =
                renderer.map(known -> replaced(migration(id), known)).orElseGet(() -> migration(id));
        boolean isUp = direction == Direction.UP;
        if (!isUp && migration instanceof SqlMigration script && script.hasDerivedDown()) {
            return renderer.map(known -> inverse(id, script, known)).orElse(List.of());
        }
        try {
            return Operations.recordedBy(naming, isUp ? migration::up : migration::down);
        } catch (RuntimeException e) {
            if (e instanceof InvalidMigrationException invalid
                    && invalid.reason() == InvalidMigrationException.Reason.IRREVERSIBLE) {
                throw InvalidMigrationException.irreversible(id, invalid);
            }
            String method = migration.getClass().getName() + (isUp ? ".up" : ".down");
            throw InvalidMigrationException.recordingFailed(id, method, e);
        }
    }

    private Migration replaced(Migration migration, SqlRenderer renderer) {
        if (placeholders.isEmpty() || !(migration instanceof SqlMigration sql)) {
            return migration;
        }
        ServerVersion server = renderer.server();
        ScriptDialect dialect = DatabaseProviders.forServer(server).scriptDialect(server);
        return sql.with(script -> dialect.replaced(script, placeholders));
    }

    private static List<Operation> inverse(String id, SqlMigration migration, SqlRenderer renderer) {
        try {
            return migration
                    .upScript()
                    .map(script -> renderer.inverse(script, Integer.MAX_VALUE))
                    .orElse(List.of());
        } catch (InvalidMigrationException e) {
            throw e.reason() == InvalidMigrationException.Reason.IRREVERSIBLE
                    ? InvalidMigrationException.irreversible(id, e)
                    : e;
        }
    }
}
