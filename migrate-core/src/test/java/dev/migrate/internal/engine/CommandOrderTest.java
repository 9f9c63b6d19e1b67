package dev.migrate.internal.engine;

import static dev.migrate.schema.ColumnType.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.ConnectionFailedException;
import dev.migrate.error.InterruptedRunException;
import dev.migrate.error.LockException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.event.RunListener;
import dev.migrate.internal.Sha256;
import dev.migrate.internal.load.LoadedMigration;
import dev.migrate.internal.load.MigrationSet;
import dev.migrate.journal.Action;
import dev.migrate.journal.EditPolicy;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.journal.JournalStep;
import dev.migrate.migration.Migration;
import dev.migrate.operation.DefaultNames;
import dev.migrate.operation.Operations;
import dev.migrate.operation.ScriptPlaceholders;
import dev.migrate.plan.Planner;
import dev.migrate.provider.DatabaseError.Kind;
import dev.migrate.provider.DdlLimits;
import dev.migrate.provider.ProbeResult;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The order of all commands of a run, from the moment at which it takes a connection until it closes it. */
class CommandOrderTest {

    private static final List<String> BEGIN_WITHOUT_LOOKING = List.of(
            "connect",
            "identify",
            "look for other writable servers",
            "prepare session",
            "acquire lock within 5 s",
            "rollback",
            "read state");

    private static final List<String> BEGIN = List.of(
            "connect",
            "read state",
            "identify",
            "look for other writable servers",
            "prepare session",
            "acquire lock within 5 s",
            "rollback",
            "read state");

    private static final List<String> END = List.of("release lock", "restore session", "close");

    private static final List<String> END_OF_LOST_CONNECTION =
            List.of("ping", "release lock", "restore session", "close");
    private static final List<String> END_OF_FAILURE =
            List.of("ping", "check lock", "release lock", "ping", "restore session", "close");

    private final RecordingDatabase recording = new RecordingDatabase();
    private final List<LoadedMigration> migrations = new ArrayList<>();
    private Duration lockTimeout = Duration.ofSeconds(60);
    private boolean hasTokens;

    /** Adds a migration; its id is its number. */
    private void migration(Consumer<Operations> up, Consumer<Operations> down) {
        int number = migrations.size() + 1;
        List<String> parents = number == 1 ? List.of() : List.of(String.valueOf(number - 1));
        Migration migration = new Migration() {
            @Override
            public void up(Operations op) {
                up.accept(op);
            }

            @Override
            public void down(Operations op) {
                down.accept(op);
            }
        };
        migrations.add(new LoadedMigration(
                new RevisionNode(String.valueOf(number), parents, List.of(), List.of(), "a migration"),
                "M" + number,
                () -> migration));
    }

    private void migration(Consumer<Operations> up) {
        migration(up, op -> op.execute("drop what it created"));
    }

    private static void create(Operations op, String table) {
        op.createTable(table, t -> t.column("id", integer()));
    }

    private void upgrade() {
        RevisionGraph graph = graph();
        new MigrationRun(database(), graph, renderer(), (history, rows) -> Planner.upgrade(graph, rows, "head"))
                .execute();
    }

    private void downgrade() {
        RevisionGraph graph = graph();
        new MigrationRun(database(), graph, renderer(), (history, rows) -> Planner.downgrade(graph, rows, "base"))
                .execute();
    }

    private void abort() {
        new Recovery(database(), graph(), renderer()).abort();
    }

    private void stamp(boolean isPurge) {
        RevisionGraph graph = graph();
        new StampRun(database(), graph).execute(rows -> Planner.stamp(graph, rows, "head"), isPurge);
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(
                migrations.stream().map(LoadedMigration::revision).toList());
    }

    private MigrationRenderer renderer() {
        return new MigrationRenderer(
                MigrationSet.of(migrations), new DefaultNames(), ScriptPlaceholders.NONE, DdlLimits.NONE);
    }

