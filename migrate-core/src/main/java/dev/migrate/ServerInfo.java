package dev.migrate;

import dev.migrate.provider.ServerVersion;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server behind a {@code DataSource}, and whom it takes us for.
 *
 * @param version the product and its version
 * @param database the database of the connection, or null if the URL names none
 * @param user the account that the server took the user for, for instance {@code app@%}
 */
public record ServerInfo(ServerVersion version, @Nullable String database, String user) {

    /** Refuses null where it is not allowed. */
    public ServerInfo {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(user, "user");
    }
}
