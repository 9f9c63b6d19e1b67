package dev.migrate.internal.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scratch databases that processes have left because they were killed. A database is dropped if its name shows that
 * it was created by this library more than an hour ago, and no session holds its lock. Others with the same prefix are
 * only reported. Stateless.
 */
final class AbandonedScratchDatabases {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedScratchDatabases.class);

    private AbandonedScratchDatabases() {}

    /** Drops them. A failure is logged: nothing depends on it. */
    static void drop(Statement statement, Instant now) {
        try {
            for (String found : names(statement)) {
                Optional<ScratchName> name = ScratchName.parse(found);
                if (name.isEmpty()) {
                    LOG.warn(
                            "The database {} may be a scratch database that an older version left behind;"
                                    + " drop it if no run uses it.",
                            found);
                } else if (name.get().isOldAt(now)) {
                    dropUnlessUsed(name.get().text(), statement);
                }
            }
        } catch (SQLException e) {
            LOG.warn("Scratch databases of earlier processes could not be dropped.", e);
        }
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        String pattern = ScratchName.PREFIX.replace("_", "\\_") + "%";
        try (ResultSet result = statement.executeQuery("SHOW DATABASES LIKE '" + pattern + "'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    private static void dropUnlessUsed(String name, Statement statement) throws SQLException {
        try (ResultSet lock = statement.executeQuery(lock(name))) {
            lock.next();
            if (lock.getInt(1) != 1) {
                return;
            }
        }
        try {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            LOG.info("Dropped the scratch database {}, which an earlier process left behind.", name);
        } finally {
            statement.execute(unlock(name));
        }
    }

    /** The query that takes the lock of a scratch database without waiting. */
    static String lock(String name) {
        return "SELECT GET_LOCK('" + name + "', 0)";
    }

    /** The statement that releases it. */
    static String unlock(String name) {
        return "DO RELEASE_LOCK('" + name + "')";
    }
}
