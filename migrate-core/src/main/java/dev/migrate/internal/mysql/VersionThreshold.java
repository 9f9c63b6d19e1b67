package dev.migrate.internal.mysql;

import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.ServerVersion.Product;
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
        String version = server.product() == Product.MYSQL ? mySql : mariaDb;
        if (version == null) {
            return false;
        }
        ServerVersion first = ServerVersion.parse(version);
        return server.isAtLeast(server.product(), first.major(), first.minor(), first.patch());
    }
}
