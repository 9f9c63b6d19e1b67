package dev.migrate.internal.engine;

import dev.migrate.error.LockException;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.plan.RowChange;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.CommitTokens;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseState;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.EffectProbe;
import dev.migrate.provider.ErrorClassifier;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.JournalRow;
import dev.migrate.provider.LockHolder;
import dev.migrate.provider.MigrationLock;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.ProbeResult;
import dev.migrate.provider.ServerIdentity;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SessionControl;
import dev.migrate.provider.SessionMonitor;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import dev.migrate.schema.ObjectKind;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A provider and a driver that execute nothing: they record each call as one line, and answer what a test has set. Only
 * for the order of commands; real servers show what the commands do.
 */
final class RecordingDatabase {

    private static final ServerVersion SERVER = new ServerVersion("Recorder", 1, 0, 0, "1.0");

    private final List<String> calls = new ArrayList<>();
    private final Map<String, Failure> failures = new HashMap<>();

    private DatabaseState state = new DatabaseState(List.of(), true, true, 0, false);
    private List<JournalStep> interrupted = List.of();
    private ProbeResult probed = ProbeResult.NOT_OBSERVABLE;
    private int refusals;
    private boolean isLockLost;
    private boolean isMultiPrimary;

    /** The calls so far, in order. */
    List<String> calls() {
        return calls;
    }

    /** Sets the rows of the version table and the steps that an interrupted run left behind. */
    void contains(List<String> heads, JournalStep... steps) {
        interrupted = List.of(steps);
        state = new DatabaseState(heads, true, true, steps.length, steps.length > 0);
    }

    /** Removes the version table and the journal. */
    void isEmpty() {
        state = new DatabaseState(List.of(), false, false, 0, false);
    }

    /** Sets the result of all probes. */
    void probes(ProbeResult result) {
        probed = result;
    }

    /** Lets another run hold the lock for some attempts. */
    void refusesTheLock(int attempts) {
        refusals = attempts;
    }

    /** Lets other servers of a cluster accept writes. */
    void isMultiPrimary() {
        isMultiPrimary = true;
    }

    /** Lets the session lose the lock at a statement. */
    void losesTheLockAt(String sql) {
        failures.put(sql, new Failure(null, () -> isLockLost = true));
    }

    /** Lets a statement fail once. */
    void fails(String sql, Kind kind) {
        fails(sql, kind, () -> {});
    }

