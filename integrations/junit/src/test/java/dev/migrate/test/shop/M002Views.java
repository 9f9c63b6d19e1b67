package dev.migrate.test.shop;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** A view of a view, which has to be created after it although its name comes first. */
@Revision(id = "002", parents = "001", message = "views")
public final class M002Views implements Migration {

    @Override
    public void up(Operations op) {
        op.createView("totals", "SELECT customer_id, SUM(amount) AS total FROM orders GROUP BY customer_id");
        op.createView("good_customers", "SELECT customer_id FROM totals WHERE total > 1000");
    }
}
