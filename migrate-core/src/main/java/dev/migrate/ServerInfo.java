package dev.migrate;

import dev.migrate.provider.ServerVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server that a {@code DataSource} connects to.
 *
 * @param version the product and its version
 * @param database the database of the connection, or null if the URL names none
 * @param user the account that the server authenticated, for instance {@code app@%}
 */
public record ServerInfo(ServerVersion version, @Nullable String database, String user) {

    /** Checks that the version and the user are not null. */
    public ServerInfo {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(user, "user");
    }
}