    /** Lets a statement fail once; at that moment, something else happens in the database. */
    void fails(String sql, Kind kind, Runnable meanwhile) {
        failures.put(sql, new Failure(kind, meanwhile));
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            calls.add("connect");
            return connection(new Link());
        });
    }

    DatabaseProvider provider(Connection connection) {
        ErrorClassifier classifier = failure ->
                new DatabaseError(failure instanceof KnownFailure known ? known.kind : Kind.OTHER, 1, "it failed");
        EffectProbe probe = (entry, statement) -> {
            calls.add("probe " + statement.text());
            return probed;
        };
        return proxy(DatabaseProvider.class, (method, arguments) -> switch (method) {
            case "serverVersion" -> Optional.of(SERVER);
            case "renderer" -> renderer();
            case "errorClassifier" -> classifier;
            case "sessionControl" -> new Control();
            case "migrationLock" -> new Lock();
            case "historyStore" -> new Store();
            case "effectProbe" -> probe;
            case "sessionMonitor" -> monitor();
            case "commitTokens" -> Optional.of(new Tokens());
            case "maskSecrets" -> arguments[0];
            default -> throw unexpected(method);
        });
    }

    private void run(String sql, Link link) throws SQLException {
        calls.add(sql);
        Failure failure = failures.remove(sql);
        if (failure != null) {
            failure.meanwhile.run();
            if (failure.kind != null) {
                link.isLost = failure.kind == Kind.CONNECTION_LOST;
                throw new KnownFailure(failure.kind);
            }
        }
    }

    private Connection connection(Link link) {
        return proxy(Connection.class, (method, arguments) -> switch (method) {
            case "createStatement" -> statement(link);
            case "isClosed" -> false;
            case "isValid" -> {
                calls.add("ping");
                yield !link.isLost;
            }
            case "setAutoCommit" -> {
                calls.add(Boolean.TRUE.equals(arguments[0]) ? "autocommit on" : "autocommit off");
                yield null;
            }
            case "commit", "rollback", "close" -> {
                calls.add(method);
                yield null;
            }
            default -> throw unexpected(method);
        });
    }

    private Statement statement(Link link) {
        return proxy(Statement.class, (method, arguments) -> {
            if (method.equals("execute")) {
                run(String.valueOf(arguments[0]), link);
            }
            return method.equals("execute") ? false : null;
        });
    }

    private SessionMonitor monitor() {
        return proxy(SessionMonitor.class, (method, arguments) -> {
            calls.add("read lock blockers");
            return "connection 7";
        });
    }

    /** An operation is one statement: the SQL that it contains, or its description. */
    private static SqlRenderer renderer() {
        return proxy(SqlRenderer.class, (method, arguments) -> switch (method) {
            case "merge" -> arguments[0];
            case "render" -> List.of(statement((Operation) Objects.requireNonNull(arguments[0])));
            default -> throw unexpected(method);
        });
    }

    private static PlannedStatement statement(Operation operation) {
        if (operation instanceof RunCode code) {
            return new PlannedStatement.Code(code.description(), code.work());
        }
        String text = operation instanceof ExecuteSql sql ? sql.sql() : operation.description();
        return switch (text.substring(0, text.indexOf(' '))) {
            case "insert" -> new PlannedStatement.Sql(text, Effect.TRANSACTIONAL);
            case "set" -> new PlannedStatement.Sql(text, Effect.SESSION_ONLY);
            case "truncate" -> new PlannedStatement.Sql(text, Effect.IMPLICIT_COMMIT);
            default ->
                new PlannedStatement.Sql(
                        text,
                        Effect.IMPLICIT_COMMIT,
                        EffectCheck.stateComparison("state", "effect", AffectedObjects.of(text)));
        };
    }

    /** A run must not make the call. */
    private static AssertionError unexpected(String call) {
        return new AssertionError("Unexpected call: " + call);
    }

    /** Whether a connection is lost. */
    private static final class Link {
        private boolean isLost;
    }

    /** What happens at a statement; without a kind, it succeeds. */
    private record Failure(@Nullable Kind kind, Runnable meanwhile) {}

    private static final class KnownFailure extends SQLException {
        private static final long serialVersionUID = 1L;
        private final Kind kind;

        KnownFailure(Kind kind) {
            super(kind.name());
            this.kind = kind;
        }
    }

    private final class Control implements SessionControl {

        @Override
        public ServerIdentity identify() {
            calls.add("identify");
            return new ServerIdentity("1.0", "shop", "user@host", 1);
        }

        @Override
        public void prepare(Duration idleTimeout) {
            calls.add("prepare session");
        }

        @Override
        public void reset() {
            calls.add("reset session");
        }

        @Override
        public void remember() {
            calls.add("remember settings");
        }

        @Override
        public CodeScope enterCode() {
            calls.add("enter code");
            return () -> calls.add("leave code");
        }

        @Override
        public void restore() {
            calls.add("restore session");
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        /** Sends nothing if the settings are in effect, which they usually are. */
        @Override
        public void adapt(SessionUse use) {}

        @Override
        public void explicitDefaults(boolean isExplicit) {
            calls.add("explicit defaults " + (isExplicit ? "on" : "off"));
        }

        @Override
        public boolean isMultiPrimary() {
            calls.add("look for other writable servers");
            return isMultiPrimary;
        }

        @Override
        public boolean isReadOnly() {
            throw unexpected("isReadOnly");
        }

        @Override
        public List<String> missingPrivileges(String database) {
            throw unexpected("missingPrivileges");
        }

        @Override
        public Optional<String> missingGrant(SQLException failure, String sql) {
            throw unexpected("missingGrant");
        }

        @Override
        public boolean createDatabase(String name) {
            throw unexpected("createDatabase");
        }
    }

    private final class Lock implements MigrationLock {

        @Override
        public boolean tryAcquire(Duration wait) {
            calls.add(wait.isZero() ? "acquire lock at once" : "acquire lock within " + wait.toSeconds() + " s");
            return refusals-- <= 0;
        }

        @Override
        public boolean isHeld() {
            calls.add("check lock");
            return !isLockLost;
        }

        @Override
        public LockHolder holder() {
            calls.add("read lock holder");
            return new LockHolder(7L, "connection 7");
        }

        @Override
        public void close() {
            calls.add("release lock");
        }
    }

    private final class Tokens implements CommitTokens {

        private int number;

        @Override
        public void requireUsable() {
            calls.add("check tokens");
        }

        @Override
        public String next() {
            number++;
            return "token " + number;
        }

        @Override
        public void assign(String token) {
            calls.add("assign " + token);
        }

        @Override
        public void clear() {
            calls.add("clear token");
        }
    }

    private final class Store implements HistoryStore {

        @Override
        public String versionTable() {
            return "alembic_version";
        }

        @Override
        public String journalTable() {
            return "alembic_version_journal";
        }

        @Override
        public DatabaseState state(Connection connection) {
            calls.add("read state");
            return state;
        }

        @Override
        public Optional<JournalStep> step(Connection connection, long number) {
            calls.add("read step " + number);
            return interrupted.stream().filter(step -> step.number() == number).findFirst();
        }

        @Override
        public List<JournalStep> interruptedSteps(Connection connection) {
            calls.add("read interrupted steps");
            return interrupted;
        }

        @Override
        public List<JournalStep> repeatables(Connection connection) {
            throw unexpected("repeatables");
        }

        @Override
        public List<RevisionNode> recordedRevisions(Connection connection) {
            throw unexpected("recordedRevisions");
        }

        @Override
        public List<RevisionNode> appliedRevisions(Connection connection) {
            calls.add("read applied revisions");
            return List.of();
        }

        @Override
        public Map<ObjectKind, Set<String>> createdObjects(Connection connection) {
            calls.add("read created objects");
            return Map.of();
        }

        @Override
        public void createVersionTable(Connection connection) {
            calls.add("create version table");
        }

        @Override
        public void createJournal(Connection connection) {
            calls.add("create journal");
        }

        @Override
        public int apply(Connection connection, RowChange change) {
            calls.add("version table: " + change);
            return 1;
        }

        /** A row is shown as the number of its step, the number of its statement, and its state. */
        @Override
        public void write(Connection connection, List<JournalRow> rows, MigrationLock lock) {
            List<String> shown = new ArrayList<>();
            for (JournalRow row : rows) {
                shown.add(row.step() + (row.statement() == 0 ? "" : "." + row.statement()) + " " + row.state());
            }
            change("journal: " + String.join(", ", shown));
        }

        @Override
        public void deleteIntents(Connection connection, long step, int from, MigrationLock lock) {
            change("delete intents from " + step + "." + from);
        }

        @Override
        public void markAborted(Connection connection, long step, String note, MigrationLock lock) {
            change("journal: " + step + " ABORTED");
        }

        private void change(String call) {
            calls.add(call);
            if (isLockLost) {
                throw LockException.lost();
            }
        }

        @Override
        public List<String> heads(Connection connection) {
            throw unexpected("heads");
        }

        @Override
        public List<JournalStep> steps(Connection connection, JournalPage page) {
            throw unexpected("steps");
        }

        @Override
        public String versionTableSql() {
            throw unexpected("versionTableSql");
        }

        @Override
        public String sql(RowChange change) {
            throw unexpected("sql");
        }
    }

    /** Answers the calls of a method by its name. */
    private interface Answer {
        @Nullable
        Object to(String method, @Nullable Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
