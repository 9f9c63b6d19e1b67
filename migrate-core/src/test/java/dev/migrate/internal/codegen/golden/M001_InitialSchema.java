package dev.migrate.internal.codegen.golden;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.json;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ForeignKey.Rule;

/**
 * Initial schema.
 *
 * <p>Written on 2026-11-25.
 */
@Revision(id = "001", message = "initial schema")
public final class M001_InitialSchema implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("users", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("name", varchar(190).collation("utf8mb4_bin")).notNull();
            t.column("age", integer());
            t.column("status", enumeration("active", "suspended", "deleted"))
                    .notNull()
                    .defaultValue("active");
            t.column("balance", decimal(12, 2)).notNull().defaultValue(0);
            t.column("settings", json()).comment("what the user chose, as it was sent");
            t.column("created_at", datetime(3))
                    .notNull()
                    .defaultCurrentTimestamp()
                    .onUpdateCurrentTimestamp()
                    .comment("UTC");
            t.primaryKey("id");
            t.uniqueConstraint("uq_users_name", "name");
            t.index("ix_users_created").column("created_at").descending().comment("the newest first");
            t.check("ck_users_age", "age >= 0");
            t.engine("InnoDB")
                    .charset("utf8mb4")
                    .collation("utf8mb4_unicode_520_ci")
                    .rowFormat("DYNAMIC");
            t.comment("people");
        });
        op.createTable("chat_messages", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("user_id", bigint().unsigned()).notNull();
            t.column("body", text()).notNull();
            t.column("words", integer().unsigned())
                    .generatedAs("char_length(body) - char_length(replace(body, ' ', '')) + 1")
                    .stored();
            t.primaryKey("id");
            t.foreignKey("fk_chat_messages_user", "user_id")
                    .references("users", "id")
                    .onDelete(Rule.CASCADE);
        });
        op.table("users", t -> {
            t.createIndex("ix_users_name", i -> i.column("name").length(20));
        });
        op.insert("users", rows -> {
            rows.columns("name", "age").values("Ann \"A\" O'Neill", 41).values("Bob", null);
        });
    }
}
