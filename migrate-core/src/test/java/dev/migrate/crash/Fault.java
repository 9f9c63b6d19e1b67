package dev.migrate.crash;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/** What goes wrong. */
enum Fault {
    /** Client and server lose each other. */
    CUT {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            connection.cut();
            return false;
        }
    },
    /** The client loses the server, whose session lives on for a while. */
    GHOST {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            connection.cutClient();
            return false;
        }
    },
    /** Nothing goes through any more, and after a while both notice. */
    STALL {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws InterruptedException {
            connection.freeze();
            Thread.sleep(STALL_MILLIS);
            connection.cut();
            return false;
        }
    },
    /** Somebody kills the statement. */
    KILL_QUERY {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws SQLException {
            kill(injection, "KILL QUERY " + connection.id());
            return true;
        }
    },
    /** Somebody kills the session. */
    KILL_CONNECTION {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws SQLException {
            kill(injection, "KILL CONNECTION " + connection.id());
            return true;
        }
    },
    /** The server's process dies and comes back. */
    KILL_SERVER {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            injection.server().crash();
            connection.cut();
            return false;
        }
    },
    /** The runner's process dies. */
    KILL_RUNNER {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            injection.runner().run();
            connection.cut();
            return false;
        }
    };

    private static final long STALL_MILLIS = 500;

    /** When it can strike: who kills a statement has to see it run. */
    Set<FaultTiming> moments() {
        return this == KILL_QUERY || this == KILL_CONNECTION
                ? EnumSet.of(FaultTiming.DURING)
                : EnumSet.allOf(FaultTiming.class);
    }

    /** Lets it happen. Returns whether the connection is still there. */
    abstract boolean injection(FaultInjection injection, ProxiedConnection connection)
            throws InterruptedException, SQLException;

    private static void kill(FaultInjection injection, String sql) throws SQLException {
        try (Statement statement = injection.bystander().createStatement()) {
            statement.execute(sql);
        }
    }
}
