package dev.migrate.internal.engine;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InvalidModelException;
import dev.migrate.internal.mysql.introspect.SchemaReader;
import dev.migrate.internal.mysql.introspect.ScratchDatabase;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ScriptStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The server of the database that is migrated, as models see it.
 *
 * @param dataSource where connections to that database come from
 * @param server which server it is
 */
public record ScratchModelContext(DataSource dataSource, ServerVersion server) implements ModelContext {

    @Override
    public Schema schemaAfter(String name, String script) {
        if (script.isBlank()) {
            throw new InvalidModelException(
                    "The script " + name + " is empty.", "Look whether it is the right one.", null);
        }
        SqlRenderer renderer = DatabaseProviders.renderer(server.text());
        List<ScriptStatement> statements = renderer.split(new ExecuteScript(name, script));
        try (ScratchDatabase scratch = ScratchDatabase.create(dataSource)) {
            run(name, statements, renderer, scratch);
            return read(scratch);
        }
    }

    private static void run(
            String script, List<ScriptStatement> statements, SqlRenderer renderer, ScratchDatabase scratch) {
        try (Session session = Session.open(scratch.dataSource())) {
            session.begin(renderer, RunOptions.IDLE_TIMEOUT);
            for (ScriptStatement statement : statements) {
                try {
                    session.execute(statement.statement());
                } catch (SQLException e) {
                    String sql = MaskedSql.of(statement.statement().text());
                    throw InvalidModelException.ofScript(script, statement.line(), sql, e);
                }
            }
        }
    }

    private static Schema read(ScratchDatabase scratch) {
        try (Connection connection = scratch.dataSource().getConnection()) {
            return SchemaReader.read(connection);
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    "Cannot connect to the scratch database " + scratch.name() + ": " + e.getMessage() + ".",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }
}
