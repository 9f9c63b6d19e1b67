package dev.migrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.ReferenceGraph;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Executes a plan on sets, and checks each step and each row change. */
final class Replay implements RowChange.Visitor<Boolean> {

    private final ReferenceGraph oracle;
    private final Set<String> applied;
    private final Set<String> rows;

    Replay(ReferenceGraph oracle, Collection<String> rows) {
        this.oracle = oracle;
        this.applied = oracle.below(rows);
        this.rows = new TreeSet<>(rows);
    }

    /** Returns the applied revisions at the end. */
    Set<String> of(Plan plan) {
        assertThat(plan.rowsBefore()).containsExactlyElementsOf(rows);
        for (Step step : plan.steps()) {
            String id = step.revision().id();
            if (step.direction() == Direction.UP) {
                assertThat(applied)
                        .as("needed by %s", id)
                        .containsAll(oracle.needs(id))
                        .doesNotContain(id);
                applied.add(id);
            } else {
                Set<String> state = oracle.dependents(id);
                state.retainAll(applied);
                assertThat(state).as("dependents of %s", id).isEmpty();
                assertThat(applied).contains(id);
                applied.remove(id);
            }
            step.rowChanges().forEach(this::change);
            assertThat(rows).as("rows after %s", id).isEqualTo(oracle.maximal(applied));
        }
        if (plan.steps().isEmpty()) {
            plan.rowChanges().forEach(this::change);
        }
        assertThat(plan.rowsAfter()).containsExactlyElementsOf(rows);
        return plan.steps().isEmpty() ? oracle.below(rows) : applied;
    }

    private void change(RowChange change) {
        assertThat(change.accept(this))
                .as("%s changes one row of %s", change, rows)
                .isTrue();
    }

    @Override
    public Boolean insert(RowChange.Insert insert) {
        return rows.add(insert.id());
    }

    @Override
    public Boolean delete(RowChange.Delete delete) {
        return rows.remove(delete.id());
    }

    @Override
    public Boolean update(RowChange.Update update) {
        return rows.remove(update.from()) && rows.add(update.to());
    }
}
