package dev.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Processes that migrate one empty database at the same time, some of which are killed or stopped. */
@Tag("slow")
class ConcurrentProcessesTest {

    private static final int PROCESSES = 8;
    private static final long SEED = Long.getLong("crash.seed", 20_261_124L);
    /** After this command, the process holds the lock and has started its first step. */
    private static final int HAS_BEGUN = 30;

    @BeforeAll
    static void processesCanBeStopped() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "processes cannot be stopped on Windows");
    }

    @CrashServerTest
    void oneIsKilledAndOneIsStoppedAndTheOthersSucceed(CrashServer server) throws Exception {
        Random random = new Random(SEED);
        try (CrashDatabase database = new CrashDatabase(server, "crowd");
                CommandProxy proxy = CommandProxy.of(server)) {
            BaselineRun baseline = baseline(database, proxy);
            BinaryLog log = BinaryLog.end(database.connection());
            List<RunnerProcess> others = start(database, PROCESSES - 1);
            RunnerProcess killed = RunnerProcess.start(database, proxy.port(), RunAction.UP, RevisionRange.WHOLE);
            others.forEach(RunnerProcess::awaitReady);
            killed.awaitReady();
            RunnerProcess stopped = others.get(0);
            int command = HAS_BEGUN + random.nextInt(baseline.commands().size() - HAS_BEGUN);
            proxy.arm(new FaultInjection(deathAt(command), server, database.connection(), killed::kill));
            killed.go();
            Thread.sleep(random.nextInt(50));
            others.forEach(RunnerProcess::go);
            Thread.sleep(random.nextInt(1_000));
            stopped.signal("STOP");
            Thread.sleep(1_000);
            stopped.signal("CONT");

            assertThat(others)
                    .extracting(RunnerProcess::await)
                    .as("seed %d, one killed at command %d", SEED, command)
                    .allMatch(said -> said.startsWith(RunnerProcess.SUCCEEDED));
            assertThat(baseline.finalState().differences(FinalState.of(database, log)))
                    .as("seed %d, one killed at command %d", SEED, command)
                    .isEmpty();
        }
    }

    @CrashServerTest
    void aStoppedProcessKeepsTheLockUntilItDies(CrashServer server) throws Exception {
        try (CrashDatabase database = new CrashDatabase(server, "crowd");
                CommandProxy proxy = CommandProxy.of(server)) {
            BaselineRun baseline = baseline(database, proxy);
            BinaryLog log = BinaryLog.end(database.connection());
            RunnerProcess stopped = RunnerProcess.start(database, proxy.port(), RunAction.UP, RevisionRange.WHOLE);
            List<RunnerProcess> others = start(database, 2);
            stopped.awaitReady();
            others.forEach(RunnerProcess::awaitReady);
            CountDownLatch isStopped = new CountDownLatch(1);
            CountDownLatch isDead = new CountDownLatch(1);
            proxy.arm(new FaultInjection(deathAt(HAS_BEGUN), server, database.connection(), () -> {
                stopped.signal("STOP");
                isStopped.countDown();
                await(isDead);
            }));
            stopped.go();
            isStopped.await();
            others.forEach(RunnerProcess::go);
            Thread.sleep(1_500);

            assertThat(others).allMatch(RunnerProcess::isAlive);

            stopped.kill();
            isDead.countDown();

            assertThat(others)
                    .extracting(RunnerProcess::await)
                    .allMatch(said -> said.startsWith(RunnerProcess.SUCCEEDED));
            assertThat(baseline.finalState().differences(FinalState.of(database, log)))
                    .isEmpty();
        }
    }

    /** Resets the database to the state before the first migration. */
    private static BaselineRun baseline(CrashDatabase database, CommandProxy proxy) throws SQLException {
        database.recreate();
        BaselineRun baseline = BaselineRun.run(database, proxy, RunAction.UP, RevisionRange.WHOLE);
        database.recreate();
        return baseline;
    }

    private static CrashCase deathAt(int command) {
        return new CrashCase(RevisionRange.WHOLE, RunAction.UP, command, FaultTiming.AFTER, Fault.KILL_RUNNER, 0);
    }

    private static List<RunnerProcess> start(CrashDatabase database, int count) {
        List<RunnerProcess> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(RunnerProcess.start(database, database.server().port(), RunAction.UP, RevisionRange.WHOLE));
        }
        return processes;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
