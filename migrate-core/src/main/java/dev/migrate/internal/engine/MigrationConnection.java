package dev.migrate.internal.engine;

import dev.migrate.internal.JdbcProxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * The connection of the run as Java code of a migration receives it: it rejects calls that would end the transaction.
 */
final class MigrationConnection {

    private static final Set<String> REFUSED =
            Set.of("commit", "rollback", "close", "abort", "setAutoCommit", "setCatalog", "unwrap");

    private MigrationConnection() {}

    static Connection of(Connection connection) {
        return JdbcProxy.of(Connection.class, connection, (method, original) -> {
            // Rolling back to a savepoint does not end the transaction.
            boolean isSavepoint = method.getName().equals("rollback") && method.getParameterCount() == 1;
            if (REFUSED.contains(method.getName()) && !isSavepoint) {
                throw new SQLException("A migration must not call " + method.getName()
                        + "() on the connection of the run: it would end the transaction that it is part of.");
            }
            return original.proceed();
        });
    }
}
