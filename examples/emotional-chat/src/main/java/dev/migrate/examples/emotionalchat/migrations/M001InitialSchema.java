package dev.migrate.examples.emotionalchat.migrations;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.bool;
import static dev.migrate.schema.ColumnType.datetime;
import static dev.migrate.schema.ColumnType.decimal;
import static dev.migrate.schema.ColumnType.enumeration;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.json;
import static dev.migrate.schema.ColumnType.longtext;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.TableBuilder;

/** Users and their conversations, the detected emotions, the articles of the assistant, and the log. */
@Revision(id = "001", message = "initial schema")
public final class M001InitialSchema implements Migration {

    private static final EnumType FEELING = enumeration("joy", "sadness", "anger", "fear", "surprise", "neutral");

    @Override
    public void up(Operations op) {
        op.createTable("users", M001InitialSchema::users);
        op.createTable("chat_sessions", M001InitialSchema::chatSessions);
        op.createTable("knowledge", M001InitialSchema::knowledge);
        op.createTable("chat_messages", M001InitialSchema::chatMessages);
        op.createTable("emotion_analysis", M001InitialSchema::emotionAnalysis);
        op.createTable("system_logs", M001InitialSchema::systemLogs);
        op.insert(
                "knowledge",
                rows -> rows.columns("slug", "title", "feeling", "keywords", "body")
                        .values(
                                "breathe-in-fours",
                                "Breathe in fours",
                                "fear",
                                "[\"exam\", \"sleep\", \"panic\"]",
                                "Breathe in for four seconds, hold for four, breathe out for four, hold for four.")
                        .values(
                                "name-three-good-things",
                                "Name three good things",
                                "sadness",
                                "[\"evening\", \"gratitude\"]",
                                "Before you sleep, write down three things that went well today, and why. ✍️"));
    }

    @Override
    public void down(Operations op) {
        op.dropTable("system_logs");
        op.dropTable("emotion_analysis");
        op.dropTable("chat_messages");
        op.dropTable("knowledge");
        op.dropTable("chat_sessions");
        op.dropTable("users");
    }

    private static void users(TableBuilder t) {
        id(t);
        t.column("username", varchar(50)).notNull();
        t.column("display_name", varchar(100)).notNull();
        t.column("locale", varchar(16)).notNull().defaultValue("en").comment("BCP 47, for instance en or pt-BR");
        t.column("status", enumeration("active", "suspended", "deleted"))
                .notNull()
                .defaultValue("active");
        t.column("preferences", json()).comment("what the user chose in the settings");
        t.column("last_seen_at", datetime(3));
        createdAndUpdated(t);
        t.uniqueConstraint("uq_users_username", "username");
        utf8(t).comment("people who talk to the assistant");
    }

    private static void chatSessions(TableBuilder t) {
        id(t);
        t.column("user_id", bigint().unsigned()).notNull();
        t.column("title", varchar(200)).notNull().defaultValue("");
        t.column("status", enumeration("open", "closed", "archived")).notNull().defaultValue("open");
        t.column("ended_at", datetime(3)).comment("NULL while the conversation goes on");
        createdAndUpdated(t);
        t.index("ix_chat_sessions_user", "user_id", "created_at");
        t.foreignKey("fk_chat_sessions_user", "user_id")
                .references("users", "id")
                .onDelete(Rule.CASCADE);
        utf8(t).comment("conversations; they go with their user");
    }

    private static void knowledge(TableBuilder t) {
        id(t);
        t.column("slug", varchar(80)).notNull().comment("the name in links, never changed");
        t.column("title", varchar(200)).notNull();
        t.column("feeling", FEELING).comment("what it helps with; NULL for anything");
        t.column("keywords", json());
        t.column("body", longtext()).notNull();
        t.column("source_url", varchar(500));
        t.column("is_published", bool()).notNull().defaultValue(true);
        createdAndUpdated(t);
        t.uniqueConstraint("uq_knowledge_slug", "slug");
        t.index("ix_knowledge_feeling", "feeling", "is_published");
        utf8(t).comment("what the assistant may quote");
    }

    private static void chatMessages(TableBuilder t) {
        id(t);
        t.column("session_id", bigint().unsigned()).notNull();
        t.column("knowledge_id", bigint().unsigned()).comment("the article that the assistant quoted");
        t.column("sender", enumeration("user", "assistant", "system")).notNull();
        t.column("content", text()).notNull();
        t.column("token_count", integer().unsigned());
        t.column("sent_at", datetime(3)).notNull().defaultCurrentTimestamp().comment("UTC");
        t.index("ix_chat_messages_session", "session_id", "sent_at");
        t.index("ix_chat_messages_knowledge", "knowledge_id");
        t.foreignKey("fk_chat_messages_session", "session_id")
                .references("chat_sessions", "id")
                .onDelete(Rule.CASCADE);
        t.foreignKey("fk_chat_messages_knowledge", "knowledge_id")
                .references("knowledge", "id")
                .onDelete(Rule.SET_NULL);
        utf8(t).comment("what was said");
    }

    private static void emotionAnalysis(TableBuilder t) {
        id(t);
        t.column("message_id", bigint().unsigned()).notNull();
        t.column("model", varchar(64)).notNull().comment("which model judged");
        t.column("feeling", FEELING).notNull().comment("the strongest one");
        t.column("confidence", decimal(4, 3)).notNull().comment("0 to 1");
        t.column("scores", json()).notNull().comment("every feeling with its score");
        t.column("analyzed_at", datetime(6)).notNull().defaultCurrentTimestamp().comment("UTC");
        t.uniqueConstraint("uq_emotion_analysis_message", "message_id", "model");
        t.index("ix_emotion_analysis_feeling", "feeling", "analyzed_at");
        t.foreignKey("fk_emotion_analysis_message", "message_id")
                .references("chat_messages", "id")
                .onDelete(Rule.CASCADE);
        utf8(t).comment("what was felt in a message, at most once for each model");
    }

    private static void systemLogs(TableBuilder t) {
        id(t);
        t.column("level", enumeration("debug", "info", "warn", "error"))
                .notNull()
                .defaultValue("info");
        t.column("source", varchar(100)).notNull().comment("the part of the application that wrote it");
        t.column("message", varchar(1000)).notNull();
        t.column("context", json());
        t.column("session_id", bigint().unsigned());
        t.column("created_at", datetime(6)).notNull().defaultCurrentTimestamp().comment("UTC");
        t.index("ix_system_logs_level", "level", "created_at");
        t.index("ix_system_logs_session", "session_id");
        t.foreignKey("fk_system_logs_session", "session_id")
                .references("chat_sessions", "id")
                .onDelete(Rule.SET_NULL);
        utf8(t).comment("kept when the conversation is gone");
    }

    private static void id(TableBuilder t) {
        t.column("id", bigint().unsigned()).notNull().autoIncrement();
        t.primaryKey("id");
    }

    private static void createdAndUpdated(TableBuilder t) {
        t.column("created_at", datetime(3)).notNull().defaultCurrentTimestamp().comment("UTC");
        t.column("updated_at", datetime(3))
                .notNull()
                .defaultCurrentTimestamp()
                .onUpdateCurrentTimestamp()
                .comment("UTC");
    }

    /**
     * Specified for each table, because the database may have been created with another character set, which has no
     * emoji.
     */
    private static TableBuilder utf8(TableBuilder t) {
        return t.engine("InnoDB").charset("utf8mb4").collation("utf8mb4_unicode_520_ci");
    }
}
