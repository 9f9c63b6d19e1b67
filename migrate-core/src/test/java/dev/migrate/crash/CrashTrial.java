package dev.migrate.crash;

import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Disturbs runs in one database, and looks whether what they leave behind is what an uninterrupted run leaves behind. */
final class CrashTrial implements AutoCloseable {

    /** How a disturbed run came to its end. */
    enum Recovery {
        /** The fault did not come: the run was over before. */
        NOT_STRUCK,
        /** The run came to its end in spite of it. */
        BY_ITSELF,
        /** The next run brought it to its end. */
        BY_THE_NEXT_RUN
    }

    private final RevisionRange range;
    private final CrashDatabase database;
    private final CommandProxy proxy;
    private final Map<RunAction, BaselineRun> baseline = new EnumMap<>(RunAction.class);

    /** The revision at which the database stands; null if it has to be made anew. */
    private @Nullable String state;

    /** Creates the database, and executes the baseline runs. */
    CrashTrial(CrashDatabase database, RevisionRange range) throws SQLException {
        this.range = range;
        this.database = database;
        proxy = CommandProxy.of(database.server());
        for (RunAction action : range.ways()) {
            prepare(action);
            baseline.put(action, BaselineRun.run(database, proxy, action, range));
            state = action.to(range);
        }
    }

    CrashServer server() {
        return database.server();
    }

    /** The part of the history that is run. */
    RevisionRange range() {
        return range;
    }

    /** What a run does when nothing goes wrong. */
    BaselineRun baseline(RunAction action) {
        BaselineRun found = baseline.get(action);
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    /**
     * Tries one case.
     *
     * @throws AssertionError if anything is not as it must be
     */
    Recovery run(CrashCase crash) {
        try {
            prepare(crash.action());
            state = null;
            BinaryLog log = BinaryLog.end(database.connection());
            Ending ending = disturb(crash);
            requireHonesty(ending.failure, log);
            boolean isLeftOver = bringToItsEnd(crash.action());
            if (!ending.isFailed && isLeftOver) {
                throw new AssertionError("it said that it had succeeded, and the next run found something to do");
            }
            List<String> differences = baseline(crash.action()).finalState().differences(FinalState.of(database, log));
            if (!differences.isEmpty()) {
                throw new AssertionError(String.join("\n", differences), ending.failure);
            }
            state = crash.action().to(range);
            return ending.recovery();
        } catch (SQLException | RuntimeException e) {
            throw new AssertionError(e.toString(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        proxy.close();
        database.close();
    }

    /** Each way begins where the other one ends. */
    private void prepare(RunAction next) throws SQLException {
        Migrator migrator = database.migrator();
        if (state == null) {
            database.recreate();
            if (!range.isFromBase()) {
                migrator.upgrade(range.from());
            }
            state = range.from();
        }
        if (!state.equals(next.from(range))) {
            (next == RunAction.UP ? RunAction.DOWN : RunAction.UP).run(migrator, range);
        }
        database.forget(next == RunAction.UP && range.isFromBase());
        if (next == RunAction.ABORT) {
            refuse(migrator);
        }
    }

    private void refuse(Migrator migrator) {
        try {
            migrator.upgrade(range.to());
        } catch (StatementFailedException e) {
            return;
        }
        throw new IllegalStateException("Nothing was refused on the way to " + range.to() + ".");
    }

    private Ending disturb(CrashCase crash) throws SQLException {
        Connection bystander = database.connection();
        Ending ending =
                crash.fault() == Fault.KILL_RUNNER ? disturbProcess(crash, bystander) : disturbThread(crash, bystander);
        proxy.awaitStrike();
        server().awaitRunning();
        boolean isKilled = crash.fault() == Fault.KILL_QUERY || crash.fault() == Fault.KILL_CONNECTION;
        if (isKilled && server().remembersBrokenTriggers()) {
            // Local: the binary log shall have nothing but what the run did.
            database.execute("FLUSH LOCAL TABLES");
        }
        return ending;
    }

    private Ending disturbProcess(CrashCase crash, Connection bystander) {
        RunnerProcess runner = RunnerProcess.start(database, proxy.port(), crash.action(), range);
        proxy.arm(new FaultInjection(crash, server(), bystander, runner::kill));
        runner.awaitReady();
        runner.go();
        boolean isFailed = !runner.await().startsWith(RunnerProcess.SUCCEEDED);
        return new Ending(proxy.isStruck(), isFailed, null);
    }

    private Ending disturbThread(CrashCase crash, Connection bystander) {
        proxy.arm(new FaultInjection(crash, server(), bystander, () -> {}));
        try {
            crash.action().run(database.migrator(proxy.port()), range);
            return new Ending(proxy.isStruck(), false, null);
        } catch (MigrateException e) {
            return new Ending(proxy.isStruck(), true, e);
        }
    }

    /** Runs without a disturbance. Returns whether there was anything to do. */
    private boolean bringToItsEnd(RunAction action) {
        try {
            return action.run(database.migrator(), range);
        } catch (MigrateException e) {
            throw new AssertionError("the next run failed: " + e.getMessage(), e);
        }
    }

    /** What is said not to be done must not be done. */
    private void requireHonesty(@Nullable MigrateException failure, BinaryLog log) throws SQLException {
        if (failure instanceof StatementFailedException failed && failed.outcome() == Outcome.NOT_DONE) {
            List<String> done = log.statementsOf(database.name(), database.connection());
            if (done.contains(BinaryLog.normal(failed.sql()))) {
                throw new AssertionError("it said that a statement was not carried out, but it was", failure);
            }
        }
    }

    /**
     * How the disturbed run ended.
     *
     * @param isStruck whether the fault came
     * @param isFailed whether it said that it had failed, or nothing
     * @param failure what it said, if we heard it
     */
    private record Ending(
            boolean isStruck, boolean isFailed, @Nullable MigrateException failure) {
        Recovery recovery() {
            if (!isStruck) {
                return Recovery.NOT_STRUCK;
            }
            return isFailed ? Recovery.BY_THE_NEXT_RUN : Recovery.BY_ITSELF;
        }
    }
}
