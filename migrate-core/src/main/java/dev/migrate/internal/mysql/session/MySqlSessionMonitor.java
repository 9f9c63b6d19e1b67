package dev.migrate.internal.mysql.session;

import dev.migrate.provider.SessionMonitor;
import java.sql.Connection;
import java.util.OptionalInt;

/** The sessions of MySQL and MariaDB. Stateless. */
public final class MySqlSessionMonitor implements SessionMonitor {

    @Override
    public OptionalInt progress(Connection connection, long session) {
        return StatementProgress.of(connection, session);
    }

    @Override
    public String lockBlockers(Connection connection) {
        return LockBlockers.describe(connection);
    }
}
