package dev.migrate.internal.engine;

import dev.migrate.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of repeatable migrations in a run. Immutable.
 *
 * @param before the steps before those of the revisions: what a downgrade removes
 * @param after the steps after those of the revisions: what an upgrade repeats, or what a downgrade restores
 */
public record RepeatableSteps(List<PreparedStep> before, List<PreparedStep> after) {

    /** No steps. */
    static final RepeatableSteps NONE = new RepeatableSteps(List.of(), List.of());

    /** Copies the lists. */
    public RepeatableSteps {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** Returns whether there are no steps. */
    public boolean isEmpty() {
        return before.isEmpty() && after.isEmpty();
    }

    /** Returns the step of a repeatable migration. */
    Optional<PreparedStep> of(String name) {
        return Stream.concat(before.stream(), after.stream())
                .filter(step -> step.step().revision().id().equals(name))
                .findFirst();
    }

    /**
     * Returns all steps of a run. The steps of revisions are prepared only if there are any.
     *
     * @param finalHash the hash in the row of the last step, or null for that of its message
     */
    public List<PreparedStep> around(
            List<Step> steps, Function<List<Step>, List<PreparedStep>> prepared, @Nullable String finalHash) {
        List<PreparedStep> all = new ArrayList<>(before);
        if (!steps.isEmpty()) {
            all.addAll(prepared.apply(steps));
        }
        all.addAll(after);
        if (!all.isEmpty()) {
            int last = all.size() - 1;
            all.set(last, all.get(last).finalHash(finalHash));
        }
        return all;
    }
}
