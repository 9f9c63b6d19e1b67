package dev.migrate;

import java.util.Objects;

/**
 * What was missing of a database that is ready now.
 *
 * @param isDatabaseCreated whether the database was created
 * @param isVersionTableCreated whether the version table was created
 * @param upgrade what was applied
 */
public record InitResult(boolean isDatabaseCreated, boolean isVersionTableCreated, RunResult upgrade) {

    /** Refuses null. */
    public InitResult {
        Objects.requireNonNull(upgrade, "upgrade");
    }

    /**
     * Tells whether the database was ready before.
     *
     * @return true if nothing was done
     */
    public boolean isNothingDone() {
        return !isDatabaseCreated && !isVersionTableCreated && upgrade.steps().isEmpty();
    }
}
