package dev.migrate.examples.emotionalchat.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.tinyint;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.ForeignKey.Rule;

/** The feedback of users on conversations. A downgrade loses it. */
@Revision(id = "003", parents = "002", message = "feedback of users")
public final class M003AddUserFeedback implements Migration {

    @Override
    public void up(Operations op) {
        op.createTable("user_feedback", t -> {
            t.column("id", bigint().unsigned()).notNull().autoIncrement();
            t.column("user_id", bigint().unsigned()).notNull();
            t.column("session_id", bigint().unsigned()).notNull();
            t.column("rating", tinyint().unsigned()).notNull().comment("1 (bad) to 5 (good)");
            t.column("category", enumeration("helpful", "empathy", "accuracy", "other"))
                    .notNull()
                    .defaultValue("other");
            t.column("remark", text());
            t.column("created_at", datetime(3))
                    .notNull()
                    .defaultCurrentTimestamp()
                    .comment("UTC");
            t.primaryKey("id");
            t.uniqueConstraint("uq_user_feedback_session", "session_id", "user_id");
            t.index("ix_user_feedback_user", "user_id");
            t.index("ix_user_feedback_rating", "rating", "created_at");
            t.foreignKey("fk_user_feedback_user", "user_id")
                    .references("users", "id")
                    .onDelete(Rule.CASCADE);
            t.foreignKey("fk_user_feedback_session", "session_id")
                    .references("chat_sessions", "id")
                    .onDelete(Rule.CASCADE);
            t.engine("InnoDB").charset("utf8mb4").collation("utf8mb4_unicode_520_ci");
            t.comment("what users think of a conversation, once for each");
        });
    }
}
