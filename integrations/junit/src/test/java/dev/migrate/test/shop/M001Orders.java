package dev.migrate.test.shop;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** Customers, their orders, and the countries of both. */
@Revision(id = "001", message = "orders")
public final class M001Orders implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("countries", t -> {
            t.column("code", varchar(2)).notNull();
            t.column("name", varchar(50)).notNull();
            t.primaryKey("code");
        });
        op.createTable("customers", t -> {
            t.column("id", bigint()).notNull().autoIncrement();
            t.column("email", varchar(100)).notNull();
            t.column("country", varchar(2)).notNull();
            t.primaryKey("id");
            t.uniqueConstraint("uq_customers_email", "email");
            t.foreignKey("fk_customers_country", "country").references("countries", "code");
        });
        op.createTable("orders", t -> {
            t.column("id", bigint()).notNull().autoIncrement();
            t.column("customer_id", bigint()).notNull();
            t.column("amount", integer()).notNull();
            t.primaryKey("id");
            t.index("ix_orders_customer", "customer_id");
            t.foreignKey("fk_orders_customer", "customer_id").references("customers", "id");
        });
        op.insert(
                "countries",
                rows -> rows.columns("code", "name").values("DE", "Germany").values("NO", "Norway"));
    }
}
