package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import java.sql.Connection;
import java.util.Optional;

/**
 * Support for one database product and its relatives: the entry point of the SPI, with a factory method for each role.
 *
 * <p>Providers are found with {@link java.util.ServiceLoader} in the module or class path of this library. They are
 * stateless and thread-safe. {@link DatabaseProviders} selects the provider of a server.
 */
public interface DatabaseProvider {

    /**
     * Parses the version that a server reports.
     *
     * @param reported the version as the server reports it
     * @return the server, or empty if this is no version of this provider's products
     */
    Optional<ServerVersion> serverVersion(String reported);

    /**
     * Parses the name of a server that is not connected, for instance {@code product-8.0.36}. Where the third number is
     * missing, the result is the first version of that line for production use, so that SQL written for it suits all of
     * them.
     *
     * @param name the product and its version
     * @return the server, or empty if this is no name of this provider's products
     */
    Optional<ServerVersion> serverNamed(String name);

    /**
     * Returns examples of what {@link #serverNamed} parses, for error messages.
     *
     * @return the examples, joined with "or"
     */
    String serverNameExamples();

    /**
     * Returns the products and the oldest version of each, for error messages.
     *
     * @return the versions, joined with "or"
     */
    String supportedServers();

    /**
     * Checks whether this provider supports a server.
     *
     * @param server the server
     * @return true if the factory methods accept it
     */
    boolean supports(ServerVersion server);

    /**
     * Returns the renderer for a server.
     *
     * @param server the server, which {@linkplain #supports is supported}
     * @return the renderer
     */
    SqlRenderer renderer(ServerVersion server);

    /**
     * Returns the script dialect of a server.
     *
     * @param server the server, which {@linkplain #supports is supported}
     * @return the dialect
     */
    ScriptDialect scriptDialect(ServerVersion server);

    /**
     * Returns the parser of DDL fragments for a server.
     *
     * @param server the server, which {@linkplain #supports is supported}
     * @return the parser
     */
    DefinitionParser definitionParser(ServerVersion server);

    /**
     * Returns the schema reader.
     *
     * @return the reader
     */
    SchemaReader schemaReader();

    /**
     * Returns a normalizer for the database that a connection is in.
     *
     * @param connection the connection, which has to stay open while the normalizer is used
     * @return the normalizer
     * @throws SchemaException if a query fails, or the connection has no database
     */
    Normalizer normalizer(Connection connection);

    /**
     * Returns the factory of scratch databases.
     *
     * @return the factory
     */
    ScratchDatabases scratchDatabases();
}
