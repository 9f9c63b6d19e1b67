package dev.migrate.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a process that dies right before or right after it sends a statement: from then on, nothing reaches the
 * server any more, and the session ends.
 */
final class MortalDataSource {

    private final DataSource server;
    private final String victim;
    private final FaultTiming timing;
    private boolean isDead;

    /**
     * A process that is alive.
     *
     * @param victim the beginning of the statement at which it dies
     */
    MortalDataSource(DataSource server, String victim, FaultTiming timing) {
        this.server = server;
        this.victim = victim;
        this.timing = timing;
    }

    /** Whether the process has died. */
    boolean isDead() {
        return isDead;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            requireAlive();
            Object result = invoke(server, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            if (method.getName().equals("isClosed") && isDead) {
                return true;
            }
            if (method.getName().equals("close") && isDead) {
                return null;
            }
            requireAlive();
            Object result = invoke(connection, method, arguments);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? statement(connection, statement)
                    : result;
        });
    }

    private Statement statement(Connection connection, Statement statement) {
        return proxy(Statement.class, (self, method, arguments) -> {
            if (method.getName().equals("close") && isDead) {
                return null;
            }
            requireAlive();
            boolean isVictim = method.getName().equals("execute")
                    && String.valueOf(arguments == null ? null : arguments[0]).startsWith(victim);
            if (isVictim && timing == FaultTiming.BEFORE) {
                throw die(connection);
            }
            Object result = invoke(statement, method, arguments);
            if (isVictim) {
                throw die(connection);
            }
            return result;
        });
    }

    private SQLException die(Connection connection) throws SQLException {
        isDead = true;
        connection.abort(Runnable::run);
        return dead();
    }

    private void requireAlive() throws SQLException {
        if (isDead) {
            throw dead();
        }
    }

    private static SQLException dead() {
        return new SQLException("The process is dead.", "08S01");
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
