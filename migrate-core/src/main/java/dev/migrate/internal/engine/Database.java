package dev.migrate.internal.engine;

import dev.migrate.journal.Action;
import dev.migrate.journal.JournalStep;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.SqlRenderer;
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
public record Database(@Nullable DataSource dataSource, VersionTable versions, RunOptions options) {

    public Journal journal() {
        return new Journal(versions);
    }

    public Session open() {
        return Session.open(requireDataSource());
    }

    public DataSource requireDataSource() {
        if (dataSource == null) {
            throw new IllegalStateException("This Migrator has no DataSource; call dataSource(...) on its builder.");
        }
        return dataSource;
    }

    /** Another database, approached in the same way but without anybody who looks on. */
    public Database beside(DataSource other) {
        return new Database(other, versions, options.unheard());
    }

    /** What stands around the steps of a script. */
    public ScriptFrame frame(SqlRenderer renderer) {
        return new ScriptFrame(versions, renderer, options);
    }

    public DatabaseState state(Session session) {
        return DatabaseState.read(session, versions, journal());
    }

    /** The step that is unfinished; of several that were announced together, the first. */
    public Optional<JournalStep> interrupted(Session session) {
        List<JournalStep> steps = journal().interrupted(session);
        return steps.stream()
                .filter(step -> step.action() == Action.ABORT)
                .findFirst()
                .or(() -> steps.stream().findFirst());
    }

    /** Where the database stands is read once the lock is there: whoever had it before may have changed all of it. */
    public <T> T whileLocked(Session session, Function<Locked, T> work) {
        ServerIdentity server = session.identify();
        SqlRenderer renderer = DatabaseProviders.renderer(server.version());
        session.begin(renderer, options.idleTimeout());
        DataSource watched = options.isWatched() ? dataSource : null;
        try (ProgressMonitor watch = watched == null ? null : new ProgressMonitor(watched, server.connection());
                NamedLock lock = NamedLock.acquire(session, server, versions, options)) {
            StepRunner runner = new StepRunner(session, lock, renderer, versions, options, watch);
            return work.apply(new Locked(session, renderer, state(session), runner));
        }
    }

    /**
     * The database while nobody else migrates it.
     *
     * @param session the session that holds the lock
     * @param renderer the dialect of the server
     * @param state where the database stands
     * @param runner runs steps
     */
    public record Locked(Session session, SqlRenderer renderer, DatabaseState state, StepRunner runner) {}
}
