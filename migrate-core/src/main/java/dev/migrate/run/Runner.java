package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.VersionTableException;
import dev.migrate.plan.CompletedStep;
import dev.migrate.plan.RowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs prepared steps, one after the other, in one session.
 *
 * <p>How a step runs:
 *
 * <ol>
 *   <li>Statements that a transaction can hold wait in one for what comes.
 *   <li>In front of a statement that commits by itself, that transaction is committed: what is in the database then
 *       never depends on how far the statement got.
 *   <li>The changes of the version table are in one transaction with the transactional statements at the step's end.
 * </ol>
 */
public final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Connection connection;
    private final VersionTable versions;

    /**
     * Makes a runner.
     *
     * @param session the session, begun
     * @param versions the version table
     */
    public Runner(Session session, VersionTable versions) {
        this.connection = session.connection();
        this.versions = versions;
    }

    /**
     * Runs the steps. When it throws, the steps before the one that failed are complete.
     *
     * @param steps what to run, in this order
     * @param rows what the version table held when the steps were planned
     * @return the steps, in the same order
     * @throws MigrateException if a statement fails, or a change of the version table
     */
    public List<CompletedStep> run(List<PreparedStep> steps, VersionRows rows) {
        createMissing(rows);
        List<CompletedStep> completed = new ArrayList<>();
        for (PreparedStep prepared : steps) {
            completed.add(run(prepared));
        }
        return List.copyOf(completed);
    }

    /**
     * Changes the version table alone, all in one transaction.
     *
     * @param changes the changes
     * @param rows what the version table held when they were planned
     * @throws MigrateException if one of them fails; then none is made
     */
    public void record(List<RowChange> changes, VersionRows rows) {
        createMissing(rows);
        commit(changes, "The version table");
    }

    private void createMissing(VersionRows rows) {
        if (!rows.isTablePresent()) {
            versions.create(connection);
        }
    }

    private CompletedStep run(PreparedStep prepared) {
        String id = prepared.step().revision().id();
        LOG.info(
                "Running {} {}: {}",
                prepared.step().direction(),
                id,
                prepared.step().revision().message());
        long start = System.nanoTime();
        execute(prepared);
        commit(prepared.step().rowChanges(), "All statements of " + id + " have run, but the version table");
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new CompletedStep(prepared.step(), prepared.statements().size(), Instant.now(), elapsed);
    }

    private void execute(PreparedStep prepared) {
        int durable = 0;
        for (int i = 0; i < prepared.statements().size(); i++) {
            Statement statement = prepared.statements().get(i);
            boolean commits = statement.effect() == Effect.COMMITS_BY_ITSELF;
            Execution execution = new Execution(connection, statement);
            try {
                if (commits && durable < i) {
                    connection.commit();
                    durable = i;
                }
                statement.accept(execution);
                durable = commits ? i + 1 : durable;
            } catch (Exception e) {
                MigrateException failure = new FailedStatement(prepared, i, execution.text(), durable, e).describe();
                rollBack(failure);
                throw failure;
            }
        }
    }

    private void commit(List<RowChange> changes, String subject) {
        try {
            for (RowChange change : changes) {
                versions.apply(connection, change);
            }
        } catch (SQLException e) {
            MigrateException failure = notRecorded(Outcome.NOT_DONE, subject, e);
            rollBack(failure);
            throw failure;
        } catch (MigrateException e) {
            rollBack(e);
            throw e;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            Outcome outcome = SqlFailure.of(e).isAnswerLost() ? Outcome.UNKNOWN : Outcome.NOT_DONE;
            MigrateException failure = notRecorded(outcome, subject, e);
            rollBack(failure);
            throw failure;
        }
    }

    private static MigrateException notRecorded(Outcome outcome, String subject, SQLException e) {
        boolean isUnknown = outcome == Outcome.UNKNOWN;
        return new VersionTableException(
                outcome,
                subject + (isUnknown ? " may or may not have been changed: " : " could not be changed: ")
                        + SqlFailure.of(e).text() + ".",
                "Look at the table before you run again.",
                e);
    }

    private void rollBack(MigrateException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
