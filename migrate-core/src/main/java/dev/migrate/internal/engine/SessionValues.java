package dev.migrate.internal.engine;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the statements of a step depend on values of their session, which are lost if the run resumes in a new one.
 *
 * <p>A value that is computed from constants and settings is computed again. Any other value must be used in the
 * transaction that computed it: from the statement that assigns a value to the last one that reads it, the step is one
 * <em>unit</em>, which is carried out and resumed as a whole. A statement that certainly commits cannot be in a unit; the
 * migration is rejected. Created once for each use; computing it takes time linear in the number of statements.
 */
final class SessionValues {

    /**
     * Statements that are resumed as a whole.
     *
     * @param from the index of the first one
     * @param to the index after the last one
     */
    record Unit(int from, int to) {}

    /** A value that is read by a later statement and cannot be computed again. */
    private record Dependency(int from, int to, String value) {}

    private final List<PlannedStatement> statements;
    private final UnaryOperator<String> mask;
    private final List<Dependency> dependencies = new ArrayList<>();
    /** By statement: the number of units that begin with it, less those that end with it. */
    private final int[] joins;
    /** By statement: the unit that it belongs to, if that may commit. */
    private final @Nullable Unit[] units;
    /** By statement: the number of statements before it that are certain to commit. */
    private final int[] commits;
    /** By statement: whether it is carried out again in a new session. */
    private final boolean[] isRepeatable;
    /** By value: the index of the statement that last assigned it. */
    private final Map<String, Integer> assigned = new HashMap<>();
    /** The index of the last statement that may have assigned any value, or -1. */
    private int assignedAnything = -1;

    private SessionValues(List<PlannedStatement> statements, UnaryOperator<String> mask) {
        this.statements = statements;
        this.mask = mask;
        this.isRepeatable = new boolean[statements.size()];
        this.joins = new int[statements.size() + 1];
        this.units = new Unit[statements.size()];
        this.commits = new int[statements.size() + 1];
    }

    /**
     * Determines the dependencies of a step.
     *
     * @param statements the statements of the step
     * @param mask removes secrets from statements in messages
     * @throws InvalidMigrationException if the step could not be resumed after each commit
     */
    static SessionValues of(List<PlannedStatement> statements, UnaryOperator<String> mask) {
        SessionValues values = new SessionValues(statements, mask);
        for (int i = 0; i < statements.size(); i++) {
            values.commits[i + 1] = values.commits[i] + (values.isCertainToCommit(i) ? 1 : 0);
        }
        for (int i = 0; i < statements.size(); i++) {
            values.add(i);
        }
        values.addTransactions();
        values.addUnits();
        return values;
    }

    /** Whether what was done before a statement is committed in any case. */
    private boolean isCertainToCommit(int index) {
        PlannedStatement statement = statements.get(index);
        return statement.effect() == Effect.IMPLICIT_COMMIT
                || statement.sessionUse().has(Trait.NEEDS_NO_TRANSACTION);
    }

    /** Whether a statement is carried out again when the step is resumed after it in a new session. */
    boolean isRepeated(int index) {
        return isRepeatable[index];
    }

    /** Returns the unit that a statement belongs to and that may commit, or null. */
    @Nullable
    Unit unitOf(int index) {
        return units[index];
    }

    /** Returns a value that statements from an index on read, and that earlier ones assigned; null if there is none. */
    @Nullable
    String valueLostAt(int index) {
        for (Dependency dependency : dependencies) {
            if (dependency.from() < index && index <= dependency.to()) {
                return dependency.value();
            }
        }
        return null;
    }

    private void add(int index) {
        PlannedStatement statement = statements.get(index);
        SessionUse use = statement.sessionUse();
        isRepeatable[index] = statement.effect() == Effect.SESSION_ONLY;
        for (String value : use.reads()) {
            read(index, value, use);
        }
        if (!isRepeatable[index] && use.has(Trait.CHANGES_SETTINGS)) {
            throw notAllowed(
                    index,
                    "the setting could have another value when the run resumes, because a variable in it is not constant",
                    "Write the value as a constant.");
        }
        for (String value : use.assigns()) {
            assigned.put(value, index);
        }
        if (use.has(Trait.ASSIGNS_ANYTHING)) {
            assignedAnything = index;
        }
    }

    private void read(int index, String value, SessionUse use) {
        Integer assignment = assigned.get(value);
        if (assignment == null && assignedAnything >= 0) {
            assignment = assignedAnything;
        }
        if (assignment == null) {
            if (!use.assigns().contains(value)) {
                throw notAllowed(
                        index,
                        "it depends on " + value
                                + ", which no statement of this migration sets before it, so the result"
                                + " depends on what else ran in the same session",
                        "Set it in this migration, or write a constant.");
            }
            return;
        }
        if (!isRepeatable[assignment]) {
            isRepeatable[index] = false;
            boolean isTransaction = statements.get(assignment).sessionUse().has(Trait.BEGINS_TRANSACTION);
            // It commits before the transaction begins.
            Dependency dependency = new Dependency(isTransaction ? assignment + 1 : assignment, index, value);
            requireUncommitted(dependency);
            dependencies.add(dependency);
            join(dependency.from(), index + 1);
        }
    }

    /** A transaction of the author is a unit as far as it is not certain to commit in the middle. */
    private void addTransactions() {
        int start = -1;
        for (int i = 0; i < statements.size(); i++) {
            if (isCertainToCommit(i)) {
                join(start, i);
                start = statements.get(i).sessionUse().has(Trait.BEGINS_TRANSACTION) ? i + 1 : -1;
            }
        }
        join(start, statements.size());
    }

    private void join(int from, int to) {
        if (from >= 0 && from < to) {
            joins[from]++;
            joins[to - 1]--;
        }
    }

    /** Units that overlap are one. */
    private void addUnits() {
        int start = 0;
        int open = 0;
        boolean mayCommit = false;
        for (int i = 0; i < statements.size(); i++) {
            open += joins[i];
            mayCommit |= statements.get(i).effect() == Effect.MAY_COMMIT;
            if (open == 0) {
                if (mayCommit && i > start) {
                    Arrays.fill(units, start, i + 1, new Unit(start, i + 1));
                }
                start = i + 1;
                mayCommit = false;
            }
        }
    }

    private void requireUncommitted(Dependency dependency) {
        if (commits[dependency.to() + 1] == commits[dependency.from()]) {
            return;
        }
        int commit = dependency.from();
        while (!isCertainToCommit(commit)) {
            commit++;
        }
        throw notAllowed(
                dependency.to(),
                "it depends on " + dependency.value() + " of statement " + (dependency.from() + 1)
                        + ", which would be lost if the run were interrupted after statement " + (commit + 1)
                        + ", which commits: " + shown(commit),
                "Move the statements that depend on each other together, in front of the one that commits, or assign a"
                        + " constant, or write them in Java code: run(\"what it does\", connection -> ...).");
    }

    private InvalidMigrationException notAllowed(int index, String why, String remedy) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED,
                "Statement " + (index + 1) + " is: " + shown(index) + ". But " + why + ".",
                remedy);
    }

    private String shown(int index) {
        return StatementText.truncated(mask.apply(statements.get(index).text()));
    }
}
