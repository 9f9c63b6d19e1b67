package dev.migrate.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.MigrateException;
import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalPage;
import dev.migrate.journal.JournalStep;
import dev.migrate.plan.RowChange;
import dev.migrate.revision.RevisionNode;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link HistoryStore}. */
public abstract class HistoryStoreContract extends ProviderContract {

    private static final String HASH = "0".repeat(64);

    @DatabaseTest
    void anEmptyDatabaseHasNoHistory(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(store().state(connection)).isEqualTo(new DatabaseState(List.of(), false, false, 0, false));
            assertThat(store().heads(connection)).isEmpty();
            assertThat(store().steps(connection, JournalPage.oldestFirst(10))).isEmpty();
            assertThat(store().interruptedSteps(connection)).isEmpty();
        }
    }

    @DatabaseTest
    void createsItsTablesOnce(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            createTables(connection);
            createTables(connection);

            assertThat(store().state(connection)).isEqualTo(new DatabaseState(List.of(), true, true, 0, false));
        }
    }

    @DatabaseTest
    void appliesRowChangesAndCountsTheRows(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            createTables(connection);

            assertThat(store().apply(connection, new RowChange.Insert("a'1"))).isEqualTo(1);
            assertThat(store().apply(connection, new RowChange.Insert("b2"))).isEqualTo(1);
            assertThat(store().apply(connection, new RowChange.Update("b2", "c3")))
                    .isEqualTo(1);
            assertThat(store().apply(connection, new RowChange.Delete("b2"))).isZero();

            assertThat(store().heads(connection)).containsExactlyInAnyOrder("a'1", "c3");
            assertThat(store().state(connection).heads()).containsExactlyInAnyOrder("a'1", "c3");
        }
    }

    @DatabaseTest
    void writesTheSameAsSql(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, store().versionTableSql());
            execute(connection, store().sql(new RowChange.Insert("a'1")));
            execute(connection, store().sql(new RowChange.Update("a'1", "b2")));
            execute(connection, store().sql(new RowChange.Insert("c3")));
            execute(connection, store().sql(new RowChange.Delete("c3")));

            assertThat(store().heads(connection)).containsExactly("b2");
        }
    }

    @DatabaseTest
    void readsTheStepsThatWereWritten(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                MigrationLock lock = lock(connection)) {
            createTables(connection);
            lock.tryAcquire(Duration.ZERO);
            store().write(connection, List.of(step(1, EntryState.DONE), step(2, EntryState.DONE)), lock);
            store().write(connection, List.of(step(3, EntryState.DONE)), lock);

            assertThat(store().steps(connection, JournalPage.oldestFirst(10)))
                    .extracting(JournalStep::number)
                    .containsExactly(1L, 2L, 3L);
            assertThat(store().steps(connection, JournalPage.oldestFirst(1).after(1)))
                    .extracting(JournalStep::number)
                    .containsExactly(2L);
            assertThat(store().step(connection, 3)).get().satisfies(step -> {
                assertThat(step.revision()).isEqualTo("r3");
                assertThat(step.action()).isEqualTo(Action.UP);
                assertThat(step.state()).isEqualTo(EntryState.DONE);
                assertThat(step.message()).isEqualTo("it's step 3");
                assertThat(step.parents()).containsExactly("r2");
            });
            assertThat(store().step(connection, 4)).isEmpty();
            assertThat(store().state(connection).lastStep()).isEqualTo(3);
            assertThat(store().state(connection).isInterrupted()).isFalse();
        }
    }

    @DatabaseTest
    void readsTheLastStepNextToTheHeads(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                MigrationLock lock = lock(connection)) {
            createTables(connection);
            lock.tryAcquire(Duration.ZERO);
            store().apply(connection, new RowChange.Insert("a1"));
            store().apply(connection, new RowChange.Insert("b2"));

            assertThat(store().state(connection).lastStep()).isZero();

            store().write(connection, List.of(step(1, EntryState.DONE), step(2, EntryState.STARTED)), lock);

            DatabaseState state = store().state(connection);
            assertThat(state.heads()).containsExactlyInAnyOrder("a1", "b2");
            assertThat(state.lastStep()).isEqualTo(2);
            assertThat(state.lastHash()).isEqualTo(HASH);
            assertThat(state.isInterrupted()).isTrue();
        }
    }

    @DatabaseTest
    void aStartedStepIsInterruptedUntilItIsAborted(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                MigrationLock lock = lock(connection)) {
            createTables(connection);
            lock.tryAcquire(Duration.ZERO);
            store().write(connection, List.of(step(1, EntryState.DONE), step(2, EntryState.STARTED)), lock);

            assertThat(store().state(connection).isInterrupted()).isTrue();
            assertThat(store().interruptedSteps(connection))
                    .extracting(JournalStep::number)
                    .containsExactly(2L);

            store().markAborted(connection, 2, "given up", lock);

            assertThat(store().state(connection).isInterrupted()).isFalse();
            assertThat(store().step(connection, 2)).get().satisfies(step -> {
                assertThat(step.state()).isEqualTo(EntryState.ABORTED);
                assertThat(step.note()).contains("given up");
            });
        }
    }

    @DatabaseTest
    void derivesTheAppliedRevisionsFromCompletedSteps(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                MigrationLock lock = lock(connection)) {
            assertThat(store().appliedRevisions(connection)).isEmpty();
            createTables(connection);
            lock.tryAcquire(Duration.ZERO);
            store().write(
                            connection,
                            List.of(
                                    step(1, "a", Action.UP, EntryState.DONE),
                                    step(2, "b", Action.STAMP, EntryState.DONE),
                                    step(3, "c", Action.UP, EntryState.DONE),
                                    step(4, "a", Action.DOWN, EntryState.DONE),
                                    step(5, "b", Action.UNSTAMP, EntryState.DONE),
                                    step(6, "d", Action.UP, EntryState.ABORTED),
                                    step(7, "d", Action.ABORT, EntryState.DONE),
                                    step(8, "c", Action.DOWN, EntryState.STARTED)),
                            lock);

            assertThat(store().appliedRevisions(connection))
                    .extracting(RevisionNode::id)
                    .containsExactly("c");
        }
    }

    @DatabaseTest
    void writesNothingWithoutTheLock(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                MigrationLock lock = lock(connection)) {
            createTables(connection);

            assertThatThrownBy(() -> store().write(connection, List.of(step(1, EntryState.STARTED)), lock))
                    .isInstanceOf(MigrateException.class);

            assertThat(store().steps(connection, JournalPage.oldestFirst(10))).isEmpty();
        }
    }

    @Test
    void theJournalHasItsOwnName() {
        for (String versionTable : List.of("alembic_version", "x".repeat(64))) {
            HistoryStore store = provider().historyStore(versionTable);
            assertThat(store.versionTable()).isEqualTo(versionTable);
            assertThat(store.journalTable()).isNotEqualTo(versionTable).hasSizeLessThanOrEqualTo(64);
        }
    }

    @Test
    void longNamesWithTheSameBeginningHaveJournalsOfTheirOwn() {
        String beginning = "x".repeat(62);

        assertThat(provider().historyStore(beginning + "_a").journalTable())
                .isNotEqualTo(provider().historyStore(beginning + "_b").journalTable());
    }

    private HistoryStore store() {
        return provider().historyStore("alembic_version");
    }

    private void createTables(Connection connection) throws SQLException {
        store().createVersionTable(connection);
        store().createJournal(connection);
    }

    private MigrationLock lock(Connection connection) throws SQLException {
        return provider()
                .migrationLock(connection, provider().sessionControl(connection).identify(), "alembic_version");
    }

    private static JournalRow step(long number, EntryState state) {
        return step(number, "r" + number, Action.UP, state);
    }

    private static JournalRow step(long number, String revision, Action action, EntryState state) {
        Long elapsed = state == EntryState.DONE ? 1_000L : null;
        return new JournalRow(
                number,
                0,
                revision,
                action.name(),
                state.name(),
                "it's step " + number,
                HASH,
                "r" + (number - 1),
                "",
                0,
                null,
                null,
                Instant.EPOCH,
                elapsed,
                null);
    }
}
