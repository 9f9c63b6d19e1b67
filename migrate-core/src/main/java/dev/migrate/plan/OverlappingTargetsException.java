package dev.migrate.plan;

import dev.migrate.revision.RevisionException;

/** Of several targets, one already needs another. */
public final class OverlappingTargetsException extends RevisionException {

    private final String target;

    private final String other;

    OverlappingTargetsException(String target, String other) {
        super(
                "The targets " + quoted(target) + " and " + quoted(other) + " overlap: " + quoted(other) + " is above "
                        + quoted(target) + ", so both cannot be where a line ends.",
                "Give only the one that you mean.");
        this.target = target;
        this.other = other;
    }

    /**
     * Says the target that another one needs, or base.
     *
     * @return the target that another one needs, or base
     */
    public String target() {
        return target;
    }

    /**
     * Says the target that needs it.
     *
     * @return the target that needs it
     */
    public String other() {
        return other;
    }
}
