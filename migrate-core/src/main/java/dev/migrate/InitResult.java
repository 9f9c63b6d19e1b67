package dev.migrate;

import java.util.Objects;

/**
 * The result of an initialization.
 *
 * @param isDatabaseCreated whether the database was created
 * @param isVersionTableCreated whether the version table was created
 * @param upgrade the result of the upgrade
 */
public record InitResult(boolean isDatabaseCreated, boolean isVersionTableCreated, RunResult upgrade) {

    /** Checks that the upgrade is not null. */
    public InitResult {
        Objects.requireNonNull(upgrade, "upgrade");
    }

    /**
     * Returns whether the database was already up to date.
     *
     * @return true if nothing was done
     */
    public boolean isNothingDone() {
        return !isDatabaseCreated && !isVersionTableCreated && upgrade.steps().isEmpty();
    }
}
