package dev.migrate.examples.branchedhistory;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Merges the two branches; changes nothing itself. */
@Revision(
        id = "002",
        parents = {"b2", "s1"},
        message = "billing and search")
public final class BillingAndSearch implements Migration {

    @Override
    public void up(Operations op) {}

    @Override
    public void down(Operations op) {}
}
