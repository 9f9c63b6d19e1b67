package dev.migrate.internal.mysql.session;

import dev.migrate.provider.DatabaseError.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Clusters with several writable servers: Galera, and Group Replication in multi-primary mode. A named lock is held on
 * one server only (measured on MariaDB 10.11 with Galera 4 and on MySQL 9.7: two sessions on two servers get the same
 * lock).
 */
final class Cluster {

    private static final String GALERA = "wsrep_on";
    private static final String GALERA_SIZE = "wsrep_cluster_size";
    /** The variable exists if the plugin is loaded. */
    private static final String SINGLE_PRIMARY = "group_replication_single_primary_mode";

    private Cluster() {}

    /** Returns whether other servers accept writes at the same time; sends one query, or two in a cluster. */
    static boolean isMultiPrimary(Connection connection) throws SQLException {
        Map<String, String> variables = values(
                connection,
                "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('" + GALERA + "', '" + SINGLE_PRIMARY + "')");
        if (SessionSettings.isOn(variables.get(GALERA))) {
            String size = values(connection, "SHOW GLOBAL STATUS LIKE '" + GALERA_SIZE + "'")
                    .getOrDefault(GALERA_SIZE, "0");
            return Integer.parseInt(size) > 1;
        }
        String singlePrimary = variables.get(SINGLE_PRIMARY);
        return singlePrimary != null && !SessionSettings.isOn(singlePrimary) && isGroupOnline(connection);
    }

    /** A user who may not read the members may be in a group. */
    private static boolean isGroupOnline(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM"
                        + " performance_schema.replication_group_members WHERE member_state <> 'OFFLINE'")) {
            result.next();
            return result.getInt(1) > 1;
        } catch (SQLException e) {
            if (MySqlErrorClassifier.INSTANCE.classify(e).kind() == Kind.PRIVILEGE_MISSING) {
                return true;
            }
            throw e;
        }
    }

    private static Map<String, String> values(Connection connection, String query) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                values.put(result.getString(1), result.getString(2));
            }
        }
        return values;
    }
}
