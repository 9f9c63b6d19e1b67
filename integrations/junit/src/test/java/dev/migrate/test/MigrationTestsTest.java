package dev.migrate.test;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.MigratorBuilder;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.model.Model;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Each inherited test finds a deliberate bug, and correct migrations pass all of them. */
class MigrationTestsTest {

    /** Correct migrations. */
    @MigratedDatabase(migrations = MigratedDatabaseTest.SHOP)
    static class Correct implements MigrationTests {

        private static String database = "";

        @BeforeRevision("002")
        void rowsOfThePreviousRelease(TestDatabase database) {
            database.insert("customers", Map.of("id", 1, "email", "a@example.com", "country", "NO"))
                    .insert("orders", Map.of("customer_id", 1, "amount", 2000));
        }

        @AfterRevision("002")
        void theViewHasThem(TestDatabase database) {
            Correct.database = database.name();
            assertThat(database.query("SELECT customer_id FROM good_customers")).hasSize(1);
        }

        @Override
        public Optional<String> disabled(MigrationTest test) {
            return test == MigrationTest.MODEL ? Optional.of("the shop has no model") : Optional.empty();
        }
    }

    /** Creates a table with an index. */
    @Revision(id = "001")
    static final class Users implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE users (id INT PRIMARY KEY, email VARCHAR(100))");
        }

        @Override
        public void down(Operations op) {
            op.dropTable("users");
        }
    }

    /** The downgrade forgets the index. */
    @Revision(id = "002", parents = "001")
    static final class ForgetsAnIndex implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE users ADD COLUMN name VARCHAR(50), ADD INDEX ix_email (email)");
        }

        @Override
        public void down(Operations op) {
            op.execute("ALTER TABLE users DROP COLUMN name");
        }
    }

    /** The downgrade fails. */
    @Revision(id = "002", parents = "001")
    static final class FailsToGoDown implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE users ADD COLUMN name VARCHAR(50)");
        }

        @Override
        public void down(Operations op) {
            op.execute("ALTER TABLE users DROP COLUMN nickname");
        }
    }

    /** Has no derivable downgrade. */
    @Revision(id = "002", parents = "001")
    static final class Irreversible implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("UPDATE users SET email = LOWER(email)");
        }
    }

    /** A second head. */
    @Revision(id = "003", parents = "001")
    static final class SecondHead implements Migration {
        @Override
        public void up(Operations op) {
            op.createIndex("users", "ix_email", "email");
        }
    }

    /** Fails in an empty database. */
    @Revision(id = "002", parents = "001")
    static final class NeedsRows implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("ALTER TABLE members ADD COLUMN name VARCHAR(50)");
        }
    }

    /** Cannot be written as a script. */
    @Revision(id = "002", parents = "001")
    static final class NeedsJava implements Migration {
        @Override
        public void up(Operations op) {
            op.run("hash passwords", connection -> {});
        }
    }

    /** A procedure hides what it has done, so that a kill leaves a statement with an unknown outcome. */
    @Revision(id = "002", parents = "001")
    static final class HidesItsEffect implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE PROCEDURE add_name() BEGIN ALTER TABLE users ADD COLUMN name INT; END");
            op.execute("CALL add_name()");
        }
    }

    /** A default that differs from row to row, which replicas would compute differently. */
    @Revision(id = "002", parents = "001")
    static final class RandomDefault implements Migration {
        @Override
        public void up(Operations op) {
            op.addColumn("users", "token", varchar(36), c -> c.defaultExpression("uuid()"));
        }
    }

    /** Takes longer than another run waits. */
    @Revision(id = "002", parents = "001")
    static final class Slow implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("DO SLEEP(3)");
        }
    }

    abstract static class Buggy implements MigrationTests {

        private final Migration[] migrations;

        Buggy(Migration... migrations) {
            this.migrations = migrations;
        }

        @Override
        public void configure(MigratorBuilder builder) {
            builder.migrations(migrations);
        }
    }

    static class WithForgottenIndex extends Buggy {
        WithForgottenIndex() {
            super(new Users(), new ForgetsAnIndex());
        }
    }

    static class WithFailingDowngrade extends Buggy {
        WithFailingDowngrade() {
            super(new Users(), new FailsToGoDown());
        }
    }

    static class WithoutDowngrade extends Buggy {
        WithoutDowngrade() {
            super(new Users(), new Irreversible());
        }
    }

    static class WithDeclaredReason extends WithoutDowngrade {
        @Override
        public Map<String, String> irreversible() {
            return Map.of("002", "the original case is lost");
        }
    }

    static class WithSecondHead extends Buggy {
        WithSecondHead() {
            super(new Users(), new ForgetsAnIndex(), new SecondHead());
        }
    }

    static class WithMissingTable extends Buggy {
        WithMissingTable() {
            super(new Users(), new NeedsRows());
        }
    }

    static class WithOtherModel extends Buggy {
        private static final Model MODEL = Model.of(Schema.builder()
                .table("users", t -> {
                    t.column("id", integer()).notNull();
                    t.column("email", varchar(100));
                    t.column("age", integer());
                    t.primaryKey("id");
                })
                .build());

        WithOtherModel() {
            super(new Users());
        }

        @Override
        public void configure(MigratorBuilder builder) {
            super.configure(builder);
            builder.model(MODEL);
        }
    }

    static class WithJava extends Buggy {
        WithJava() {
            super(new Users(), new NeedsJava());
        }
    }

    static class WithHiddenEffect extends Buggy {
        WithHiddenEffect() {
            super(new Users(), new HidesItsEffect());
        }
    }

    static class WithRandomDefault extends Buggy {
        WithRandomDefault() {
            super(new Users(), new RandomDefault());
        }
    }

    static class WithShortTimeout extends Buggy {
        WithShortTimeout() {
            super(new Users(), new Slow());
        }

        @Override
        public void configure(MigratorBuilder builder) {
            super.configure(builder);
            builder.lockTimeout(Duration.ofSeconds(1));
        }
    }

    static class WithWrongHook extends Buggy {
        WithWrongHook() {
            super(new Users());
        }

        @BeforeRevision("004")
        void rows(TestDatabase database) {
            database.execute("SELECT 1");
        }
    }

    private static EngineExecutionResults run(
            Class<?> testClass, String method, dev.migrate.testing.TestDatabase database) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectMethod(testClass, method, MigrationChecks.class))
                .configurationParameter("migrate.test.url", database.url())
                .execute();
    }

    /** The names and the messages of the tests that have failed. */
    private static List<String> failures(Class<?> testClass, String method, dev.migrate.testing.TestDatabase database) {
        return MigratedDatabaseTest.failures(run(testClass, method, database));
    }

    private static List<String> skipped(EngineExecutionResults results) {
        return MigratedDatabaseTest.messages(results.testEvents().aborted());
    }

    @DatabaseTest(oneOfEachProduct = true)
    void correctMigrationsPass(dev.migrate.testing.TestDatabase database) {
        EngineExecutionResults results = MigratedDatabaseTest.run(Correct.class, database);
        assertThat(MigratedDatabaseTest.failures(results)).isEmpty();
        assertThat(skipped(results))
                .containsExactly("theModelIsTheMigratedSchema(MigrationChecks): the shop has no model");
        assertThat(results.testEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains(
                        "thereIsOneHead(MigrationChecks)",
                        "upgrade to 001",
                        "downgrade of 002",
                        "upgrade to 002 again",
                        "twoRunnersCanStartAtOnce(MigrationChecks)");
        assertThat(MigratedDatabaseTest.leftOf(Correct.database, database)).isEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aForgottenIndexIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithForgottenIndex.class, "downgradesLeaveNoTrace", database))
                .containsExactly(
                        "002: The downgrade of revision 002 does not restore the schema before it: table users has"
                                + " KEY `ix_email` (`email`) in addition.");
    }

    @DatabaseTest(one = true)
    void aDowngradeThatFailsIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithFailingDowngrade.class, "revisionsGoUpAndDownOneByOne", database))
                .singleElement()
                .asString()
                .startsWith("downgrade of 002: Migration 002 failed while downgrading, at statement 1 of 1: ");
    }

    @DatabaseTest(one = true)
    void aMissingDowngradeIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithoutDowngrade.class, "downgradesExistOrAreDeclaredImpossible", database))
                .singleElement()
                .asString()
                .startsWith("002: ")
                .contains("Write down() by hand.")
                .endsWith("If it cannot be reverted, return the reason from irreversible().");
        EngineExecutionResults declared = MigratedDatabaseTest.run(WithDeclaredReason.class, database);
        assertThat(MigratedDatabaseTest.failures(declared)).isEmpty();
        assertThat(skipped(declared)).contains("002: Revision 002 is declared irreversible: the original case is lost");
    }

    @DatabaseTest(one = true)
    void aSecondHeadIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithSecondHead.class, "thereIsOneHead", database))
                .containsExactly(
                        "thereIsOneHead(MigrationChecks): There are 2 heads: 002, 003. Merge them with a revision"
                                + " whose parents are all heads, or disable this test if the branches are intended.");
    }

    @DatabaseTest(one = true)
    void anUpgradeThatFailsIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithMissingTable.class, "anEmptyDatabaseCanBeUpgraded", database))
                .singleElement()
                .asString()
                .contains("Migration 002 failed while upgrading, at statement 1 of 1: ");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aModelThatDiffersIsFoundWithTheMigration(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithOtherModel.class, "theModelIsTheMigratedSchema", database))
                .singleElement()
                .asString()
                .contains("The model differs from the migrated schema. This migration would close the gap:")
                .contains("op.addColumn(\"users\", \"age\", integer());");
    }

    @DatabaseTest(one = true)
    void aMigrationThatCannotBeAScriptIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithJava.class, "theOfflineScriptRenders", database))
                .singleElement()
                .asString()
                .contains("hash passwords");
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aMigrationThatAKillBreaksIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithHiddenEffect.class, "killedRunsAreCompletedByTheNext", database))
                .singleElement()
                .asString()
                .startsWith("002: After a kill in revision 002 before ")
                .contains("the next run fails: ");
    }

    @DatabaseTest(one = true)
    void aRuleThatReportsAnErrorIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithRandomDefault.class, "noRuleReportsAnError", database))
                .singleElement()
                .asString()
                .contains("Rules report errors:")
                .contains("nondeterministic-default in revision 002: ")
                .contains("Add the column without the default, fill it, and then set the default");
    }

    @DatabaseTest(one = true)
    void aRunnerThatDoesNotWaitIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithShortTimeout.class, "twoRunnersCanStartAtOnce", database))
                .singleElement()
                .asString()
                .contains("One of two simultaneous runners has failed: ")
                .contains("within 1 s");
    }

    @DatabaseTest(one = true)
    void aMethodForAMissingRevisionIsFound(dev.migrate.testing.TestDatabase database) {
        assertThat(failures(WithWrongHook.class, "anEmptyDatabaseCanBeUpgraded", database))
                .containsExactly(
                        "anEmptyDatabaseCanBeUpgraded(MigrationChecks): @BeforeRevision or @AfterRevision names a"
                                + " revision that does not exist: 004. Write the full id of a revision.");
    }

    @DatabaseTest(one = true)
    void eachTestCanBeDisabledAlone(dev.migrate.testing.TestDatabase database) {
        EngineExecutionResults results = MigratedDatabaseTest.run(AllDisabled.class, database);
        assertThat(skipped(results)).hasSize(5);
        results.allEvents().assertStatistics(statistics -> statistics.failed(0).aborted(MigrationTest.values().length));
    }

    static class AllDisabled extends Buggy {
        AllDisabled() {
            super(new Users());
        }

        @Override
        public Optional<String> disabled(MigrationTest test) {
            return Optional.of("not yet: " + test);
        }
    }
}
