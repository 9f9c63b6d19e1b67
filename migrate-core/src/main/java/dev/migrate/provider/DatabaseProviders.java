package dev.migrate.provider;

import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a server. Stateless. */
public final class DatabaseProviders {

    private DatabaseProviders() {}

    /**
     * Finds the dialect of a server among the {@link DatabaseProvider}s.
     *
     * @param version what the server returned for {@code SELECT VERSION()}
     * @return its dialect
     * @throws UnsupportedServerException if no provider knows the server
     */
    public static SqlRenderer forServer(String version) {
        ServerVersion server;
        try {
            server = ServerVersion.parse(version);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedServerException(version);
        }
        return forServer(server);
    }

    /**
     * Finds the dialect of a server among the {@link DatabaseProvider}s.
     *
     * @param server which server it is
     * @return its dialect
     * @throws UnsupportedServerException if no provider knows the server
     */
    public static SqlRenderer forServer(ServerVersion server) {
        for (DatabaseProvider provider :
                ServiceLoader.load(DatabaseProvider.class, DatabaseProvider.class.getClassLoader())) {
            Optional<SqlRenderer> renderer = provider.dialectFor(server);
            if (renderer.isPresent()) {
                return renderer.get();
            }
        }
        throw new UnsupportedServerException(server.toString());
    }
}
