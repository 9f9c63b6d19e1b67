package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.SchemaException;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The server of the migrated database, as the context of a model.
 *
 * @param dataSource the source of connections to that database
 * @param server the server
 */
public record ScratchModelContext(DataSource dataSource, ServerVersion server) implements ModelContext {

    @Override
    public Schema schemaAfter(String name, String script) {
        if (script.isBlank()) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL, "The script " + name + " is empty.", "Check the path.", null);
        }
        DatabaseProvider provider = DatabaseProviders.forServer(server);
        ScriptDialect dialect = provider.scriptDialect(server);
        List<ScriptStatement> statements = dialect.split(new ExecuteScript(name, script));
        if (statements.isEmpty()) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The script " + name + " contains only comments.",
                    "Check the path.",
                    null);
        }
        for (ScriptStatement statement : statements) {
            requireInsideOfDatabase(name, statement, dialect, provider);
        }
        try (ScratchDatabase scratch = provider.scratchDatabases().create(dataSource)) {
            run(name, statements, scratch);
            return read(scratch, provider, dialect, statements);
        }
    }

    private static void requireInsideOfDatabase(
            String script, ScriptStatement statement, ScriptDialect dialect, DatabaseProvider provider) {
        String sql = statement.statement().text();
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

    private static void run(String script, List<ScriptStatement> statements, ScratchDatabase scratch) {
        try (Session session = Session.open(scratch.dataSource(), DatabaseProviders::forConnection)) {
            session.prepare(RunOptions.IDLE_TIMEOUT);
            for (ScriptStatement statement : statements) {
                try {
                    session.execute(statement.statement().text());
                } catch (SQLException e) {
                    String sql =
                            session.provider().maskSecrets(statement.statement().text());
                    throw new SchemaException(
                            SchemaException.Reason.SCRIPT_FAILED,
                            "The statement at line " + statement.line() + " of the script " + script + " failed: "
                                    + session.classify(e).text() + ". Statement: " + sql
                                    + ". It was executed in a scratch database, which has been dropped.",
                            "Fix the script.",
                            e);
                }
            }
        }
    }

    private static Schema read(
            ScratchDatabase scratch,
            DatabaseProvider provider,
            ScriptDialect dialect,
            List<ScriptStatement> statements) {
        try (Connection connection = scratch.dataSource().getConnection()) {
            List<String> texts = statements.stream()
                    .map(statement -> statement.statement().text())
                    .toList();
            return dialect.specifiedBy(
                    texts,
                    provider.schemaReader().readModel(connection),
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
