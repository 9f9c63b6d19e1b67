package dev.migrate;

import dev.migrate.diff.DestructiveChange;
import dev.migrate.operation.Operation;
import dev.migrate.plan.Step;
import java.util.List;
import java.util.Objects;

/**
 * A step that would run, and what it would do.
 *
 * @param step the step
 * @param operations what its migration records, in this order
 */
public record PlannedStep(Step step, List<Operation> operations) {

    /** Copies the list. */
    public PlannedStep {
        Objects.requireNonNull(step, "step");
        operations = List.copyOf(operations);
    }

    /**
     * Says what the step takes out of the database that nothing brings back; see {@link DestructiveChange}.
     *
     * @return whole sentences; none if all rows and all values stay
     */
    public List<String> risks() {
        return operations.stream()
                .flatMap(operation -> DestructiveChange.of(operation).stream())
                .toList();
    }
}
