package dev.migrate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.run.Journal;
import dev.migrate.run.ProgressWatch;
import dev.migrate.run.RunOptions;
import dev.migrate.run.Runner;
import dev.migrate.run.RunnerLock;
import dev.migrate.run.ScriptFrame;
import dev.migrate.run.ServerIdentity;
import dev.migrate.run.Session;
import dev.migrate.run.Standing;
import dev.migrate.run.VersionTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database that is migrated, and how it is approached. Immutable.
 *
 * @param dataSource where connections come from, or null
 * @param versions the version table
 * @param options how a run goes about its work
 */
record Database(@Nullable DataSource dataSource, VersionTable versions, RunOptions options) {

    Journal journal() {
        return new Journal(versions);
    }

    Session open() {
        return Session.open(requireDataSource());
    }

    DataSource requireDataSource() {
        if (dataSource == null) {
            throw new IllegalStateException("This Migrator has no DataSource; call dataSource(...) on its builder.");
        }
        return dataSource;
    }

    /** Another database, approached in the same way but without anybody who looks on. */
    Database beside(DataSource other) {
        return new Database(other, versions, options.unheard());
    }

    /** What stands around the steps of a script. */
    ScriptFrame frame(Dialect dialect) {
        return new ScriptFrame(versions, dialect, options);
    }

    Standing standing(Session session) {
        return Standing.read(session, versions, journal());
    }

    /** The step that is unfinished; of several that were announced together, the first. */
    Optional<JournalStep> unfinished(Session session) {
        List<JournalStep> steps = journal().unfinished(session);
        return steps.stream()
                .filter(step -> step.action() == Action.ABORT)
                .findFirst()
                .or(() -> steps.stream().findFirst());
    }

    /** Where the database stands is read once the lock is there: whoever had it before may have changed all of it. */
    <T> T whileLocked(Session session, Function<Locked, T> work) {
        ServerIdentity server = session.identify();
        Dialect dialect = Dialects.forServer(server.version());
        session.begin(dialect, options.idleTimeout());
        DataSource watched = options.isWatched() ? dataSource : null;
        try (ProgressWatch watch = watched == null ? null : new ProgressWatch(watched, server.connection());
                RunnerLock lock = RunnerLock.acquire(session, server, versions, options)) {
            Runner runner = new Runner(session, lock, dialect, versions, options, watch);
            return work.apply(new Locked(session, dialect, standing(session), runner));
        }
    }

    /**
     * The database while nobody else migrates it.
     *
     * @param session the session that holds the lock
     * @param dialect the dialect of the server
     * @param standing where the database stands
     * @param runner runs steps
     */
    record Locked(Session session, Dialect dialect, Standing standing, Runner runner) {}
}
