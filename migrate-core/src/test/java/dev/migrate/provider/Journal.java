package dev.migrate.provider;

import dev.migrate.journal.Action;
import dev.migrate.journal.EntryState;
import dev.migrate.journal.JournalStatement;
import dev.migrate.revision.RevisionNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal of a test database with steps of one statement whose intent is recorded, as a run records it. */
final class Journal {

    private static final String VERSION_TABLE = "alembic_version";
    private static final String HASH = "0".repeat(64);
    private static final RevisionNode REVISION = new RevisionNode("1", List.of(), List.of(), List.of(), "a migration");

    private final DatabaseProvider provider;
    private final Connection connection;
    private final HistoryStore store;
    private final MigrationLock lock;
    private long step;

    /** Creates the journal, and acquires the lock, which ends with the connection. */
    Journal(DatabaseProvider provider, Connection connection) throws SQLException {
        this.provider = provider;
        this.connection = connection;
        store = provider.historyStore(VERSION_TABLE);
        store.createVersionTable(connection);
        store.createJournal(connection);
        lock = provider.migrationLock(
                connection, provider.sessionControl(connection).identify(), VERSION_TABLE);
        lock.tryAcquire(Duration.ZERO);
    }

    /** Records the intent of a statement as a step of its own. */
    void recordIntent(PlannedStatement statement) throws SQLException {
        recordIntent(statement, null);
    }

    void recordIntent(PlannedStatement statement, @Nullable String token) throws SQLException {
        step++;
        EffectCheck check = statement.effectCheck();
        String stateBefore = check.kind() == EffectCheck.Kind.STATE_COMPARISON ? check.state() : null;
        store.write(
                connection,
                List.of(
                        JournalRow.ofStep(
                                step, REVISION, Action.UP, EntryState.STARTED, HASH, 1, Instant.EPOCH, null, null),
                        new JournalRow(
                                step,
                                1,
                                REVISION.id(),
                                Action.UP.name(),
                                EntryState.STARTED.name(),
                                statement.text(),
                                HASH,
                                null,
                                null,
                                1,
                                stateBefore,
                                token,
                                Instant.EPOCH,
                                null,
                                null)),
                lock);
    }

    /** Probes the statement of the last intent. */
    ProbeResult probe(PlannedStatement statement) throws SQLException {
        JournalStatement entry =
                store.step(connection, step).orElseThrow().statements().get(0);
        return provider.effectProbe(connection).probe(entry, statement);
    }
}
