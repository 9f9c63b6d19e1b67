package dev.migrate.dialect;

import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a server. Stateless. */
public final class Dialects {

    private Dialects() {}

    /**
     * Finds the dialect of a server among the {@link DialectProvider}s.
     *
     * @param version what the server returned for {@code SELECT VERSION()}
     * @return its dialect
     * @throws UnsupportedServerException if no provider knows the server
     */
    public static Dialect forServer(String version) {
        ServerVersion server;
        try {
            server = ServerVersion.parse(version);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedServerException(version);
        }
        return forServer(server);
    }

    /**
     * Finds the dialect of a server among the {@link DialectProvider}s.
     *
     * @param server which server it is
     * @return its dialect
     * @throws UnsupportedServerException if no provider knows the server
     */
    public static Dialect forServer(ServerVersion server) {
        for (DialectProvider provider :
                ServiceLoader.load(DialectProvider.class, DialectProvider.class.getClassLoader())) {
            Optional<Dialect> dialect = provider.dialectFor(server);
            if (dialect.isPresent()) {
                return dialect.get();
            }
        }
        throw new UnsupportedServerException(server.toString());
    }
}
