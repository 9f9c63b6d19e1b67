package dev.migrate.provider;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.provider.DatabaseError.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Selects among the installed {@link DatabaseProvider}s, which are loaded once. Thread-safe. */
public final class DatabaseProviders {

    private DatabaseProviders() {}

    /**
     * Parses the version that a server reports.
     *
     * @param reported the version as the server reports it
     * @return the server
     * @throws ConnectionFailedException if no provider recognizes the version
     */
    public static ServerVersion serverVersion(String reported) {
        return first(provider -> provider.serverVersion(reported)).orElseThrow(() -> unsupported(reported));
    }

    /**
     * Parses the name of a server that is not connected, for instance {@code product-8.0.36}.
     *
     * @param name the product and its version
     * @return the server
     * @throws IllegalArgumentException if no provider recognizes the name
     */
    public static ServerVersion serverNamed(String name) {
        return first(provider -> provider.serverNamed(name))
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not the name of a server. Write "
                        + joined(DatabaseProvider::serverNameExamples) + "."));
    }

    /**
     * Parses a JDBC URL. Does not connect.
     *
     * @param url the URL
     * @return the parts of the URL, or empty if no provider accepts it
     */
    public static Optional<JdbcUrl> jdbcUrl(String url) {
        return first(provider -> provider.jdbcUrl(url));
    }

    /**
     * Returns examples of the JDBC URLs that the providers accept.
     *
     * @return the examples with placeholders in capitals, joined with "or"
     */
    public static String jdbcUrlExamples() {
        return joined(DatabaseProvider::jdbcUrlExamples);
    }

    /**
     * Returns the provider of a server.
     *
     * @param server the server
     * @return the first provider that supports it
     * @throws ConnectionFailedException if no provider does
     */
    public static DatabaseProvider forServer(ServerVersion server) {
        return first(provider -> provider.supports(server) ? Optional.of(provider) : Optional.empty())
                .orElseThrow(() -> unsupported(server.toString()));
    }

    /**
     * Returns the renderer of a server.
     *
     * @param server the server
     * @return the renderer
     * @throws ConnectionFailedException if no provider supports the server
     */
    public static SqlRenderer renderer(ServerVersion server) {
        return forServer(server).renderer(server);
    }

    /**
     * Returns the renderer of a server.
     *
     * @param reportedVersion the version as the server reports it
     * @return the renderer
     * @throws ConnectionFailedException if no provider supports the server
     */
    public static SqlRenderer renderer(String reportedVersion) {
        return renderer(serverVersion(reportedVersion));
    }

    /**
     * Returns the version of a server of a provider.
     *
     * @param provider the provider
     * @param reported the version as the server reports it
     * @return the version
     * @throws ConnectionFailedException if the provider does not support the server
     */
    public static ServerVersion serverVersion(DatabaseProvider provider, String reported) {
        return provider.serverVersion(reported).orElseThrow(() -> unsupported(reported));
    }

    /**
     * Finds the name of a scratch database of any provider in a text.
     *
     * @param text the text
     * @return the first name, or empty if there is none
     */
    public static Optional<String> scratchDatabaseIn(String text) {
        return first(provider -> provider.scratchDatabases().nameIn(text));
    }

    private static ConnectionFailedException unsupported(String server) {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.UNSUPPORTED_SERVER,
                "The server " + server + " is not supported.",
                "Use " + joined(DatabaseProvider::supportedServers) + ", or add a provider for it to the class path.",
                null);
    }

    private static String joined(Function<DatabaseProvider, String> text) {
        return Installed.PROVIDERS.stream().map(text).collect(Collectors.joining(" or "));
    }

    private static <T> Optional<T> first(Function<DatabaseProvider, Optional<T>> lookup) {
        return Installed.PROVIDERS.stream()
                .map(lookup)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Finds the provider that supports the server at the end of a connection. Sends nothing to the server.
     *
     * @param connection the connection
     * @return the provider
     * @throws SQLException if the driver cannot provide the metadata of the connection
     * @throws ConnectionFailedException if no provider supports the server
     */
    public static DatabaseProvider forConnection(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (DatabaseProvider provider : Installed.PROVIDERS) {
            if (provider.accepts(metaData)) {
                return provider;
            }
        }
        throw unsupported(metaData.getDatabaseProductName() + " " + metaData.getDatabaseProductVersion());
    }

    /**
     * Classifies the failure of an attempt to connect, when the product is not yet known.
     *
     * @param failure the exception of the driver
     * @return the most specific classification among those of all providers
     */
    public static DatabaseError classify(SQLException failure) {
        DatabaseError found = null;
        for (DatabaseProvider provider : Installed.PROVIDERS) {
            DatabaseError error = provider.errorClassifier().classifyConnecting(failure);
            boolean isSpecific = error.kind() != Kind.OTHER && error.kind() != Kind.SERVER_UNREACHABLE;
            if (found == null || isSpecific) {
                found = error;
            }
            if (isSpecific) {
                break;
            }
        }
        return found == null ? new DatabaseError(Kind.OTHER, failure.getErrorCode(), failure.toString()) : found;
    }

    /** The providers on the class path or the module path, found once: looking for them costs more than a query. */
    private static final class Installed {

        static final List<DatabaseProvider> PROVIDERS =
                ServiceLoader.load(DatabaseProvider.class, DatabaseProvider.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        private Installed() {}
    }
}
