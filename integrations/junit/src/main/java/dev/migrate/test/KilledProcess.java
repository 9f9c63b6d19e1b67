package dev.migrate.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The connections of a process that is killed before it sends a command that changes something: the connection is cut, and no
 * code of the process runs any more. Not thread-safe: a run uses one connection at a time.
 */
final class KilledProcess {

    private static final Pattern READING =
            Pattern.compile("\\s*(SELECT|SHOW|SET|DO|USE|KILL|BEGIN|COMMIT|ROLLBACK)\\b.*", Pattern.DOTALL);
    private static final String EXECUTE = "execute";

    private final DataSource original;
    private final int last;
    private int count;
    private String killedBefore = "";

    /**
     * Creates the process.
     *
     * @param original the source of its connections
     * @param last the number of the command before which it is killed, from 1; 0 to let it run to its end
     */
    KilledProcess(DataSource original, int last) {
        this.original = original;
        this.last = last;
    }

    /** Ends the run: no code handles it, as none would after a kill. */
    static final class Kill extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The number of commands that it has sent or would have sent next. */
    int commands() {
        return count;
    }

    /** The command before which the process was killed, or an empty text if it has run to its end. */
    String killedBefore() {
        return killedBefore;
    }

    DataSource dataSource() {
        return Proxies.of(DataSource.class, original, (method, call) -> {
            requireAlive();
            Object result = call.proceed();
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return Proxies.of(Connection.class, connection, (method, call) -> {
            requireAlive();
            Object result = call.proceed();
            if (result instanceof PreparedStatement statement) {
                return statement(PreparedStatement.class, statement, connection, call.text());
            }
            return result instanceof Statement statement
                    ? statement(Statement.class, statement, connection, "")
                    : result;
        });
    }

    private <T extends Statement> T statement(Class<T> type, T statement, Connection connection, String prepared) {
        return Proxies.of(type, statement, (method, call) -> {
            requireAlive();
            if (method.getName().startsWith(EXECUTE)) {
                countCommand(call.hasArguments() ? call.text() : prepared, connection);
            }
            return call.proceed();
        });
    }

    private void requireAlive() {
        if (!killedBefore.isEmpty()) {
            throw new Kill();
        }
    }

    private void countCommand(String sql, Connection connection) throws SQLException {
        if (READING.matcher(sql).matches()) {
            return;
        }
        count++;
        if (count == last) {
            killedBefore = sql;
            connection.abort(Runnable::run);
            throw new Kill();
        }
    }
}
