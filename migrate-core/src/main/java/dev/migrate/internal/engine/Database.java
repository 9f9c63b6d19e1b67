package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.SqlRenderer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The migrated database, and the options of its runs. Immutable.
 *
 * @param dataSource the source of connections, or null if the migrator has none
 * @param versionTable the name of the version table
 * @param options the options of runs
 * @param providers finds the provider for a connection
 */
public record Database(
        @Nullable DataSource dataSource, String versionTable, RunOptions options, Session.ProviderLookup providers) {

    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z0-9_]{1,64}");

    /** A database with one of the available providers. */
    public Database(@Nullable DataSource dataSource, String versionTable, RunOptions options) {
        this(dataSource, versionTable, options, DatabaseProviders::forConnection);
    }

    /**
     * Checks the name of a version table.
     *
     * @throws IllegalArgumentException if it is not 1 to 64 letters, digits and underscores
     */
    public static String requireTableName(String name) {
        if (!TABLE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of the version table must be 1 to 64 letters, digits and"
                    + " underscores, but is \"" + name + "\".");
        }
        return name;
    }

    /** Opens a connection, which the caller closes; repeats the attempt as often as the options allow. */
    public Session open() {
        DataSource source = requireDataSource();
        return new ConnectRetry(options.connectRetries(), options.listener())
                .connect(() -> Session.open(source, providers));
    }

    /** Reads the version table and the journal in a session. */
    public History history(Session session) {
        return new History(session, session.provider().historyStore(versionTable));
    }

    /**
     * Creates the database unless a connection to it can be opened.
     *
     * @param server connections to the same server that need no database
     * @param name the name of the database
     * @return whether it was created
     */
    public boolean createIfMissing(DataSource server, String name) {
        try {
            open().close();
            return false;
        } catch (ConnectionFailedException e) {
            if (!(e.getCause() instanceof SQLException cause)
                    || DatabaseProviders.classify(cause).kind() != Kind.DATABASE_MISSING) {
                throw e;
            }
        }
        try (Session session = Session.open(server, providers)) {
            try {
                boolean isCreated = session.control().createDatabase(name);
                if (isCreated) {
                    options.listener().databaseCreated(name);
                }
                return isCreated;
            } catch (SQLException e) {
                DatabaseError error = session.classify(e);
                throw new ConnectionFailedException(
                        ConnectionFailedException.Reason.DATABASE_NOT_CREATED,
                        "The database " + name + " does not exist and could not be created: " + error.text() + ".",
                        session.missingGrant(e, "CREATE DATABASE")
                                .map(grant -> "Execute " + grant + " as an administrator, or create the database.")
                                .orElse("Create the database."),
                        e);
            }
        }
    }

    /** Reads the ids in the version table. */
    public List<String> rows() {
        try (Session session = open()) {
            return history(session).heads();
        }
    }

    /** Connects, and returns the renderer for the server. */
    public SqlRenderer renderer() {
        try (Session session = open()) {
            return session.renderer(session.identify());
        }
    }

    /**
     * Connects, and renders operations that start at the current state of the database, as they would run, if that is
     * known.
     *
     * @param steps the operations of each step
     * @return the statements of each step
     */
    public List<List<String>> sql(List<List<Operation>> steps) {
        try (Session session = open()) {
            return rendered(steps, session, DeferredSqlResolver::show);
        }
    }

    /**
     * Renders operations as the lines of a script.
     *
     * @param steps the operations of each step
     * @return the statements of each step
     * @throws dev.migrate.error.InvalidMigrationException if a statement depends on something that is not known
     */
    public List<List<String>> script(List<List<Operation>> steps) {
        try (Session session = open()) {
            ScriptDialect dialect = session.provider().scriptDialect(session.version(session.identify()));
            return rendered(
                    steps,
                    session,
                    (resolver, operation) -> resolver.render(operation).stream()
                            .map(statement -> dialect.clientText(statement.text()))
                            .toList());
        }
    }

    private static List<List<String>> rendered(
            List<List<Operation>> steps,
            Session session,
            BiFunction<DeferredSqlResolver, Operation, List<String>> rendering) {
        SqlRenderer renderer = session.renderer(session.identify());
        DeferredSqlResolver resolver = DeferredSqlResolver.of(session, renderer);
        List<List<String>> statements = new ArrayList<>();
        for (List<Operation> operations : steps) {
            List<String> ofStep = new ArrayList<>();
            for (Operation operation : renderer.merge(operations)) {
                ofStep.addAll(rendering.apply(resolver, operation));
            }
            statements.add(ofStep);
        }
        return statements;
    }

    /** Returns the source of connections. */
    public DataSource requireDataSource() {
        if (dataSource == null) {
            throw new IllegalStateException("This Migrator has no DataSource; call dataSource(...) on its builder.");
        }
        return dataSource;
    }

    /** Returns a scratch database with the same options and another listener. */
    Database scratch(DataSource other, RunListener listener) {
        return new Database(other, versionTable, options.forScratchDatabase().listener(listener), providers);
    }

    /** Returns a scratch database with the same options but no listeners. */
    Database scratch(DataSource other) {
        return new Database(other, versionTable, options.forScratchDatabase(), providers);
    }
}