    private Database database() {
        RunOptions options = new RunOptions(
                lockTimeout,
                Duration.ofSeconds(60),
                RunOptions.IDLE_TIMEOUT,
                hasTokens,
                false,
                0,
                true,
                false,
                EditPolicy.IGNORE,
                new RunListener() {});
        return new Database(recording.dataSource(), "alembic_version", options, recording::provider);
    }

    /** The first step as a run left it behind. */
    private static JournalStep begun(String statement, EntryState state) {
        return begun(List.of(statement(1, statement, state)));
    }

    private static JournalStep begun(String first, EntryState firstState, String second, EntryState state) {
        return begun(List.of(statement(1, first, firstState), statement(2, second, state)));
    }

    private static JournalStep begun(List<JournalStatement> statements) {
        return new JournalStep(
                1,
                "1",
                Action.UP,
                EntryState.STARTED,
                "a migration",
                List.of(),
                List.of(),
                statements.size(),
                Instant.EPOCH,
                null,
                null,
                new JournalStep.Actor("user@host", "user, process 1", 1, "1.0"),
                statements);
    }

    private static JournalStatement statement(int number, String text, EntryState state) {
        return new JournalStatement(number, state, text, Sha256.of(text), null, null, Instant.EPOCH, null, null);
    }

    /** A run under the lock that succeeds: all commands between its acquisition and its release. */
    private void assertRun(String... commands) {
        assertThat(recording.calls()).containsExactlyElementsOf(joined(BEGIN, List.of(commands), END));
    }

    private void assertFailedRun(String... commands) {
        assertThat(recording.calls()).containsExactlyElementsOf(joined(BEGIN, List.of(commands), END_OF_FAILURE));
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> joined = new ArrayList<>();
        for (List<String> part : parts) {
            joined.addAll(part);
        }
        return joined;
    }

    @Test
    void nothingToDoIsOneQueryWithoutALock() {
        migration(op -> create(op, "a"));
        recording.contains(List.of("1"));

        upgrade();

        assertThat(recording.calls()).containsExactly("connect", "read state", "restore session", "close");
    }

    @Test
    void theTablesAreCreatedUnderTheLock() {
        migration(op -> create(op, "a"));
        recording.isEmpty();

        upgrade();

        assertRun(
                "create version table",
                "create journal",
                "journal: 1 STARTED, 1.1 STARTED",
                "create table a",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.1 DONE",
                "commit");
    }

