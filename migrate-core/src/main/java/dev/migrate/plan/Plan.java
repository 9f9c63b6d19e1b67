package dev.migrate.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The steps that bring a database to a target: pure data, computed from the graph, the rows of the version table and
 * the target, without access to the database. Immutable.
 *
 * <p>The steps and rows are those of Alembic 1.20, except where Alembic's result depends on row order or hashing, or
 * affects revisions outside of the target; {@code package-info} lists the differences. Equal arguments yield equal
 * plans.
 *
 * @param steps the migrations to run, in order; empty if there is nothing to do, and for a stamp
 * @param rowChanges all changes of the version table, in order: those of the steps, or those of a stamp
 * @param rowsBefore the rows of the version table before the plan, sorted
 * @param rowsAfter the rows of the version table after the plan, sorted
 */
public record Plan(List<Step> steps, List<RowChange> rowChanges, List<String> rowsBefore, List<String> rowsAfter) {

    /** Copies the lists. */
    public Plan {
        steps = List.copyOf(steps);
        rowChanges = List.copyOf(rowChanges);
        rowsBefore = List.copyOf(rowsBefore);
        rowsAfter = List.copyOf(rowsAfter);
    }

    static Plan ofSteps(List<Step> steps, Collection<String> rowsBefore, Collection<String> rowsAfter) {
        List<RowChange> changes = new ArrayList<>();
        for (Step step : steps) {
            changes.addAll(step.rowChanges());
        }
        return new Plan(steps, changes, sorted(rowsBefore), sorted(rowsAfter));
    }

    /**
     * Returns the rest of this plan after some of its steps.
     *
     * @param rows the current rows of the version table
     * @return the remaining plan, or empty if the plan never has these rows
     */
    public Optional<Plan> rest(Collection<String> rows) {
        Set<String> wanted = new TreeSet<>(rows);
        Set<String> reached = new TreeSet<>(rowsBefore);
        for (int done = 0; done <= steps.size(); done++) {
            if (reached.equals(wanted)) {
                return Optional.of(ofSteps(steps.subList(done, steps.size()), rows, rowsAfter));
            }
            if (done < steps.size()) {
                for (RowChange change : steps.get(done).rowChanges()) {
                    reached = change.accept(new RowSet(reached));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the plan that reverts this one.
     *
     * @return a plan with the same revisions in the opposite direction and order
     */
    public Plan reversed() {
        List<Step> reversed = new ArrayList<>();
        steps.forEach(step -> reversed.add(0, step.reversed()));
        return ofSteps(reversed, rowsAfter, rowsBefore);
    }

    static Plan nothing(Collection<String> rows) {
        return new Plan(List.of(), List.of(), sorted(rows), sorted(rows));
    }

    static List<String> sorted(Collection<String> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }

    /**
     * Returns whether there is nothing to do.
     *
     * @return true if there are neither steps nor changes of the version table
     */
    public boolean isEmpty() {
        return steps.isEmpty() && rowChanges.isEmpty();
    }
}
