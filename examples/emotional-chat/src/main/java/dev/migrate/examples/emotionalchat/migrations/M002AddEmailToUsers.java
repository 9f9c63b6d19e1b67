package dev.migrate.examples.emotionalchat.migrations;

import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;

/** An e-mail address for each user. Existing users have none, and NULL values are not duplicates of each other. */
@Revision(id = "002", parents = "001", message = "e-mail address of users")
public final class M002AddEmailToUsers implements Migration {

    @Override
    public void up(Operations op) {
        op.addColumn("users", "email", varchar(254), email -> email.comment("contact address"));
        op.addUniqueConstraint("users", "uq_users_email", "email");
    }
}
