package dev.migrate.internal.codegen.golden;

import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.json;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.schema.ForeignKey.Rule;

/**
 * E-mail addresses &amp; co.
 *
 * <p>Written on 2026-11-25.
 */
@Revision(
        id = "002a9f",
        parents = "001",
        labels = "accounts",
        dependsOn = "b7c1d2e3f4a5",
        message = "E-mail addresses & co.")
public final class M002_EMailAddressesCo implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("users", "email", varchar(254));
        op.table("users", t -> {
            t.addColumn("nick", varchar(40), c -> c.notNull().defaultValue(""), Position.after("name"));
        });
        op.table("users", t -> t.alterColumn("name", c -> c.type(varchar(250)), was -> was.type(varchar(190))));
        op.table("users", t -> {
            t.alterColumn(
                    "status",
                    c -> c.type(enumeration("active", "suspended", "deleted", "invited"))
                            .defaultValue("invited"),
                    was -> was.type(enumeration("active", "suspended", "deleted"))
                            .defaultValue("active"));
        });

        // Drops the column users.settings with all that is in it. If it was renamed, write op.renameColumn("users",
        // "settings", NEW_NAME) instead, and leave out what adds the new one.
        op.table("users", t -> {
            t.dropColumn(
                    "settings",
                    json(),
                    c -> c.comment("what the user chose, as it was sent"),
                    Position.after("balance"));
        });
        op.table("users", t -> {
            t.dropIndex("ix_users_name", i -> i.column("name").length(20));
        });

        // Fails where two rows have the same value.
        // Look for them first.
        op.addUniqueConstraint("users", "uq_users_email", "email");
        op.addForeignKey("users", "fk_users_inviter", "inviter_id", fk -> {
            fk.references("users", "id").onDelete(Rule.SET_NULL);
        });
        op.table("users", t -> t.changeOptions(o -> o.comment("people who talk"), was -> was.comment("people")));
        op.table("chat_messages", t -> {
            t.renameColumn("body", "content");
            t.addColumn("sent_at", datetime(6), c -> c.notNull().defaultCurrentTimestamp());
        });
    }
}
