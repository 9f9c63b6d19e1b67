package dev.migrate.run;

import dev.migrate.dialect.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries one statement out, of whichever kind it is. */
final class Execution implements Statement.Visitor<String, Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

    private final Session session;
    private final Connection connection;
    private String text;

    Execution(Session session, Statement statement) {
        this.session = session;
        connection = session.connection();
        text = statement.text();
    }

    /** What was carried out, as far as it is known. */
    String text() {
        return text;
    }

    @Override
    public String sql(Statement.Sql statement) throws SQLException {
        text = statement.text();
        LOG.debug("{}", text);
        try (java.sql.Statement jdbc = connection.createStatement()) {
            // The driver would take {d ...} and {fn ...} outside of quotes for its own escapes.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(text);
        }
        return text;
    }

    @Override
    public String unfinished(Statement.Unfinished statement) throws SQLException {
        return sql(new Statement.Sql(
                statement.completion().complete(ask(statement.question())), statement.effect(), statement.trace()));
    }

    @Override
    public String code(Statement.Code statement) throws Exception {
        LOG.debug("{}", text);
        session.allowPauses();
        statement.work().run(LentConnection.of(connection));
        session.forbidPauses();
        return text;
    }

    private String ask(String question) throws SQLException {
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet answer = jdbc.executeQuery(question)) {
            answer.next();
            return answer.getString(2);
        }
    }
}
