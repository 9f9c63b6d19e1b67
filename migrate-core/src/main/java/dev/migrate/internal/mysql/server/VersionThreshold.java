package dev.migrate.internal.mysql.server;

import dev.migrate.provider.ServerVersion;
import org.jspecify.annotations.Nullable;

/** The comparison of a server with the first versions that have a feature. */
final class VersionThreshold {

    private VersionThreshold() {}

    /**
     * Checks whether a server has reached the threshold of its product. A threshold is a version, or several separated
     * by commas if the feature was added to several series: the last one applies to its series and all later ones.
     *
     * @param mySql the threshold of MySQL, or null if no version has the feature
     * @param mariaDb the threshold of MariaDB, or null if no version has the feature
     */
    static boolean isReached(ServerVersion server, @Nullable String mySql, @Nullable String mariaDb) {
        String threshold = MySqlVersions.isMariaDb(server) ? mariaDb : mySql;
        if (threshold == null) {
            return false;
        }
        boolean isReached = false;
        for (String version : threshold.split(", ", -1)) {
            ServerVersion first = MySqlVersions.parse(version).orElseThrow();
            // A server of a later series must reach the threshold of that series.
            boolean isLineReached = server.isAtLeast(server.product(), first.major(), first.minor(), 0);
            if (isLineReached) {
                isReached = server.isAtLeast(server.product(), first.major(), first.minor(), first.patch());
            }
        }
        return isReached;
    }
}
