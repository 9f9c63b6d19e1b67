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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        List<String> texts = statements.stream().map(SqlLine::sql).toList();
        for (int i = 0; i < texts.size(); i++) {
            Optional<String> outside = dialect.outsideOfDatabase(texts.get(i), texts.subList(0, i));
            if (outside.isPresent()) {
                throw outsideOfDatabase(name, statements.get(i), outside.get(), provider, "Nothing was executed.");
            }
        }
        try (ScratchDatabase scratch = provider.scratchDatabases().create(dataSource)) {
            scratch.turnOffReplication();
            run(name, statements, dialect, scratch);
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

    private static SchemaException outsideOfDatabase(
            String script, SqlLine statement, String outside, DatabaseProvider provider, String state) {
        return new SchemaException(
                SchemaException.Reason.INVALID_MODEL,
                "The statement at line " + statement.line() + " of the script " + script + " changes or may change "
                        + outside + ", but a model describes the schema of one database. Statement: "
                        + provider.maskSecrets(statement.sql()) + ". " + state,
                "Remove the statement from the script.",
                null);
    }

    private static void run(String script, List<SqlLine> statements, ScriptDialect dialect, ScratchDatabase scratch) {
        List<String> texts = statements.stream().map(SqlLine::sql).toList();
        List<String> cleaningUp = dialect.cleaningUp(texts);
        try (Session session = Session.open(scratch.dataSource(), DatabaseProviders::forConnection)) {
            session.prepare(RunOptions.IDLE_TIMEOUT);
            for (int i = 0; i < texts.size(); i++) {
                try {
                    Optional<String> outside = preparedOutside(session, dialect, texts.get(i), texts.subList(0, i));
                    if (outside.isPresent()) {
                        cleanUp(session, cleaningUp, null);
                        throw outsideOfDatabase(
                                script,
                                statements.get(i),
                                outside.get(),
                                session.provider(),
                                "Those before it were executed in a scratch database, which has been dropped.");
                    }
                    session.execute(texts.get(i));
                } catch (SQLException e) {
                    cleanUp(session, cleaningUp, e);
                    throw failed(script, statements.get(i), session, e);
                }
            }
            cleanUp(session, cleaningUp, null);
        }
    }

    private static SchemaException failed(String script, SqlLine statement, Session session, SQLException e) {
        return new SchemaException(
                SchemaException.Reason.SCRIPT_FAILED,
                "The statement at line " + statement.line() + " of the script " + script + " failed: "
                        + session.classify(e).text() + ". Statement: "
                        + session.provider().maskSecrets(statement.sql())
                        + ". It was executed in a scratch database, which has been dropped.",
                "Fix the script.",
                e);
    }

    /** Returns what a statement reaches whose text is known only now, because the script computes it. */
    private static Optional<String> preparedOutside(
            Session session, ScriptDialect dialect, String sql, List<String> before) throws SQLException {
        Optional<String> query = dialect.preparedText(sql);
        if (query.isEmpty()) {
            return Optional.empty();
        }
        try (Statement statement = session.connection().createStatement();
                ResultSet answer = statement.executeQuery(query.get())) {
            answer.next();
            String text = answer.getString(1);
            return text == null ? Optional.empty() : dialect.outsideOfDatabase(text, before);
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
