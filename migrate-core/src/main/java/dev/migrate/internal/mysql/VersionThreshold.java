package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import org.jspecify.annotations.Nullable;

/** Compares a server with the versions from which on something is there. */
final class VersionThreshold {

    private VersionThreshold() {}

    /**
     * Tells whether a server is that new.
     *
     * @param mySql the first version of MySQL, or null for none
     * @param mariaDb the first version of MariaDB, or null for none
     */
    static boolean isReached(ServerVersion server, @Nullable String mySql, @Nullable String mariaDb) {
        String version = MySqlVersions.isMariaDb(server) ? mariaDb : mySql;
        if (version == null) {
            return false;
        }
        ServerVersion first = MySqlVersions.parse(version).orElseThrow();
        return server.isAtLeast(server.product(), first.major(), first.minor(), first.patch());
    }
}
