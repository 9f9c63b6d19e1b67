package dev.migrate.internal.mysql.advice;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.internal.mysql.render.MySqlRenderer;
import dev.migrate.internal.mysql.session.MySqlErrorClassifier;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.TableStatement;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DataFinding;
import dev.migrate.provider.DdlAdvisor;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.PlanAdvice;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScratchDatabases;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.StatementAdvice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Determines the costs of statements on empty clones of the tables, or from the version of the server. */
public final class MySqlDdlAdvisor implements DdlAdvisor {

    /** The syntax of statements in the journal, as far as the names of tables depend on it. */
    private static final SqlSyntax STORED = new SqlSyntax(false, true, false);

    private final ScratchDatabases scratchDatabases;

    /**
     * Creates an advisor.
     *
     * @param scratchDatabases creates the database of the clones
     */
    public MySqlDdlAdvisor(ScratchDatabases scratchDatabases) {
        this.scratchDatabases = scratchDatabases;
    }

    @Override
    public PlanAdvice advise(DataSource database, List<Operation> operations, Duration checkTimeout) {
        ServerFacts facts;
        OriginalTables tables;
        try (Connection connection = database.getConnection()) {
            facts = ServerFacts.read(connection);
            tables = OriginalTables.read(connection, facts.database());
        } catch (SQLException e) {
            throw unusable(e);
        }
        MySqlRenderer renderer = new MySqlRenderer(facts.version());
        List<RenderedOperation> rendered = new ArrayList<>();
        for (Operation operation : operations) {
            rendered.add(new RenderedOperation(operation, renderer.render(operation)));
        }
        List<String> remarks = new ArrayList<>();
        List<List<StatementAdvice>> statements =
                rendered.stream().anyMatch(each -> changesTables(each, facts.version()))
                        ? advise(database, rendered, facts.version(), tables, remarks)
                        : new MatrixAdvice(facts.version(), tables).advise(rendered);
        if (!checkTimeout.isZero()) {
            statements =
                    withFindings(statements, find(database, rendered, facts.version(), tables, checkTimeout, remarks));
        }
        return new PlanAdvice(
                withBrokenObjects(database, statements, facts.version(), tables),
                facts.replication(),
                facts.freeBytes(),
                remarks);
    }

    private static List<List<StatementAdvice>> withBrokenObjects(
            DataSource database, List<List<StatementAdvice>> statements, ServerVersion server, OriginalTables tables) {
        List<StatementAdvice> all = statements.stream().flatMap(List::stream).toList();
        List<List<StatementAdvice>> grouped = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            List<StatementAdvice> found = new BrokenObjects(connection, SqlSyntax.of(server), tables, all).find();
            int start = 0;
            for (List<StatementAdvice> ofOperation : statements) {
                grouped.add(found.subList(start, start + ofOperation.size()));
                start += ofOperation.size();
            }
            return grouped;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static List<List<DataFinding>> find(
            DataSource database,
            List<RenderedOperation> operations,
            ServerVersion server,
            OriginalTables tables,
            Duration checkTimeout,
            List<String> remarks) {
        try (Connection connection = database.getConnection()) {
            return new PlanChecks(connection, server, tables, checkTimeout).find(operations);
        } catch (SQLException e) {
            throw unusable(e);
        } catch (MigrateException e) {
            // The session is not suitable for a run, for instance because the server is read-only.
            remarks.add("The rows were not checked: " + e.problem());
            return operations.stream().map(operation -> List.<DataFinding>of()).toList();
        }
    }

    /** A change of a table is one statement. */
    private static List<List<StatementAdvice>> withFindings(
            List<List<StatementAdvice>> statements, List<List<DataFinding>> findings) {
        List<List<StatementAdvice>> all = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            List<DataFinding> ofOperation = new ArrayList<>(findings.get(i));
            if (ofOperation.isEmpty()) {
                all.add(statements.get(i));
            } else {
                StatementAdvice statement = statements.get(i).get(0);
                ofOperation.addAll(statement.findings());
                all.add(List.of(statement.findings(ofOperation)));
            }
        }
        return all;
    }

    private static boolean changesTables(RenderedOperation rendered, ServerVersion server) {
        SqlSyntax syntax = SqlSyntax.of(server);
        return rendered.statements().stream()
                .anyMatch(statement -> TableStatement.of(statement.text(), syntax)
                        .filter(parsed -> parsed.kind().isChange())
                        .isPresent());
    }

    private List<List<StatementAdvice>> advise(
            DataSource database,
            List<RenderedOperation> operations,
            ServerVersion server,
            OriginalTables tables,
            List<String> remarks) {
        MatrixAdvice matrix = new MatrixAdvice(server, tables);
        try (ScratchDatabase scratch = scratchDatabases.create(database);
                Connection connection = scratch.dataSource().getConnection()) {
            return CloneAdvice.on(connection, scratch.name(), server, tables, matrix)
                    .advise(operations);
        } catch (SchemaException e) {
            remarks.add("The server could not be asked, because no scratch database can be created: the algorithms are"
                    + " derived from its version. " + e.remedy());
            return matrix.advise(operations);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    @Override
    public List<String> forms(Connection connection, ServerVersion server, String sql, DdlLimits limits)
            throws SQLException {
        return LimitedStatement.forms(connection, server, sql, limits);
    }

    @Override
    public Optional<String> scriptForm(ServerVersion server, List<String> earlier, String sql, DdlLimits limits) {
        return LimitedStatement.scriptForm(server, earlier, sql, limits);
    }

    @Override
    public Optional<String> comparisonKey(String sql) {
        return TableStatement.of(sql, STORED)
                .map(statement -> OriginalTables.key(statement.table()) + " " + statement.changes());
    }

    private static ConnectionFailedException unusable(SQLException e) {
        return new ConnectionFailedException(
                ConnectionFailedException.Reason.UNUSABLE,
                "The costs of the plan could not be determined: "
                        + MySqlErrorClassifier.INSTANCE.classify(e).text() + ". Nothing was changed.",
                "Check that the server is running, and the privileges of the user.",
                e);
    }
}
