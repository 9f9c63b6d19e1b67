package dev.migrate.test;

import static org.junit.jupiter.api.Assertions.fail;

import dev.migrate.Authoring;
import dev.migrate.Migrator;
import dev.migrate.RunResult;
import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.MigrateException;
import dev.migrate.event.CompletedStep;
import dev.migrate.lint.Severity;
import dev.migrate.plan.Direction;
import dev.migrate.plan.NewRevision;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.source.SourceOptions;
import dev.migrate.source.WrittenMigration;
import dev.migrate.test.KilledProcess.Kill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Performs the tests of {@link MigrationTests}; a parameter of its methods. Not thread-safe: it belongs to one test. */
@SuppressWarnings("deprecation") // JUnit 5.12 closes only a CloseableResource, later versions an AutoCloseable.
public final class MigrationChecks implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final String HEADS = "heads";
    private static final String BASE = "base";
    private static final int MAX_SQL = 100;
    /** The rule that is a test of its own here. */
    private static final String SEVERAL_HEADS = "several-heads";

    private final MigrationTests test;
    private final Project project;
    private final TestServer server;
    private final Hooks hooks;
    private final List<OwnedDatabase> databases = new ArrayList<>();

    MigrationChecks(MigrationTests test, Project project, TestServer server) {
        this.test = test;
        this.project = project;
        this.server = server;
        hooks = new Hooks(test);
    }

    private void requireEnabled(MigrationTest wanted) {
        test.disabled(wanted).ifPresent(MigrationChecks::skip);
    }

    private static void skip(String reason) {
        Assumptions.abort(reason);
    }

    private TestDatabase emptyDatabase() {
        OwnedDatabase database = server.create();
        databases.add(database);
        return database(database);
    }

    void oneHead() {
        requireEnabled(MigrationTest.ONE_HEAD);
        List<String> heads =
                authoring().heads().stream().map(head -> head.revision().id()).toList();
        if (heads.size() != 1) {
            fail("There are " + heads.size() + " heads: " + String.join(", ", heads)
                    + ". Merge them with a revision whose parents are all heads,"
                    + " or disable this test if the branches are intended.");
        }
    }

    private Authoring authoring() {
        return project.migrator(server.dataSource("")).authoring();
    }

    void upgrade() {
        requireEnabled(MigrationTest.UPGRADE);
        TestDatabase database = emptyDatabase();
        hooks.requireRevisions(database.pending(HEADS));
        database.migrator().upgrade(HEADS);
        List<String> pending = database.pending(HEADS);
        if (!pending.isEmpty()) {
            fail("After an upgrade to the heads, these revisions are pending: " + String.join(", ", pending) + ".");
        }
    }

    Stream<DynamicTest> upAndDown() {
        requireEnabled(MigrationTest.UP_AND_DOWN);
        TestDatabase database = emptyDatabase();
        List<String> up = database.pending(HEADS);
        List<String> down = new ArrayList<>(up);
        Collections.reverse(down);
        down = down.stream()
                .takeWhile(id -> !test.irreversible().containsKey(id))
                .toList();
        List<String> again = new ArrayList<>(down);
        Collections.reverse(again);
        Sequence steps = new Sequence();
        return Stream.of(
                        up.stream().map(id -> steps.test("upgrade to " + id, () -> database.upgradeOne(id))),
                        down.stream().map(id -> steps.test("downgrade of " + id, () -> database.downgrade(id))),
                        again.stream()
                                .map(id -> steps.test("upgrade to " + id + " again", () -> database.upgradeOne(id))))
                .flatMap(tests -> tests);
    }

    /** Tests that need those before them: after a failure, the others do not run. */
    private static final class Sequence {

        private @Nullable String failed;

        DynamicTest test(String name, Runnable step) {
            return DynamicTest.dynamicTest(name, () -> {
                if (failed != null) {
                    skip("The " + failed + " has failed.");
                }
                failed = name;
                step.run();
                failed = null;
            });
        }

        /** Tests of the revisions, each in a database with all revisions before it. */
        Stream<DynamicTest> eachRevision(TestDatabase database, Consumer<String> step) {
            return database.pending(HEADS).stream().map(id -> test(id, () -> step.accept(id)));
        }
    }

    Stream<DynamicTest> noTrace() {
        requireEnabled(MigrationTest.NO_TRACE);
        TestDatabase database = emptyDatabase();
        return new Sequence().eachRevision(database, id -> leavesNoTrace(id, database));
    }

    private void leavesNoTrace(String id, TestDatabase database) {
        if (test.irreversible().containsKey(id)) {
            database.upgradeOne(id);
            skip("Revision " + id + " is declared irreversible: "
                    + test.irreversible().get(id));
        }
        Definitions before = database.definitions();
        database.upgradeOne(id);
        Definitions after = database.definitions();
        database.downgrade(id);
        List<String> left = database.definitions().differencesFrom(before);
        if (!left.isEmpty()) {
            fail("The downgrade of revision " + id + " does not restore the schema before it: " + joined(left));
        }
        database.migrator().upgrade(id);
        List<String> again = database.definitions().differencesFrom(after);
        if (!again.isEmpty()) {
            fail("A second upgrade to revision " + id + " has another result than the first: " + joined(again));
        }
    }

    private static String joined(List<String> differences) {
        return String.join("; ", differences) + ".";
    }

    Stream<DynamicTest> reversible() {
        requireEnabled(MigrationTest.REVERSIBLE);
        TestDatabase database = emptyDatabase();
        return new Sequence().eachRevision(database, id -> {
            database.upgradeOne(id);
            Optional<String> problem = irreversibility(id, database);
            boolean isDeclared = test.irreversible().containsKey(id);
            if (problem.isPresent() && !isDeclared) {
                fail(problem.get() + " If it cannot be reverted, return the reason from irreversible().");
            }
            if (problem.isEmpty() && isDeclared) {
                fail("Revision " + id
                        + " is declared irreversible, but has a downgrade. Remove it from irreversible().");
            }
        });
    }

    private static Optional<String> irreversibility(String id, TestDatabase database) {
        try {
            database.targetBefore(id);
            return Optional.empty();
        } catch (InvalidMigrationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    void model() {
        requireEnabled(MigrationTest.MODEL);
        TestDatabase database = emptyDatabase();
        Authoring authoring = database.migrator().authoring();
        if (!authoring.hasModel()) {
            skip("There is no model. Set one in configure(), or with the key entities in migrate.properties.");
        }
        database.migrator().upgrade(HEADS);
        missing(authoring)
                .ifPresent(source -> fail("The model differs from the migrated schema. This migration would"
                        + " close the gap:" + System.lineSeparator() + System.lineSeparator() + source));
    }

    private static Optional<String> missing(Authoring authoring) {
        try {
            Path folder = Files.createTempDirectory("migrate-test");
            try {
                Optional<WrittenMigration> written = authoring.autogenerate(
                        NewRevision.of("follow the model"),
                        SourceOptions.of("migrations").folder(folder));
                if (written.isPresent()) {
                    Files.delete(written.get().file());
                }
                return written.map(WrittenMigration::source);
            } finally {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new TestDatabaseException("A temporary folder cannot be used.", "Check java.io.tmpdir.", e);
        }
    }

    Stream<DynamicTest> offlineScript() {
        requireEnabled(MigrationTest.OFFLINE_SCRIPT);
        Migrator migrator = project.migrator(server.dataSource(""));
        Stream<ServerVersion> servers = test.servers().isEmpty()
                ? Stream.of(DatabaseProviders.serverVersion(server.version()))
                : test.servers().stream().map(DatabaseProviders::serverNamed);
        return servers.map(version -> DynamicTest.dynamicTest(
                version.toString(), () -> migrator.toSql(Direction.UP, BASE + ":" + HEADS, version)));
    }

    void rules() {
        requireEnabled(MigrationTest.RULES);
        String errors = authoring().lint(test.rules(), ":").stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !finding.rule().equals(SEVERAL_HEADS))
                .map(finding -> System.lineSeparator() + finding.rule() + " in revision " + finding.revision() + ": "
                        + finding.consequence() + " " + finding.suggestion())
                .collect(Collectors.joining());
        if (!errors.isEmpty()) {
            fail("Rules report errors:" + errors);
        }
    }

    Stream<DynamicTest> killed() {
        requireEnabled(MigrationTest.KILLED);
        TestDatabase database = emptyDatabase();
        // The creation of the version table is not part of a migration.
        database.migrator().stamp(BASE);
        return new Sequence().eachRevision(database, id -> {
            killed(id, database);
            hooks.after(id, database);
        });
    }

    /** Runs a revision in copies of a database, and kills each run before another command. */
    private void killed(String id, TestDatabase database) {
        database.prepare(id);
        try (OwnedDatabase before = server.create()) {
            DatabaseCopy.read(database.dataSource(), database.name(), "").into(before.dataSource());
            DatabaseCopy contents = DatabaseCopy.read(before.dataSource(), before.name(), "");
            killed(id, contents);
        } catch (SQLException e) {
            throw notCopied(e);
        }
        database.migrator().upgrade(id);
    }

    private void killed(String id, DatabaseCopy before) throws SQLException {
        Definitions expected;
        int commands;
        try (OwnedDatabase copy = server.create()) {
            before.into(copy.dataSource());
            KilledProcess process = new KilledProcess(copy.dataSource(), 0);
            runUntilKilled(process, id);
            commands = process.commands();
            expected = database(copy).definitions();
        }
        for (int command = 1; command <= commands; command++) {
            try (OwnedDatabase copy = server.create()) {
                before.into(copy.dataSource());
                KilledProcess process = new KilledProcess(copy.dataSource(), command);
                runUntilKilled(process, id);
                resume(id, process.killedBefore(), database(copy), expected);
            }
        }
    }

    private TestDatabase database(OwnedDatabase database) {
        return new TestDatabase(database, project.migrator(database.dataSource()), hooks);
    }

    private void runUntilKilled(KilledProcess process, String id) {
        try {
            project.migrator(process.dataSource()).upgrade(id);
        } catch (Kill e) {
            // As intended.
        }
    }

    private static void resume(String id, String killedBefore, TestDatabase database, Definitions expected) {
        String event = "After a kill in revision " + id + " before \"" + beginning(killedBefore) + "\", the next run ";
        try {
            database.migrator().upgrade(id);
        } catch (MigrateException e) {
            fail(event + "fails: " + e.getMessage(), e);
        }
        List<String> differences = database.definitions().differencesFrom(expected);
        if (!differences.isEmpty()) {
            fail(event + "ends with another schema: " + joined(differences));
        }
    }

    private static String beginning(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= MAX_SQL ? line : line.substring(0, MAX_SQL) + "…";
    }

    private static TestDatabaseException notCopied(SQLException cause) {
        return new TestDatabaseException(
                "The database before the revision cannot be copied: " + cause.getMessage() + ".",
                "Disable this test if the schema cannot be copied.",
                cause);
    }

    void twoRunners() {
        requireEnabled(MigrationTest.TWO_RUNNERS);
        TestDatabase expected = emptyDatabase();
        List<String> all = expected.pending(HEADS);
        expected.migrator().upgrade(HEADS);
        TestDatabase database = emptyDatabase();
        List<String> ran = runTwice(database);
        if (!ran.equals(all)) {
            fail("Two simultaneous runners have applied " + ran + " instead of " + all + ".");
        }
        List<String> differences = database.definitions().differencesFrom(expected.definitions());
        if (!differences.isEmpty()) {
            fail("Two simultaneous runners have created another schema: " + joined(differences));
        }
    }

    private List<String> runTwice(TestDatabase database) {
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<RunResult> runner = () -> {
            Migrator migrator = project.migrator(database.dataSource());
            start.await();
            return migrator.upgrade(HEADS);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> ran = new ArrayList<>();
            for (Future<RunResult> result : threads.invokeAll(List.of(runner, runner))) {
                result.get().steps().stream().map(CompletedStep::revision).forEach(revision -> ran.add(revision.id()));
            }
            return ran;
        } catch (ExecutionException e) {
            return fail("One of two simultaneous runners has failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail("The test was interrupted.", e);
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() {
        databases.forEach(OwnedDatabase::close);
    }
}
