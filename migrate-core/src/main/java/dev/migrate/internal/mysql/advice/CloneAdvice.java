package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.script.MySqlScriptDialect;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.session.MySqlSessionControl;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.provider.StatementAdvice;
import dev.migrate.provider.TableSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes the statements of a plan that concern tables on empty clones, in a scratch database, and reports how the server
 * did it. Statements that name another database, or do not concern tables, are not executed. Not thread-safe.
 */
final class CloneAdvice {

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(45);

    private final Connection connection;
    private final MySqlSessionControl control;
    private final TableClones clones;
    private final AlgorithmTrial trial;
    private final MatrixAdvice matrix;
    private final SqlSyntax syntax;
    private final MySqlScriptDialect dialect;
    private final String original;

    private CloneAdvice(
            Connection connection,
            TableClones clones,
            AlgorithmTrial trial,
            MatrixAdvice matrix,
            ServerVersion server,
            String original) {
        this.connection = connection;
        this.control = new MySqlSessionControl(connection);
        this.clones = clones;
        this.trial = trial;
        this.matrix = matrix;
        this.syntax = SqlSyntax.of(server);
        this.dialect = new MySqlScriptDialect(server);
        this.original = original;
    }

    /**
     * Creates the advice.
     *
     * @param connection a connection whose current database is the scratch database
     * @param scratch the name of the scratch database
     * @param server the server
     * @param tables the tables of the plan's database
     * @param matrix the costs of statements that the server cannot be asked about
     */
    static CloneAdvice on(
            Connection connection, String scratch, ServerVersion server, OriginalTables tables, MatrixAdvice matrix) {
        boolean isMariaDb = MySqlVersions.isMariaDb(server);
        AlgorithmTrial trial = new AlgorithmTrial(connection, isMariaDb, TableIds.of(connection, scratch));
        return new CloneAdvice(
                connection, new TableClones(connection, tables), trial, matrix, server, tables.database());
    }

    /** Executes the statements, with the session settings of a run. */
    List<List<StatementAdvice>> advise(List<RenderedOperation> operations) throws SQLException {
        control.prepare(IDLE_TIMEOUT);
        control.remember();
        try {
            List<List<StatementAdvice>> advice = new ArrayList<>();
            for (RenderedOperation rendered : operations) {
                List<StatementAdvice> ofOperation = new ArrayList<>();
                for (PlannedStatement statement : rendered.statements()) {
                    ofOperation.add(advise(rendered.operation(), statement));
                }
                advice.add(ofOperation);
            }
            return advice;
        } finally {
            control.restore();
        }
    }

    private StatementAdvice advise(Operation operation, PlannedStatement statement) throws SQLException {
        String text = statement.text();
        if (statement.effect() == PlannedStatement.Effect.SESSION_ONLY) {
            setSession(statement);
            return StatementAdvice.withoutCost(text, null);
        }
        Optional<TableStatement> parsed = TableStatement.of(text, syntax).filter(this::isOfThisDatabase);
        if (parsed.isEmpty() || statement instanceof PlannedStatement.Code) {
            return StatementAdvice.withoutCost(text, null);
        }
        TableSize size = null;
        try {
            clones.prepare(parsed.get());
            size = clones.size(parsed.get().table());
            control.adapt(statement.sessionUse());
            TableStatement complete = complete(statement, parsed.get());
            return executed(complete, size, statement);
        } catch (SQLException e) {
            return rejected(operation, parsed.get(), size, e);
        } catch (IllegalStateException e) {
            // The statement cannot be completed: it changes a column that the table does not have.
            return new StatementAdvice(
                    text, size, matrix.cost(operation), false, null, e.getMessage() + ".", List.of());
        }
    }

    /** Settings of the session influence the algorithm, for instance whether foreign keys are checked. */
    private void setSession(PlannedStatement statement) throws SQLException {
        control.adapt(statement.sessionUse());
        if (dialect.outsideOfDatabase(statement.text(), List.of()).isEmpty()) {
            try {
                trial.timed(statement.text());
            } catch (SQLException e) {
                // The setting may need a privilege or a value that only the run has.
                return;
            }
        }
    }

    private boolean isOfThisDatabase(TableStatement statement) {
        return dialect.outsideOfDatabase(statement.sql(), List.of()).isEmpty() && !statement.isQualifiedWith(original);
    }

    /** Repeats the definition of the clone where the statement repeats that of the table. */
    private TableStatement complete(PlannedStatement statement, TableStatement parsed) throws SQLException {
        if (!(statement instanceof PlannedStatement.DeferredSql deferred)) {
            return parsed;
        }
        try (Statement query = connection.createStatement();
                ResultSet answer = query.executeQuery(deferred.question())) {
            answer.next();
            String sql = deferred.completion().complete(answer.getString(2));
            return TableStatement.of(sql, syntax).orElseThrow();
        }
    }

    private StatementAdvice executed(TableStatement sql, TableSize size, PlannedStatement statement)
            throws SQLException {
        boolean isExplicit = statement.sessionUse().has(Trait.NEEDS_EXPLICIT_DEFAULTS) && setExplicitDefaults(true);
        try {
            return executed(sql, size);
        } finally {
            if (isExplicit) {
                setExplicitDefaults(false);
            }
        }
    }

    /** Without the privilege for it, the server adds defaults to TIMESTAMP columns, on which the costs do not depend. */
    private boolean setExplicitDefaults(boolean isExplicit) {
        try {
            control.explicitDefaults(isExplicit);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private StatementAdvice executed(TableStatement statement, TableSize size) throws SQLException {
        if (statement.kind().isChange()) {
            AlgorithmTrial.Result result = trial.execute(statement);
            clones.executed(statement);
            DdlAlgorithm algorithm = result.cost().algorithm();
            return new StatementAdvice(
                    statement.sql(),
                    size,
                    result.cost(),
                    statement.isIndexBuild(),
                    result.elapsed(),
                    null,
                    algorithm == null ? List.of() : RowSize.check(connection, statement, algorithm));
        }
        Duration elapsed = trial.timed(statement.sql());
        clones.executed(statement);
        boolean isCreation = statement.kind() == TableStatement.Kind.CREATE;
        return new StatementAdvice(
                statement.sql(),
                isCreation ? TableSize.ofNew(statement.table()) : size,
                null,
                false,
                elapsed,
                null,
                List.of());
    }

    private StatementAdvice rejected(
            Operation operation, TableStatement statement, @Nullable TableSize size, SQLException e)
            throws SQLException {
        if (MySqlErrorClassifier.INSTANCE.classify(e).kind() == Kind.CONNECTION_LOST) {
            throw e;
        }
        return new StatementAdvice(
                statement.sql(),
                size,
                statement.kind().isChange() ? matrix.cost(operation) : null,
                false,
                null,
                MySqlErrorClassifier.INSTANCE.classify(e).text(),
                List.of());
    }
}
