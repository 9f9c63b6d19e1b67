package dev.migrate.provider;

import java.util.Optional;

/**
 * A service that knows dialects, found with {@link java.util.ServiceLoader} in the module or class path that the
 * library itself came from.
 */
public interface DatabaseProvider {

    /**
     * Finds the dialect for a server.
     *
     * @param server which server it is
     * @return its dialect, or empty if this provider does not know the server
     */
    Optional<SqlRenderer> dialectFor(ServerVersion server);
}
