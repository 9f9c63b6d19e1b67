package dev.migrate.crash;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of faults. */
enum Fault {
    /** Client and server lose the connection to each other. */
    CUT {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            connection.cut();
            return false;
        }
    },
    /** The client loses the server, whose session remains for a while. */
    GHOST {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            connection.cutClient();
            return false;
        }
    },
    /** Nothing is transmitted any more, and after a while both notice. */
    STALL {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws InterruptedException {
            connection.freeze();
            Thread.sleep(STALL_MILLIS);
            connection.cut();
            return false;
        }
    },
    /** The statement is killed. */
    KILL_QUERY {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws SQLException {
            kill(injection, "KILL QUERY " + connection.id());
            return true;
        }
    },
    /** The session is killed. */
    KILL_CONNECTION {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) throws SQLException {
            kill(injection, "KILL CONNECTION " + connection.id());
            return true;
        }
    },
    /** The server process dies and restarts. */
    KILL_SERVER {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            injection.server().crash();
            connection.cut();
            return false;
        }
    },
    /** The process of the run dies. */
    KILL_RUNNER {
        @Override
        boolean injection(FaultInjection injection, ProxiedConnection connection) {
            injection.runner().run();
            connection.cut();
            return false;
        }
    };

    private static final long STALL_MILLIS = 500;

    /** The possible times: a statement can be killed only while it is running. */
    Set<FaultTiming> moments() {
        return this == KILL_QUERY || this == KILL_CONNECTION
                ? EnumSet.of(FaultTiming.DURING)
                : EnumSet.allOf(FaultTiming.class);
    }

    /** Injects the fault. Returns whether the connection is still open. */
    abstract boolean injection(FaultInjection injection, ProxiedConnection connection)
            throws InterruptedException, SQLException;

    private static void kill(FaultInjection injection, String sql) throws SQLException {
        try (Statement statement = injection.bystander().createStatement()) {
            statement.execute(sql);
        }
    }
}
