package dev.migrate.internal.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection of the run as Java code of a migration receives it: it rejects calls that would end the transaction.
 */
final class MigrationConnection {

    private static final Set<String> REFUSED =
            Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "setCatalog", "unwrap");

    private MigrationConnection() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                MigrationConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    // Rolling back to a savepoint does not end the transaction.
                    boolean isSavepoint = method.getName().equals("rollback") && method.getParameterCount() == 1;
                    if (REFUSED.contains(method.getName()) && !isSavepoint) {
                        throw new SQLException("A migration must not call " + method.getName()
                                + "() on the connection of the run: it would end the transaction that it is part of.");
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
