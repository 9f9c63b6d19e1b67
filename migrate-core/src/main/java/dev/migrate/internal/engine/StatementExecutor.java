package dev.migrate.internal.engine;

import dev.migrate.provider.PlannedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one statement out, of whichever kind it is. */
final class StatementExecutor implements PlannedStatement.Visitor<String, Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(StatementExecutor.class);

    private final Session session;
    private final Connection connection;
    private final @Nullable GtidTokens tokens;
    private final @Nullable String token;
    private String text;

    /**
     * @param tokens where tokens go, or null
     * @param token what the server shall commit together with the statement, or null
     */
    StatementExecutor(
            Session session, PlannedStatement statement, @Nullable GtidTokens tokens, @Nullable String token) {
        this.session = session;
        this.tokens = tokens;
        this.token = token;
        connection = session.connection();
        text = statement.text();
    }

    /** What was carried out, as far as it is known. */
    String text() {
        return text;
    }

    @Override
    public String sql(PlannedStatement.Sql statement) throws SQLException {
        text = statement.text();
        LOG.debug("{}", MaskedSql.of(text));
        try (java.sql.Statement jdbc = connection.createStatement()) {
            // The driver would take {d ...} and {fn ...} outside of quotes for its own escapes.
            jdbc.setEscapeProcessing(false);
            if (tokens == null || token == null) {
                jdbc.execute(text);
            } else {
                executeWith(token, tokens, jdbc);
            }
        }
        return text;
    }

    private void executeWith(String token, GtidTokens tokens, java.sql.Statement jdbc) throws SQLException {
        tokens.use(token);
        try {
            jdbc.execute(text);
        } catch (SQLException e) {
            try {
                tokens.release();
            } catch (SQLException later) {
                e.addSuppressed(later);
            }
            throw e;
        }
        tokens.release();
    }

    @Override
    public String interrupted(PlannedStatement.Unfinished statement) throws SQLException {
        return sql(new PlannedStatement.Sql(
                statement.completion().complete(ask(statement.question())),
                statement.effect(),
                statement.effectCheck()));
    }

    @Override
    public String code(PlannedStatement.Code statement) throws Exception {
        LOG.debug("{}", text);
        session.allowPauses();
        statement.work().run(MigrationConnection.of(connection));
        session.forbidPauses();
        return text;
    }

    private String ask(String question) throws SQLException {
        String text = session.ask(question);
        if (token != null) {
            // Reading has begun a transaction, in which no token can be set.
            connection.commit();
        }
        return text;
    }
}
