package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.SchemaException;
import dev.migrate.model.ModelContext;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlLine;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The server of the migrated database, as the context of a model.
 *
 * @param dataSource the source of connections to that database
 * @param server the server
 */
public record ScratchModelContext(DataSource dataSource, ServerVersion server) implements ModelContext {

    /** The sentence that both exceptions contain. */
    private static final String UNCHANGED = " Nothing was changed.";

    @Override
    public Schema schemaAfter(String name, String script) {
        DatabaseProvider provider = DatabaseProviders.forServer(server);
        ScriptDialect dialect = provider.scriptDialect(server);
        List<SqlLine> statements = split(name, script, dialect);
        for (SqlLine statement : statements) {
            requireInsideOfDatabase(name, statement, dialect, provider);
        }
        List<String> texts = statements.stream().map(SqlLine::sql).toList();
        try (ScratchDatabase scratch = provider.scratchDatabases().create(dataSource)) {
            run(name, statements, dialect.cleaningUp(texts), scratch);
            return read(scratch, provider, dialect, texts);
        }
    }

    private static List<SqlLine> split(String name, String script, ScriptDialect dialect) {
        try {
            return dialect.splitSchema(name, script);
        } catch (InvalidMigrationException e) {
            String problem = e.problem().replace(UNCHANGED, "");
            throw new SchemaException(SchemaException.Reason.INVALID_MODEL, problem, e.remedy(), e);
        }
    }

    private static void requireInsideOfDatabase(
            String script, SqlLine statement, ScriptDialect dialect, DatabaseProvider provider) {
        String sql = statement.sql();
        Optional<String> outside = dialect.outsideOfDatabase(sql);
        if (outside.isPresent()) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The statement at line " + statement.line() + " of the script " + script + " changes or may change "
                            + outside.get() + ", but a model describes the schema of one database. Statement: "
                            + provider.maskSecrets(sql) + ". Nothing was executed.",
                    "Remove the statement from the script.",
                    null);
        }
    }

    private static void run(String script, List<SqlLine> statements, List<String> cleaningUp, ScratchDatabase scratch) {
        try (Session session = Session.open(scratch.dataSource(), DatabaseProviders::forConnection)) {
            session.prepare(RunOptions.IDLE_TIMEOUT);
            for (SqlLine statement : statements) {
                try {
                    session.execute(statement.sql());
                } catch (SQLException e) {
                    String sql = session.provider().maskSecrets(statement.sql());
                    cleanUp(session, cleaningUp, e);
                    throw new SchemaException(
                            SchemaException.Reason.SCRIPT_FAILED,
                            "The statement at line " + statement.line() + " of the script " + script + " failed: "
                                    + session.classify(e).text() + ". Statement: " + sql
                                    + ". It was executed in a scratch database, which has been dropped.",
                            "Fix the script.",
                            e);
                }
            }
            cleanUp(session, cleaningUp, null);
        }
    }

    /** The connection may be one of a pool, or be the only one. */
    private static void cleanUp(Session session, List<String> statements, @Nullable SQLException failure) {
        for (String sql : statements) {
            try {
                session.execute(sql);
            } catch (SQLException e) {
                if (failure != null) {
                    failure.addSuppressed(e);
                }
            }
        }
    }

    private static Schema read(
            ScratchDatabase scratch, DatabaseProvider provider, ScriptDialect dialect, List<String> statements) {
        try (Connection connection = scratch.dataSource().getConnection()) {
            return dialect.specifiedBy(
                    statements,
                    scratch.specifiedIn(provider.schemaReader().readModel(connection)),
                    provider.normalizer(connection).defaults());
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.NOT_CONNECTED,
                    "Cannot connect to the scratch database " + scratch.name() + ": "
                            + DatabaseProviders.classify(e).text() + ".",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }
}
