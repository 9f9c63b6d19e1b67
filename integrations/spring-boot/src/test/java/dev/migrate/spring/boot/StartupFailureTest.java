package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What an application reports that does not start, and what is left in the database. */
class StartupFailureTest {

    static FailureAnalysis analysis(ApplicationContextRunner runner) {
        FailureAnalysis[] analysis = new FailureAnalysis[1];
        runner.run(context -> {
            Throwable failure = Objects.requireNonNull(context.getStartupFailure(), "startup failure");
            analysis[0] = analyzers().stream()
                    .map(analyzer -> analyzer.analyze(failure))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        });
        return analysis[0];
    }

    /** The analyzer as Spring Boot finds it. */
    private static List<FailureAnalyzer> analyzers() {
        return SpringFactoriesLoader.forDefaultResourceLocation(StartupFailureTest.class.getClassLoader())
                .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((message, cause) -> {}))
                .stream()
                .filter(MigrateFailureAnalyzer.class::isInstance)
                .toList();
    }

    private static ApplicationContextRunner url(String url) {
        return BootTypes.runner()
                .withUserConfiguration(MigrateAutoConfigurationTest.Shop.class)
                .withPropertyValues("spring.datasource.url=" + url, "spring.datasource.hikari.connection-timeout=1000");
    }

    @Test
    void withoutADataSource() {
        FailureAnalysis analysis = analysis(new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class)));

        assertThat(analysis.getDescription())
                .isEqualTo("There is no DataSource bean, so there is no database to migrate.");
        assertThat(analysis.getAction()).contains("spring.datasource.url").contains("migrate.enabled");
    }

    @Test
    void withAnotherDatabaseThanMySql() {
        FailureAnalysis analysis = analysis(url("jdbc:h2:mem:shop"));

        assertThat(analysis.getDescription()).contains("H2");
        assertThat(analysis.getAction()).contains("spring.test.database.replace=none");
    }

    @Test
    void whileTheServerIsDown() {
        FailureAnalysis analysis = analysis(url("jdbc:mysql://127.0.0.1:1/shop?connectTimeout=500"));

        assertThat(analysis.getDescription()).contains("127.0.0.1").contains("1");
        assertThat(analysis.getAction()).isNotEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void withWrongCredentials(TestDatabase database) {
        FailureAnalysis analysis = analysis(MigrateAutoConfigurationTest.shop(database)
                .withPropertyValues("migrate.datasource.username=nobody", "migrate.datasource.password=hunter2"));

        assertThat(analysis.getDescription())
                .contains("nobody")
                .contains("Access denied")
                .doesNotContain("hunter2");
        assertThat(analysis.getAction()).isNotEmpty().doesNotContain("hunter2");
    }

    @DatabaseTest(one = true)
    void withPendingRevisions(TestDatabase database) {
        FailureAnalysis analysis =
                analysis(MigrateAutoConfigurationTest.shop(database).withPropertyValues("migrate.on-startup=check"));

        assertThat(analysis.getDescription())
                .isEqualTo("The database is not up to date."
                        + " Pending: 001 (customers); 002 (customers have an e-mail address).");
        assertThat(analysis.getAction()).contains("migrate.on-startup=upgrade");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(one = true)
    void aheadOfTheCode(TestDatabase database) {
        MigrateAutoConfigurationTest.shop(database)
                .withBean(Migration.class, Newer::new)
                .run(context -> assertThat(context).hasNotFailed());

        MigrateAutoConfigurationTest.shop(database)
                .run(context -> assertThat(context).hasNotFailed());
        FailureAnalysis analysis = analysis(
                MigrateAutoConfigurationTest.shop(database).withPropertyValues("migrate.accept-newer-database=false"));

        assertThat(analysis.getDescription()).contains("003");
        assertThat(analysis.getAction()).contains("migrate.accept-newer-database=true");
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("003");
    }

    @Revision(id = "003", parents = "002")
    static final class Newer implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("INSERT INTO customers (name) VALUES ('Grace')");
        }
    }

    @DatabaseTest(one = true)
    void withARevisionThatIsUnknownToTheJournal(TestDatabase database) {
        MigrateAutoConfigurationTest.shop(database)
                .run(context -> assertThat(context).hasNotFailed());
        database.execute("UPDATE alembic_version SET version_num = 'other'");

        FailureAnalysis analysis = analysis(MigrateAutoConfigurationTest.shop(database));

        assertThat(analysis.getDescription()).contains("other");
        assertThat(analysis.getAction()).isNotEmpty();
    }

    @DatabaseTest(oneOfEachProduct = true)
    void withAMigrationThatFails(TestDatabase database) {
        ApplicationContextRunner broken =
                MigrateAutoConfigurationTest.shop(database).withBean(Migration.class, Broken::new);

        FailureAnalysis analysis = analysis(broken);

        assertThat(analysis.getDescription())
                .contains("003")
                .contains("    ALTER TABLE customers ADD CONSTRAINT")
                .contains("Duplicate entry 'Ada'");
        assertThat(analysis.getAction()).contains("The upgrade runs when the application starts");
        assertThat(database.column("SELECT name FROM customers")).containsExactly("Ada", "Ada");

        database.execute("DELETE FROM customers WHERE id > 1");
        broken.run(context -> assertThat(context).hasNotFailed());
        assertThat(database.column("SELECT version_num FROM alembic_version")).containsExactly("003");
        assertThat(database.column("SELECT name FROM customers")).containsExactly("Ada");
    }

    @Revision(id = "003", parents = "002")
    static final class Broken implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("INSERT INTO customers (name) VALUES ('Ada'), ('Ada')");
            op.execute("ALTER TABLE customers ADD CONSTRAINT unique_name UNIQUE (name)");
        }
    }

    @DatabaseTest(one = true)
    void withAnInterruptedStepAndCheck(TestDatabase database) {
        analysis(MigrateAutoConfigurationTest.shop(database).withBean(Migration.class, Broken::new));

        FailureAnalysis analysis = analysis(MigrateAutoConfigurationTest.shop(database)
                .withBean(Migration.class, Broken::new)
                .withPropertyValues("migrate.on-startup=check"));

        assertThat(analysis.getDescription()).contains("A step was started and is not complete: revision 003: 1 of 2");
    }
}
