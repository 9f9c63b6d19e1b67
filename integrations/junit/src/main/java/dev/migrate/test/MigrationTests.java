package dev.migrate.test;

import dev.migrate.Environment;
import dev.migrate.MigratorBuilder;
import dev.migrate.lint.LintOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests of a project's migrations. A test class inherits them:
 *
 * <pre>{@code
 * @MigratedDatabase(migrations = "com.example.migrations")
 * class OurMigrationsTest implements MigrationTests {}
 * }</pre>
 *
 * <p>The migrations are those of the annotation, of {@link #configure} and, without both, of {@code migrate.properties}. The
 * server is found as {@link MigratedDatabase} describes. Methods with {@link BeforeRevision} and {@link AfterRevision} are
 * called in tests that apply revisions one by one.
 */
@Tag("migrations")
@ExtendWith(MigrationTestsExtension.class)
public interface MigrationTests extends Environment {

    /**
     * Configures the migrator, for instance with a model.
     *
     * @param builder the builder, which already contains the migrations of the annotation
     */
    @Override
    default void configure(MigratorBuilder builder) {}

    /**
     * Disables tests.
     *
     * @param test the test that is about to run
     * @return the reason why it does not run, which is printed; empty to run it
     */
    default Optional<String> disabled(MigrationTest test) {
        return Optional.empty();
    }

    /**
     * Declares revisions that cannot be reverted.
     *
     * @return the reasons by the id of the revision
     */
    default Map<String, String> irreversible() {
        return Map.of();
    }

    /**
     * Returns the servers for which the offline script must render.
     *
     * @return names such as {@code mysql-8.0.36}; none means the server of the tests
     */
    default List<String> servers() {
        return List.of();
    }

    /**
     * Returns the severities of the rules. Findings of the severity {@code ERROR} fail the test.
     *
     * @return the options
     */
    default LintOptions rules() {
        return LintOptions.DEFAULT;
    }

    /**
     * Tests {@link MigrationTest#ONE_HEAD}.
     *
     * @param checks injected
     */
    @Test
    default void thereIsOneHead(MigrationChecks checks) {
        checks.oneHead();
    }

    /**
     * Tests {@link MigrationTest#UPGRADE}.
     *
     * @param checks injected
     */
    @Test
    default void anEmptyDatabaseCanBeUpgraded(MigrationChecks checks) {
        checks.upgrade();
    }

    /**
     * Tests {@link MigrationTest#UP_AND_DOWN}.
     *
     * @param checks injected
     * @return a test for each step
     */
    @TestFactory
    default Stream<DynamicTest> revisionsGoUpAndDownOneByOne(MigrationChecks checks) {
        return checks.upAndDown();
    }

    /**
     * Tests {@link MigrationTest#NO_TRACE}.
     *
     * @param checks injected
     * @return a test for each revision
     */
    @TestFactory
    default Stream<DynamicTest> downgradesLeaveNoTrace(MigrationChecks checks) {
        return checks.noTrace();
    }

    /**
     * Tests {@link MigrationTest#REVERSIBLE}.
     *
     * @param checks injected
     * @return a test for each revision
     */
    @TestFactory
    default Stream<DynamicTest> downgradesExistOrAreDeclaredImpossible(MigrationChecks checks) {
        return checks.reversible();
    }

    /**
     * Tests {@link MigrationTest#MODEL}.
     *
     * @param checks injected
     */
    @Test
    default void theModelIsTheMigratedSchema(MigrationChecks checks) {
        checks.model();
    }

    /**
     * Tests {@link MigrationTest#OFFLINE_SCRIPT}.
     *
     * @param checks injected
     * @return a test for each server
     */
    @TestFactory
    default Stream<DynamicTest> theOfflineScriptRenders(MigrationChecks checks) {
        return checks.offlineScript();
    }

    /**
     * Tests {@link MigrationTest#RULES}.
     *
     * @param checks injected
     */
    @Test
    default void noRuleReportsAnError(MigrationChecks checks) {
        checks.rules();
    }

    /**
     * Tests {@link MigrationTest#KILLED}.
     *
     * @param checks injected
     * @return a test for each revision
     */
    @TestFactory
    default Stream<DynamicTest> killedRunsAreCompletedByTheNext(MigrationChecks checks) {
        return checks.killed();
    }

    /**
     * Tests {@link MigrationTest#TWO_RUNNERS}.
     *
     * @param checks injected
     */
    @Test
    default void twoRunnersCanStartAtOnce(MigrationChecks checks) {
        checks.twoRunners();
    }
}
