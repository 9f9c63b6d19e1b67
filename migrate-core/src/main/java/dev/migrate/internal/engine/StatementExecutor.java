package dev.migrate.internal.engine;

import dev.migrate.event.RunListener;
import dev.migrate.provider.CommitTokens;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionControl;
import dev.migrate.provider.SessionUse.Trait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes one statement at a time with JDBC, and retries it while a table is in use. Not thread-safe. */
final class StatementExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(StatementExecutor.class);

    private final Session session;
    private final Connection connection;
    private final HistoryWriter history;
    private final FailureHandler failures;
    private final RunListener listener;
    private final StatementRetry retry;
    private final @Nullable ProgressMonitor monitor;
    private final @Nullable CommitTokens tokens;

    StatementExecutor(
            Session session,
            HistoryWriter history,
            FailureHandler failures,
            RunOptions options,
            @Nullable ProgressMonitor monitor,
            @Nullable CommitTokens tokens) {
        this.session = session;
        this.connection = session.connection();
        this.history = history;
        this.failures = failures;
        this.listener = options.listener();
        this.retry = new StatementRetry(session, failures, options.tableTimeout(), listener);
        this.monitor = monitor;
        this.tokens = tokens;
    }

    /**
     * Executes a statement of a step.
     *
     * @param buffer the step, and the token of the statement, if it has one
     * @param index the index of the statement
     * @return how long it took
     * @throws dev.migrate.error.MigrateException if it fails; the failure has been recorded
     * @throws Error if code of a migration threw it; the failure has been recorded
     */
    Duration execute(JournalBuffer buffer, int index) {
        PreparedStep prepared = buffer.step();
        PlannedStatement statement = prepared.statements().get(index);
        Execution execution = new Execution(buffer, index);
        try {
            if (statement.mayChangeSession()) {
                session.control().remember();
            }
            session.control().adapt(statement.sessionUse());
            if (statement.effect() == Effect.IMPLICIT_COMMIT) {
                executeDdl(buffer, index, execution);
            } else {
                executeInTransaction(buffer, index, execution);
            }
        } catch (Exception e) {
            throw failures.handle(buffer, index, execution.text, e);
        } catch (Error e) {
            LOG.error(failures.handle(buffer, index, execution.text, e).getMessage());
            throw e;
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - execution.start);
        listener.statementDone(prepared.step(), index + 1, elapsed);
        return elapsed;
    }

    private void executeDdl(JournalBuffer buffer, int index, Execution execution) throws Exception {
        if (monitor == null) {
            retry.execute(buffer, index, execution);
            return;
        }
        Future<?> observation = monitor.start(
                percent -> listener.statementProgress(buffer.step().step(), index + 1, percent));
        try {
            retry.execute(buffer, index, execution);
        } finally {
            monitor.stop(observation);
        }
    }

    /** A statement that the server rejects in a transaction is executed on its own, if no other one depends on both. */
    private void executeInTransaction(JournalBuffer buffer, int index, Execution execution) throws Exception {
        PlannedStatement statement = buffer.step().statements().get(index);
        try {
            statement.accept(execution);
        } catch (SQLException e) {
            SessionValues values = buffer.step().sessionValues();
            if (statement.effect() != Effect.TRANSACTIONAL
                    || session.classify(e).kind() != Kind.TRANSACTION_REJECTED
                    || values.unitOf(index) != null
                    || values.valueLostAt(index) != null
                    || values.valueLostAt(index + 1) != null) {
                throw e;
            }
            history.separate(buffer, index);
            execution.needsAutocommit = true;
            statement.accept(execution);
        }
    }

    /** A setting of the session. */
    private interface Setting {
        void turn(boolean isOn) throws SQLException;
    }

    /** One execution of a statement, of any kind. */
    private final class Execution implements PlannedStatement.Visitor<String, Exception> {

        private final JournalBuffer buffer;
        private final int index;
        private final @Nullable String token;
        /** The executed text, as far as it is known. */
        private String text;

        private boolean needsAutocommit;
        private boolean isStarted;
        private long start = System.nanoTime();

        Execution(JournalBuffer buffer, int index) {
            this.buffer = buffer;
            this.index = index;
            this.text = buffer.step().statements().get(index).text();
            this.token = buffer.token(index);
        }

        /** Reports the start once the text is complete, and only once if the statement is repeated. */
        private void start() {
            LOG.debug("{}", session.provider().maskSecrets(text));
            if (!isStarted) {
                isStarted = true;
                listener.statementStarted(
                        buffer.step().step(), index + 1, session.provider().maskSecrets(text));
                start = System.nanoTime();
            }
        }

        @Override
        public String sql(PlannedStatement.Sql statement) throws SQLException {
            text = statement.text();
            start();
            if (needsAutocommit || statement.sessionUse().has(Trait.NEEDS_AUTOCOMMIT)) {
                executeWith(connection::setAutoCommit);
            } else if (statement.sessionUse().has(Trait.NEEDS_EXPLICIT_DEFAULTS)) {
                executeWith(session.control()::explicitDefaults);
            } else {
                execute();
            }
            return text;
        }

        /** Turns a setting on for the statement only. */
        private void executeWith(Setting setting) throws SQLException {
            setting.turn(true);
            try {
                execute();
            } catch (SQLException e) {
                try {
                    setting.turn(false);
                } catch (SQLException later) {
                    e.addSuppressed(later);
                }
                throw e;
            }
            setting.turn(false);
        }

        /** Executes the statement in the first form that the server accepts; without limits, there is only one. */
        private void execute() throws SQLException {
            Iterator<String> forms = forms().iterator();
            while (true) {
                text = forms.next();
                try {
                    send();
                    return;
                } catch (SQLException e) {
                    if (!forms.hasNext() || session.classify(e).kind() != Kind.CLAUSE_REJECTED) {
                        throw e;
                    }
                }
            }
        }

        private List<String> forms() throws SQLException {
            PreparedStep step = buffer.step();
            if (step.limits().isNone() || step.statements().get(index).effect() != Effect.IMPLICIT_COMMIT) {
                return List.of(text);
            }
            List<String> forms = session.limited(text, step.limits());
            if (token != null) {
                // The query has started a transaction, in which no token can be assigned.
                connection.commit();
            }
            if (forms.isEmpty()) {
                throw new LimitExceededException(step.limits());
            }
            return forms;
        }

        private void send() throws SQLException {
            try (Statement jdbc = connection.createStatement()) {
                // The driver would interpret {d ...} and {fn ...} outside of quotes as its own escapes.
                jdbc.setEscapeProcessing(false);
                if (tokens == null || token == null) {
                    jdbc.execute(text);
                } else {
                    executeWithToken(jdbc, tokens, token);
                }
            }
        }

        private void executeWithToken(Statement jdbc, CommitTokens tokens, String token) throws SQLException {
            tokens.assign(token);
            try {
                jdbc.execute(text);
            } catch (SQLException e) {
                try {
                    tokens.clear();
                } catch (SQLException later) {
                    e.addSuppressed(later);
                }
                throw e;
            }
            tokens.clear();
        }

        @Override
        public String deferred(PlannedStatement.DeferredSql statement) throws SQLException {
            String answer = session.ask(statement.question());
            if (token != null) {
                // The query has started a transaction, in which no token can be assigned.
                connection.commit();
            }
            String complete = statement.completion().complete(answer);
            buffer.completed(index, complete);
            return sql(new PlannedStatement.Sql(
                    complete, statement.effect(), statement.effectCheck(), statement.sessionUse()));
        }

        @Override
        @SuppressWarnings("try") // The scope is closed, and not used otherwise.
        public String code(PlannedStatement.Code statement) throws Exception {
            start();
            try (SessionControl.CodeScope scope = session.control().enterCode()) {
                statement.work().run(MigrationConnection.of(connection));
            }
            return text;
        }
    }
}
