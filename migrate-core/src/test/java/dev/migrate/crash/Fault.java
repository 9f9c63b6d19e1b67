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
        boolean strike(Strike strike, ProxiedConnection connection) {
            connection.cut();
            return false;
        }
    },
    /** The client loses the server, whose session lives on for a while. */
    GHOST {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) {
            connection.cutClient();
            return false;
        }
    },
    /** Nothing goes through any more, and after a while both notice. */
    STALL {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) throws InterruptedException {
            connection.freeze();
            Thread.sleep(STALL_MILLIS);
            connection.cut();
            return false;
        }
    },
    /** Somebody kills the statement. */
    KILL_QUERY {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) throws SQLException {
            kill(strike, "KILL QUERY " + connection.id());
            return true;
        }
    },
    /** Somebody kills the session. */
    KILL_CONNECTION {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) throws SQLException {
            kill(strike, "KILL CONNECTION " + connection.id());
            return true;
        }
    },
    /** The server's process dies and comes back. */
    KILL_SERVER {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) {
            strike.server().crash();
            connection.cut();
            return false;
        }
    },
    /** The runner's process dies. */
    KILL_RUNNER {
        @Override
        boolean strike(Strike strike, ProxiedConnection connection) {
            strike.runner().run();
            connection.cut();
            return false;
        }
    };

    private static final long STALL_MILLIS = 500;

    /** When it can strike: who kills a statement has to see it run. */
    Set<Moment> moments() {
        return this == KILL_QUERY || this == KILL_CONNECTION ? EnumSet.of(Moment.DURING) : EnumSet.allOf(Moment.class);
    }

    /** Lets it happen. Returns whether the connection is still there. */
    abstract boolean strike(Strike strike, ProxiedConnection connection) throws InterruptedException, SQLException;

    private static void kill(Strike strike, String sql) throws SQLException {
        try (Statement statement = strike.bystander().createStatement()) {
            statement.execute(sql);
        }
    }
}
