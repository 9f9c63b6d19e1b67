package dev.migrate.provider;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL that a provider accepts. Immutable.
 *
 * @param url the URL, as it was written
 * @param serverUrl the same URL without the database
 * @param database the name of the database, or null if the URL has none
 * @param address the host and the port, or several of them separated by commas, or null if they cannot be determined
 * @param user the name of the user, or null if the URL has none
 * @param driverArtifact the Maven artifact with the driver for it: the group and the name, separated by a colon
 */
public record JdbcUrl(
        String url,
        String serverUrl,
        @Nullable String database,
        @Nullable String address,
        @Nullable String user,
        String driverArtifact) {

    /** Checks that the required parts are present. */
    public JdbcUrl {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(serverUrl, "serverUrl");
        Objects.requireNonNull(driverArtifact, "driverArtifact");
    }
}
