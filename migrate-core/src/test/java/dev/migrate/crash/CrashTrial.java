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

/** Injects faults into runs on one database, and compares the final state with that of an uninterrupted run. */
final class CrashTrial implements AutoCloseable {

    /** How a run with a fault was completed. */
    enum Recovery {
        /** The fault was not injected: the run had ended before. */
        NOT_INJECTED,
        /** The run completed in spite of the fault. */
        BY_THE_RUN,
        /** The next run completed it. */
        BY_THE_NEXT_RUN
    }

    private final RevisionRange range;
    private final CrashDatabase database;
    private final CommandProxy proxy;
    private final Map<RunAction, BaselineRun> baseline = new EnumMap<>(RunAction.class);

    /** The current revision of the database; null if it has to be recreated. */
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

    /** The range of the history that is run. */
    RevisionRange range() {
        return range;
    }

    /** The behavior of a run without faults. */
    BaselineRun baseline(RunAction action) {
        BaselineRun found = baseline.get(action);
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    /**
     * Runs one case.
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

    /** Each direction starts where the other one ends. */
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
        proxy.awaitFault();
        server().awaitRunning();
        boolean isKilled = crash.fault() == Fault.KILL_QUERY || crash.fault() == Fault.KILL_CONNECTION;
        if (isKilled && server().remembersBrokenTriggers()) {
            // Local, because the binary log must contain only the statements of the run.
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
        return new Ending(proxy.isInjected(), isFailed, null);
    }

    private Ending disturbThread(CrashCase crash, Connection bystander) {
        proxy.arm(new FaultInjection(crash, server(), bystander, () -> {}));
        try {
            crash.action().run(database.migrator(proxy.port()), range);
            return new Ending(proxy.isInjected(), false, null);
        } catch (MigrateException e) {
            return new Ending(proxy.isInjected(), true, e);
        }
    }

    /** Runs without faults. Returns whether there was anything to do. */
    private boolean bringToItsEnd(RunAction action) {
        try {
            return action.run(database.migrator(), range);
        } catch (MigrateException e) {
            throw new AssertionError("the next run failed: " + e.getMessage(), e);
        }
    }

    /** A statement reported as not done must not have been executed. */
    private void requireHonesty(@Nullable MigrateException failure, BinaryLog log) throws SQLException {
        if (failure instanceof StatementFailedException failed && failed.outcome() == Outcome.NOT_DONE) {
            List<String> done = log.statementsOf(database.name(), database.connection());
            if (done.contains(BinaryLog.normal(failed.sql()))) {
                throw new AssertionError("it said that a statement was not carried out, but it was", failure);
            }
        }
    }

    /**
     * The end of a run with a fault.
     *
     * @param isInjected whether the fault was injected
     * @param isFailed whether the run reported a failure, or nothing
     * @param failure the reported failure, if any
     */
    private record Ending(
            boolean isInjected, boolean isFailed, @Nullable MigrateException failure) {
        Recovery recovery() {
            if (!isInjected) {
                return Recovery.NOT_INJECTED;
            }
            return isFailed ? Recovery.BY_THE_NEXT_RUN : Recovery.BY_THE_RUN;
        }
    }
}
