package dev.migrate.examples.emotionalchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrator;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The output of the example is correct on every server. */
class EmotionalChatTest {

    private static Migrator migrator(TestDatabase database) {
        return Migrator.builder()
                .dataSource(database.dataSource())
                .scan("dev.migrate.examples.emotionalchat.migrations")
                .build();
    }

    /** The output and the exit code of a run. */
    private record Ran(int exitCode, String out, String err) {
        static Ran on(String url) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int exitCode = EmotionalChat.run(url, null, utf8(out), utf8(err));
            return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }

        private static PrintStream utf8(ByteArrayOutputStream bytes) {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }
    }

    @DatabaseTest
    void createsSevenTablesAndTheVersionTable(TestDatabase database) {
        migrator(database).upgrade("head");

        assertThat(database.tables())
                .containsExactlyInAnyOrder(
                        "alembic_version",
                        "chat_messages",
                        "chat_sessions",
                        "emotion_analysis",
                        "knowledge",
                        "system_logs",
                        "user_feedback",
                        "users");
    }

    @DatabaseTest
    void readsAConversationBackAsItWasStored(TestDatabase database) throws SQLException {
        migrator(database).upgrade("head");
        ConversationRepository conversations = new ConversationRepository(database.dataSource());
        Conversation conversation = Conversation.example(LocalDateTime.of(2026, 5, 17, 23, 4, 5, 678_000_000));

        long session = conversations.store(conversation);

        assertThat(conversations.find(session)).isEqualTo(conversation);
        assertThat(conversations.find(session + 1)).isNull();
        assertThat(database.column("SELECT CAST(ended_at AS CHAR) FROM chat_sessions"))
                .containsExactly("2026-05-17 23:05:40.678");
        assertThat(database.column("SELECT message FROM system_logs")).containsExactly("conversation stored");
    }

    @DatabaseTest
    void storesAConversationCompletelyOrNotAtAll(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("002");
        ConversationRepository conversations = new ConversationRepository(database.dataSource());

        assertThat(catchThrowable(
                        () -> conversations.store(Conversation.example(LocalDateTime.of(2026, 5, 17, 23, 4)))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("user_feedback");
        assertThat(database.column("SELECT COUNT(*) FROM users")).containsExactly("0");
        assertThat(database.column("SELECT COUNT(*) FROM chat_messages")).containsExactly("0");
    }

    @DatabaseTest
    void deletesConversationsWithTheirUserButKeepsTheLog(TestDatabase database) throws SQLException {
        migrator(database).upgrade("head");
        new ConversationRepository(database.dataSource())
                .store(Conversation.example(LocalDateTime.of(2026, 5, 17, 23, 4)));

        database.execute("DELETE FROM knowledge WHERE slug = 'breathe-in-fours'");
        assertThat(database.column("SELECT COUNT(*) FROM chat_messages")).containsExactly("3");

        database.execute("DELETE FROM users");
        for (String table : List.of("chat_sessions", "chat_messages", "emotion_analysis", "user_feedback")) {
            assertThat(database.column("SELECT COUNT(*) FROM " + table))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(database.query("SELECT session_id, message FROM system_logs"))
                .containsExactly(Arrays.asList(null, "conversation stored"));
    }

    @DatabaseTest
    void downgradesToBaseAndUpgradesAgain(TestDatabase database) {
        Migrator migrator = migrator(database);
        migrator.upgrade("head");

        migrator.downgrade("base");
        assertThat(database.tables()).containsExactly("alembic_version");

        assertThat(migrator.upgrade("head").after()).containsExactly("003");
        assertThat(database.tables()).hasSize(8);
    }

    @DatabaseTest
    void runsRepeatedlyOnAGivenDatabase(TestDatabase database) {
        Ran first = Ran.on(database.url());
        Ran second = Ran.on(database.url());

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .containsSubsequence(
                        "Database",
                        database.server().version() + ", database " + database.name(),
                        "Upgrade to head",
                        "001  initial schema",
                        "002  e-mail address of users",
                        "003  feedback of users",
                        "Conversation 1",
                        "Maya Lindqvist <maya@example.com>",
                        "😰",
                        "fear 0.87  {\"sadness\": 0.09, \"fear\": 0.87, \"neutral\": 0.04}",
                        "quotes breathe-in-fours",
                        "joy 0.91",
                        "feedback  5 of 5",
                        "Downgrade",
                        "003  feedback of users",
                        "reverted",
                        "Upgrade to head again",
                        "003  feedback of users",
                        "applied");
        assertThat(second.err()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).containsSubsequence("Nothing to do: the database is at 003.", "Conversation 2");
        assertThat(database.column("SELECT COUNT(*) FROM chat_sessions")).containsExactly("2");
    }

    @DatabaseTest
    void reportsAMissingDatabase(TestDatabase database) {
        Ran ran = Ran.on(database.url().replace(database.name(), "no_such_database"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("emotional-chat: ")
                .contains("no_such_database")
                .hasLineCount(1);
    }

    @Test
    void reportsTheSupportedUrls() {
        Ran ran = Ran.on("localhost:3306");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("must begin with jdbc:mysql://").hasLineCount(1);
    }
}