    @Test
    void theIntentOfDdlIsWrittenOnceBeforeItAndTheOutcomeAfterIt() {
        migration(op -> {
            create(op, "a");
            create(op, "b");
        });

        upgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED, 1.2 STARTED",
                "create table a",
                "create table b",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.1 DONE, 1.2 DONE",
                "commit");
    }

    @Test
    void theOutcomeOfDdlThatCannotBeProbedIsCommittedAtOnce() {
        migration(op -> {
            op.execute("truncate a");
            op.execute("truncate b");
        });

        upgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "truncate a",
                "journal: 1.1 DONE",
                "commit",
                "journal: 1 STARTED, 1.2 STARTED",
                "truncate b",
                "journal: 1.2 DONE",
                "commit",
                "version table: Insert[id=1]",
                "journal: 1 DONE",
                "commit");
    }

    @Test
    void rowsTheirJournalAndTheVersionTableShareOneTransaction() {
        migration(op -> {
            op.execute("insert 1");
            op.execute("insert 2");
        });

        upgrade();

        assertRun(
                "insert 1", "insert 2", "version table: Insert[id=1]", "journal: 1 DONE, 1.1 DONE, 1.2 DONE", "commit");
    }

    /** The server commits the rows, their journal and the intent in front of the last statement. */
    @Test
    void rowsBetweenDdlAreCommittedWithTheNextIntent() {
        migration(op -> {
            create(op, "a");
            op.execute("insert 1");
            create(op, "b");
        });

        upgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "create table a",
                "insert 1",
                "journal: 1 STARTED, 1.1 DONE, 1.2 DONE, 1.3 STARTED",
                "create table b",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.3 DONE",
                "commit");
    }

    @Test
    void theSessionIsResetAfterAStepThatChangesIt() {
        migration(op -> {
            op.execute("set x");
            create(op, "a");
        });

        upgrade();

        assertRun(
                "remember settings",
                "set x",
                "journal: 1 STARTED, 1.1 DONE, 1.2 STARTED",
                "create table a",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.2 DONE",
                "commit",
                "reset session");
    }

    @Test
    void codeSharesATransactionWithItsIntent() {
        migration(op -> {
            op.execute("insert 1");
            op.run("some code", connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("insert 2");
                }
            });
        });

        upgrade();

        assertRun(
                "insert 1",
                "journal: 1 STARTED, 1.1 DONE",
                "commit",
                "journal: 1 STARTED, 1.2 STARTED",
                "remember settings",
                "enter code",
                "insert 2",
                "leave code",
                "journal: 1.2 DONE",
                "commit",
                "version table: Insert[id=1]",
                "journal: 1 DONE",
                "commit",
                "reset session");
    }

    @Test
    void severalStepsShareOneIntentAndOneCommit() {
        migration(op -> create(op, "a"));
        migration(op -> create(op, "b"));
        migration(op -> create(op, "c"));
        migration(op -> op.execute("insert 1"));
        recording.contains(List.of("1"));

        upgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED, 2 STARTED, 2.1 STARTED",
                "create table b",
                "create table c",
                "version table: Update[from=1, to=3]",
                "journal: 1 DONE, 1.1 DONE, 2 DONE, 2.1 DONE",
                "commit",
                "insert 1",
                "version table: Update[from=3, to=4]",
                "journal: 3 DONE, 3.1 DONE",
                "commit");
    }

    @Test
    void aTokenIsAssignedOutsideOfATransactionToOneStatement() {
        hasTokens = true;
        migration(op -> {
            create(op, "a");
            op.execute("insert 1");
        });

        upgrade();

        assertRun(
                "check tokens",
                "journal: 1 STARTED, 1.1 STARTED",
                "commit",
                "assign token 1",
                "create table a",
                "clear token",
                "insert 1",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.1 DONE, 1.2 DONE",
                "commit");
    }

    @Test
    void aDowngradeRunsInReverseOrder() {
        migration(op -> create(op, "a"), op -> op.dropTable("a"));
        migration(op -> create(op, "b"), op -> op.dropTable("b"));
        recording.contains(List.of("2"));

        downgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED, 2 STARTED, 2.1 STARTED",
                "drop table b",
                "drop table a",
                "version table: Update[from=2, to=1]",
                "version table: Delete[id=1]",
                "journal: 1 DONE, 1.1 DONE, 2 DONE, 2.1 DONE",
                "commit");
    }

    @Test
    void aFailedDdlStatementIsRecordedAndTheIntentsAfterItAreDeleted() {
        migration(op -> {
            create(op, "a");
            create(op, "b");
            create(op, "c");
        });
        recording.fails("create table b", Kind.OTHER);

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));

        assertFailedRun(
                "journal: 1 STARTED, 1.1 STARTED, 1.2 STARTED, 1.3 STARTED",
                "create table a",
                "create table b",
                "ping",
                "check lock",
                "delete intents from 1.2",
                "journal: 1 FAILED, 1.1 DONE, 1.2 FAILED",
                "commit");
    }

    @Test
    void aFailedTransactionIsRolledBackBeforeTheFailureIsRecorded() {
        migration(op -> {
            create(op, "a");
            op.execute("insert 1");
            op.execute("insert 2");
        });
        recording.fails("insert 2", Kind.OTHER);

        assertThatThrownBy(this::upgrade).isInstanceOf(StatementFailedException.class);

        assertFailedRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "create table a",
                "insert 1",
                "insert 2",
                "ping",
                "check lock",
                "rollback",
                "delete intents from 1.3",
                "journal: 1 FAILED, 1.1 DONE, 1.3 FAILED",
                "commit");
    }

    @Test
    void failedCodeIsRolledBackWithItsIntent() {
        migration(op -> op.run("some code", connection -> {
            throw new IllegalStateException("failed");
        }));

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_DONE));

        assertFailedRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "remember settings",
                "enter code",
                "leave code",
                "ping",
                "check lock",
                "rollback",
                "read step 1",
                "delete intents from 1.1",
                "journal: 1 FAILED, 1.1 FAILED",
                "commit");
    }

    @Test
    void theIntentOfFailedCodeThatHasCommittedIsKept() {
        migration(op -> op.run("some code", connection -> {
            recording.contains(List.of(), begun("some code", EntryState.STARTED));
            throw new IllegalStateException("failed");
        }));

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));

        assertFailedRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "remember settings",
                "enter code",
                "leave code",
                "ping",
                "check lock",
                "rollback",
                "read step 1",
                "rollback");
    }

    @Test
    void anInterruptedDdlStatementIsProbedAfterItsIntentIsCommitted() {
        migration(op -> create(op, "a"));
        recording.probes(ProbeResult.DONE);
        recording.fails(
                "create table a",
                Kind.INTERRUPTED,
                () -> recording.contains(List.of(), begun("create table a", EntryState.STARTED)));

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.DONE));

        assertFailedRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "create table a",
                "ping",
                "check lock",
                "commit",
                "read step 1",
                "read step 1",
                "probe create table a",
                "rollback");
    }

    @Test
    void aDdlStatementIsRepeatedWhileItsTableIsInUse() {
        migration(op -> create(op, "a"));
        recording.fails(
                "create table a",
                Kind.LOCK_WAIT_TIMEOUT,
                () -> recording.contains(List.of(), begun("create table a", EntryState.STARTED)));

        upgrade();

        assertRun(
                "journal: 1 STARTED, 1.1 STARTED",
                "create table a",
                "commit",
                "read step 1",
                "read lock blockers",
                "commit",
                "create table a",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.1 DONE",
                "commit");
    }

    @Test
    void ifTheServerRolledBackInsteadOfCommittingBeforeADdlStatementTheRunIsRepeated() {
        migration(op -> {
            op.execute("insert 1");
            create(op, "a");
        });
        recording.fails("create table a", Kind.LOCK_WAIT_TIMEOUT);

        upgrade();

        List<String> attempt = List.of("insert 1", "journal: 1 STARTED, 1.1 DONE, 1.2 STARTED", "create table a");
        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN,
                        attempt,
                        List.of("commit", "read step 1", "ping", "check lock", "commit", "read step 1", "read step 1"),
                        List.of("rollback"),
                        END_OF_FAILURE,
                        BEGIN,
                        attempt,
                        List.of("version table: Insert[id=1]", "journal: 1 DONE, 1.2 DONE", "commit"),
                        END));
    }

    @Test
    void rowsThatCannotShareATransactionAreChangedOnTheirOwn() {
        migration(op -> {
            op.execute("insert 1");
            op.execute("insert 2");
            op.execute("insert 3");
        });
        recording.fails("insert 2", Kind.TRANSACTION_REJECTED);

        upgrade();

        assertRun(
                "insert 1",
                "insert 2",
                "journal: 1 STARTED, 1.1 DONE",
                "commit",
                "journal: 1 STARTED, 1.2 STARTED",
                "commit",
                "autocommit on",
                "insert 2",
                "autocommit off",
                "journal: 1.2 DONE",
                "commit",
                "insert 3",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.3 DONE",
                "commit");
    }

    @Test
    void theOutcomeOfRowsThatCannotShareATransactionIsUnknownIfTheyFail() {
        migration(op -> {
            op.execute("insert 1");
            op.execute("insert 2");
        });
        recording.fails("insert 2", Kind.TRANSACTION_REJECTED, () -> recording.fails("insert 2", Kind.OTHER));

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining("Statement 1 is committed.");

        assertThat(recording.calls())
                .containsSubsequence("journal: 1 STARTED, 1.2 STARTED", "commit", "insert 2", "autocommit off")
                .doesNotContain("journal: 1 FAILED, 1.2 FAILED");
    }

    @Test
    void aChangeOfRowsThatTimesOutIsRepeatedWithItsTransaction() {
        migration(op -> {
            op.execute("insert 1");
            op.execute("insert 2");
        });
        recording.fails("insert 2", Kind.LOCK_WAIT_TIMEOUT);

        upgrade();

        assertThat(recording.calls())
                .filteredOn(call -> call.startsWith("insert") || call.equals("connect"))
                .containsExactly("connect", "insert 1", "insert 2", "connect", "insert 1", "insert 2");
    }

    @Test
    void aRunThatHasLostTheLockWritesNothing() {
        migration(op -> {
            op.execute("truncate a");
            create(op, "b");
        });
        recording.losesTheLockAt("truncate a");

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        LockException.class, e -> assertThat(e.reason()).isEqualTo(LockException.Reason.LOST));

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN,
                        List.of("journal: 1 STARTED, 1.1 STARTED", "truncate a", "journal: 1.1 DONE", "rollback"),
                        List.of("release lock", "ping", "restore session", "close")));
    }

    @Test
    void aRunThatHasLostItsConnectionProbesTheStatementsInDoubtAndResumes() {
        migration(op -> {
            create(op, "a");
            create(op, "b");
        });
        recording.probes(ProbeResult.DONE);
        recording.fails(
                "create table b",
                Kind.CONNECTION_LOST,
                () -> recording.contains(
                        List.of(), begun("create table a", EntryState.STARTED, "create table b", EntryState.STARTED)));

        upgrade();

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN,
                        List.of(
                                "journal: 1 STARTED, 1.1 STARTED, 1.2 STARTED",
                                "create table a",
                                "create table b",
                                "ping"),
                        END_OF_LOST_CONNECTION,
                        BEGIN,
                        List.of(
                                "read interrupted steps",
                                "probe create table a",
                                "probe create table b",
                                "journal: 1 STARTED, 1.1 DONE, 1.2 DONE",
                                "commit",
                                "commit",
                                "version table: Insert[id=1]",
                                "journal: 1 DONE",
                                "commit"),
                        END));
    }

    @Test
    void aTransactionThatWasLostWithItsConnectionRunsAgain() {
        migration(op -> {
            op.execute("insert 1");
            op.execute("insert 2");
        });
        recording.fails("insert 2", Kind.CONNECTION_LOST);

        upgrade();

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN,
                        List.of("insert 1", "insert 2", "ping"),
                        END_OF_LOST_CONNECTION,
                        BEGIN,
                        List.of(
                                "insert 1",
                                "insert 2",
                                "version table: Insert[id=1]",
                                "journal: 1 DONE, 1.1 DONE, 1.2 DONE",
                                "commit"),
                        END));
    }

    @Test
    void anInterruptedRunIsCompletedBeforeTheRest() {
        migration(op -> {
            create(op, "a");
            create(op, "b");
        });
        migration(op -> create(op, "c"));
        recording.probes(ProbeResult.NOT_DONE);
        recording.contains(List.of(), begun("create table a", EntryState.DONE, "create table b", EntryState.STARTED));

        upgrade();

        assertRun(
                "read interrupted steps",
                "probe create table b",
                "delete intents from 1.2",
                "journal: 1 STARTED",
                "commit",
                "journal: 1 STARTED, 1.2 STARTED",
                "create table b",
                "version table: Insert[id=1]",
                "journal: 1 DONE, 1.2 DONE, 2 STARTED, 2.1 STARTED",
                "create table c",
                "version table: Update[from=1, to=2]",
                "journal: 2 DONE, 2.1 DONE",
                "commit");
    }

    @Test
    void anAbortRevertsTheStatementsThatAreDone() {
        migration(op -> {
            create(op, "a");
            create(op, "b");
        });
        recording.probes(ProbeResult.NOT_DONE);
        recording.contains(List.of(), begun("create table a", EntryState.DONE, "create table b", EntryState.STARTED));

        abort();

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN_WITHOUT_LOOKING,
                        List.of(
                                "read interrupted steps",
                                "read interrupted steps",
                                "probe create table b",
                                "delete intents from 1.2",
                                "journal: 1 STARTED",
                                "commit",
                                "journal: 2 STARTED, 2.1 STARTED",
                                "drop table a",
                                "journal: 1 ABORTED",
                                "journal: 2 DONE, 2.1 DONE",
                                "commit"),
                        END));
    }

    @Test
    void anAbortOfAStepWithoutEffectOnlyMarksIt() {
        migration(op -> create(op, "a"));
        recording.probes(ProbeResult.NOT_DONE);
        recording.contains(List.of(), begun("create table a", EntryState.STARTED));

        abort();

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN_WITHOUT_LOOKING,
                        List.of(
                                "read interrupted steps",
                                "read interrupted steps",
                                "probe create table a",
                                "read interrupted steps",
                                "journal: 1 ABORTED",
                                "commit"),
                        END));
    }

    @Test
    void aStampChangesTheVersionTableAndTheJournalInOneTransaction() {
        migration(op -> create(op, "a"));
        migration(op -> create(op, "b"));

        stamp(false);

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN_WITHOUT_LOOKING,
                        List.of("version table: Insert[id=2]", "journal: 1 DONE, 2 DONE", "commit"),
                        END));
    }

    @Test
    void aStampAbandonsAnInterruptedRunOnlyIfItPurges() {
        migration(op -> create(op, "a"));
        recording.contains(List.of(), begun("create table a", EntryState.STARTED));

        assertThatThrownBy(() -> stamp(false)).isInstanceOf(InterruptedRunException.class);
        stamp(true);

        assertThat(recording.calls())
                .containsExactlyElementsOf(joined(
                        BEGIN_WITHOUT_LOOKING,
                        List.of("read interrupted steps"),
                        END,
                        BEGIN_WITHOUT_LOOKING,
                        List.of(
                                "read interrupted steps",
                                "journal: 1 ABORTED",
                                "commit",
                                "read applied revisions",
                                "version table: Insert[id=1]",
                                "journal: 2 DONE",
                                "commit"),
                        END));
    }

    @Test
    void withoutTheLockNothingIsReadOrWritten() {
        migration(op -> create(op, "a"));
        lockTimeout = Duration.ZERO;
        recording.refusesTheLock(1);

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        LockException.class, e -> assertThat(e.reason()).isEqualTo(LockException.Reason.TIMEOUT));

        assertThat(recording.calls())
                .containsExactly(
                        "connect",
                        "read state",
                        "identify",
                        "look for other writable servers",
                        "prepare session",
                        "acquire lock at once",
                        "read lock holder",
                        "release lock",
                        "ping",
                        "restore session",
                        "close");
    }

    @Test
    void aRunOnSeveralWritableServersFailsBeforeItChangesTheSession() {
        migration(op -> create(op, "a"));
        recording.isMultiPrimary();

        assertThatThrownBy(this::upgrade)
                .isInstanceOfSatisfying(
                        ConnectionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(ConnectionFailedException.Reason.MULTI_PRIMARY));

        assertThat(recording.calls())
                .containsExactly(
                        "connect",
                        "read state",
                        "identify",
                        "look for other writable servers",
                        "ping",
                        "restore session",
                        "close");
    }

    @Test
    void theHolderOfTheLockIsReadAfterEachAttempt() {
        migration(op -> op.execute("insert 1"));
        recording.refusesTheLock(2);

        upgrade();

        assertThat(recording.calls())
                .containsSubsequence(
                        "prepare session",
                        "acquire lock within 5 s",
                        "read lock holder",
                        "acquire lock within 5 s",
                        "read lock holder",
                        "acquire lock within 5 s",
                        "rollback",
                        "read state",
                        "insert 1");
    }
}
