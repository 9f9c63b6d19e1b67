package dev.migrate.provider;

import dev.migrate.error.SchemaException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
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

    /**
     * Returns the advisor on the costs of statements.
     *
     * @return the advisor
     */
    DdlAdvisor ddlAdvisor();

    /**
     * Parses a JDBC URL. Does not connect.
     *
     * @param url the URL
     * @return the parts of the URL, or empty if this is no URL for a driver of this provider's products
     */
    Optional<JdbcUrl> jdbcUrl(String url);

    /**
     * Returns examples of what {@link #jdbcUrl} parses, for error messages.
     *
     * @return the examples with placeholders in capitals, joined with "or"
     */
    String jdbcUrlExamples();

    /**
     * Returns whether this provider supports the server at the end of a connection. Sends nothing to the server if the
     * driver allows that, because it is called before every run, even if there is nothing to do.
     *
     * @param metaData the metadata of the connection
     * @return true if the product is supported, in any version
     * @throws SQLException if the driver cannot provide the metadata
     */
    boolean accepts(DatabaseMetaData metaData) throws SQLException;

    /**
     * Returns the classification of the product's errors.
     *
     * @return the classifier
     */
    ErrorClassifier errorClassifier();

    /**
     * Returns the control of a connection's session. Sends nothing.
     *
     * @param connection the connection
     * @return the session control
     */
    SessionControl sessionControl(Connection connection);

    /**
     * Returns the view of what sessions are doing.
     *
     * @return the monitor
     */
    SessionMonitor sessionMonitor();

    /**
     * Returns the lock of a database, not acquired yet. Sends nothing.
     *
     * @param connection the connection that will execute the statements
     * @param server the server and its current database
     * @param versionTable the name of the version table
     * @return the lock
     */
    MigrationLock migrationLock(Connection connection, ServerIdentity server, String versionTable);

    /**
     * Returns the version table and the journal.
     *
     * @param versionTable the name of the version table: 1 to 64 letters, digits and underscores
     * @return the store
     */
    HistoryStore historyStore(String versionTable);

    /**
     * Returns the statements around the steps of an offline script.
     *
     * @param server the server of the script
     * @param versionTable the name of the version table
     * @param lockTimeout how long the script waits for the migration lock
     * @param tableTimeout how long a statement waits for a table in use
     * @return the frame
     */
    ScriptFrame scriptFrame(ServerVersion server, String versionTable, Duration lockTimeout, Duration tableTimeout);

    /**
     * Returns the probe for interrupted statements.
     *
     * @param connection the connection of the run
     * @return the probe
     */
    EffectProbe effectProbe(Connection connection);

    /**
     * Returns the tokens that the server can commit together with a statement.
     *
     * @param connection the connection of the run
     * @param versionTable the name of the version table
     * @return the tokens, or empty if the product has no such feature
     */
    Optional<CommitTokens> commitTokens(Connection connection, String versionTable);

    /**
     * Masks the secrets in a statement before it is logged, stored or shown.
     *
     * @param sql the statement
     * @return the statement without passwords
     */
    String maskSecrets(String sql);
}
