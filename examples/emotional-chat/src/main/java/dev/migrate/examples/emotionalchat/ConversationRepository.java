package dev.migrate.examples.emotionalchat;

import dev.migrate.examples.emotionalchat.Message.Sender;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stores conversations in the database, with plain JDBC. */
final class ConversationRepository {

    private static final String INSERT_OR_GREET_USER = """
            INSERT INTO users (username, display_name, email, last_seen_at) VALUES (?, ?, ?, CURRENT_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE last_seen_at = CURRENT_TIMESTAMP(3)
            """;
    private static final String SELECT_USER_ID = "SELECT id FROM users WHERE username = ?";
    private static final String INSERT_SESSION =
            "INSERT INTO chat_sessions (user_id, title, status, ended_at) VALUES (?, ?, 'closed', ?)";
    private static final String INSERT_MESSAGE = """
            INSERT INTO chat_messages (session_id, sender, sent_at, content, knowledge_id)
            VALUES (?, ?, ?, ?, (SELECT id FROM knowledge WHERE slug = ?))
            """;
    private static final String INSERT_EMOTION = """
            INSERT INTO emotion_analysis (message_id, model, feeling, confidence, scores) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String INSERT_FEEDBACK = """
            INSERT INTO user_feedback (user_id, session_id, rating, category, remark) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String INSERT_LOG = """
            INSERT INTO system_logs (source, message, session_id, context)
            VALUES ('conversations', 'conversation stored', ?, JSON_OBJECT('messages', ?))
            """;

    private static final String SELECT_SESSION = """
            SELECT u.username, u.display_name, u.email, s.title, f.rating, f.category, f.remark
            FROM chat_sessions s
            JOIN users u ON u.id = s.user_id
            LEFT JOIN user_feedback f ON f.session_id = s.id AND f.user_id = u.id
            WHERE s.id = ?
            """;
    private static final String SELECT_MESSAGES = """
            SELECT m.sender, m.sent_at, m.content, k.slug, e.model, e.feeling, e.confidence, e.scores
            FROM chat_messages m
            LEFT JOIN knowledge k ON k.id = m.knowledge_id
            LEFT JOIN emotion_analysis e ON e.message_id = m.id
            WHERE m.session_id = ?
            ORDER BY m.sent_at, m.id
            """;

    private final DataSource dataSource;

    ConversationRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Stores a conversation completely or, if it throws, not at all. Returns the id of the session. */
    long store(Conversation conversation) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long session = insert(connection, conversation);
                connection.commit();
                return session;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Reads a conversation back; null if there is no such session. */
    @Nullable
    Conversation find(long session) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepare(connection, SELECT_SESSION, session);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            User user = new User(row.getString("username"), row.getString("display_name"), row.getString("email"));
            return new Conversation(user, row.getString("title"), messages(connection, session), feedback(row));
        }
    }

    private static long insert(Connection connection, Conversation conversation) throws SQLException {
        User user = conversation.user();
        run(connection, INSERT_OR_GREET_USER, user.username(), user.displayName(), user.email());
        long userId = number(connection, SELECT_USER_ID, user.username());
        List<Message> messages = conversation.messages();
        String end = messages.isEmpty()
                ? null
                : text(messages.get(messages.size() - 1).sentAt());
        long session = insert(connection, INSERT_SESSION, userId, conversation.title(), end);
        for (Message message : messages) {
            insert(connection, session, message);
        }
        Feedback feedback = conversation.feedback();
        if (feedback != null) {
            run(
                    connection,
                    INSERT_FEEDBACK,
                    userId,
                    session,
                    feedback.rating(),
                    feedback.category(),
                    feedback.remark());
        }
        run(connection, INSERT_LOG, session, messages.size());
        return session;
    }

    private static void insert(Connection connection, long session, Message message) throws SQLException {
        String sender = message.sender().word();
        long id = insert(
                connection,
                INSERT_MESSAGE,
                session,
                sender,
                text(message.sentAt()),
                message.content(),
                message.quoted());
        Emotion emotion = message.emotion();
        if (emotion != null) {
            String feeling = emotion.feeling().word();
            run(connection, INSERT_EMOTION, id, emotion.model(), feeling, emotion.confidence(), emotion.scoresAsJson());
        }
    }

    private static List<Message> messages(Connection connection, long session) throws SQLException {
        List<Message> messages = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, SELECT_MESSAGES, session);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                messages.add(new Message(
                        Sender.of(row.getString("sender")),
                        row.getObject("sent_at", LocalDateTime.class),
                        row.getString("content"),
                        row.getString("slug"),
                        emotion(row)));
            }
        }
        return messages;
    }

    private static @Nullable Emotion emotion(ResultSet row) throws SQLException {
        String model = row.getString("model");
        return model == null
                ? null
                : new Emotion(
                        model,
                        Feeling.of(row.getString("feeling")),
                        row.getDouble("confidence"),
                        Emotion.scoresFromJson(row.getString("scores")));
    }

    private static @Nullable Feedback feedback(ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        return row.wasNull() ? null : new Feedback(rating, row.getString("category"), row.getString("remark"));
    }

    /**
     * As text, because Connector/J drops the fractional seconds of every other type on MariaDB before 11: that server
     * identifies itself as MySQL 5.5.5, which had none.
     */
    private static String text(LocalDateTime timing) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(timing);
    }

    private static void run(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    /** Inserts one row and returns its generated id. */
    private static long insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            set(statement, values);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, values);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
