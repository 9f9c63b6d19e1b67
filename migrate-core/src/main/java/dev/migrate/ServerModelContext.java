package dev.migrate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScriptStatement;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InvalidModelException;
import dev.migrate.introspect.SchemaReader;
import dev.migrate.introspect.ScratchDatabase;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.run.RunOptions;
import dev.migrate.run.Session;
import dev.migrate.run.ShownText;
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
record ServerModelContext(DataSource dataSource, ServerVersion server) implements ModelContext {

    @Override
    public Schema schemaAfter(String name, String script) {
        if (script.isBlank()) {
            throw new InvalidModelException(
                    "The script " + name + " is empty.", "Look whether it is the right one.", null);
        }
        Dialect dialect = Dialects.forServer(server.text());
        List<ScriptStatement> statements = dialect.split(new ExecuteScript(name, script));
        try (ScratchDatabase scratch = ScratchDatabase.create(dataSource)) {
            run(name, statements, dialect, scratch);
            return read(scratch);
        }
    }

    private static void run(String script, List<ScriptStatement> statements, Dialect dialect, ScratchDatabase scratch) {
        try (Session session = Session.open(scratch.dataSource())) {
            session.begin(dialect, RunOptions.IDLE_TIMEOUT);
            for (ScriptStatement statement : statements) {
                try {
                    session.execute(statement.statement());
                } catch (SQLException e) {
                    String sql = ShownText.of(statement.statement().text());
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
