package dev.migrate.event;

import dev.migrate.plan.Direction;
import java.util.List;
import java.util.Objects;

/**
 * An upgrade or a downgrade that begins. Immutable.
 *
 * @param direction up or down
 * @param targets the targets of the call; empty for an upgrade to {@code heads}
 */
public record StartedRun(Direction direction, List<String> targets) {

    /** Copies the list, and rejects null. */
    public StartedRun {
        Objects.requireNonNull(direction, "direction");
        targets = List.copyOf(targets);
    }
}
