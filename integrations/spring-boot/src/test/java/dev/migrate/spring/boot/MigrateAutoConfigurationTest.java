package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrate.Environment;
import dev.migrate.Migrator;
import dev.migrate.MigratorBuilder;
import dev.migrate.event.CompletedStep;
import dev.migrate.event.RunListener;
import dev.migrate.migration.Migration;
import dev.migrate.migration.Revision;
import dev.migrate.operation.Operations;
import dev.migrate.plan.Step;
import dev.migrate.spring.boot.shop.ShopApplication;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The auto-configuration on real servers: the cases that Spring Boot tests for Flyway and Liquibase. */
class MigrateAutoConfigurationTest {

    private static final List<String> BOTH = List.of("alembic_version", "customers");

    static ApplicationContextRunner shop(TestDatabase database) {
        return BootTypes.runner()
                .withUserConfiguration(Shop.class)
                .withPropertyValues("spring.datasource.url=" + database.url());
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = ShopApplication.class)
    static class Shop {}

    @DatabaseTest(oneOfEachProduct = true)
    void theSchemaIsAtHeadWhenTheApplicationHasStarted(TestDatabase database) {
        shop(database).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Migrator.class);
            assertThat(database.tables()).containsExactlyElementsOf(BOTH);
            assertThat(database.column("SELECT version_num FROM alembic_version"))
                    .containsExactly("002");
        });
    }

    @DatabaseTest(one = true)
    void aSecondStartDoesNothing(TestDatabase database) {
        shop(database).run(context -> assertThat(context).hasNotFailed());
        shop(database)
                .run(context -> assertThat(context.getBean(Migrator.class).current())
                        .extracting(status -> status.revision().id())
                        .containsExactly("002"));
    }

    @DatabaseTest(one = true)
    void itIsOffIfTheApplicationDisablesIt(TestDatabase database) {
        shop(database).withPropertyValues("migrate.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(MigrationInitializer.class).doesNotHaveBean(Migrator.class);
            assertThat(database.tables()).isEmpty();
        });
    }

    @Test
    void anApplicationWithoutADataSourceDoesNotStart() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(DataSourceChoiceException.class)
                        .rootCause()
                        .hasMessageStartingWith("There is no DataSource bean")
                        .hasMessageContaining("spring.datasource.url"));
    }

    @DatabaseTest(one = true)
    void aUrlIsSufficientWithoutADataSource(TestDatabase database) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
                .withUserConfiguration(Shop.class)
                .withPropertyValues("migrate.datasource.url=" + database.url())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.tables()).containsExactlyElementsOf(BOTH);
                });
    }

    @DatabaseTest(one = true)
    void twoDataSourcesAreAmbiguous(TestDatabase database) {
        shop(database)
                .withBean("orders", DataSource.class, database::dataSource)
                .withBean("invoices", DataSource.class, database::dataSource)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(DataSourceChoiceException.class)
                        .hasMessageContaining("invoices")
                        .hasMessageContaining("orders")
                        .hasMessageContaining("@MigrateDataSource"));
    }

    @DatabaseTest(one = true)
    void thePrimaryOneOfTwoDataSourcesIsMigrated(TestDatabase database) {
        shop(database)
                .withBean("orders", DataSource.class, database::dataSource, definition -> definition.setPrimary(true))
                .withBean("unusable", DataSource.class, DriverManagerDataSource::new)
                .run(context -> assertThat(database.tables()).containsExactlyElementsOf(BOTH));
    }

    @DatabaseTest(one = true)
    void theQualifiedDataSourceHasPrecedenceOverConnectionDetailsAndProperties(TestDatabase database) {
        MigrateProperties.Datasource missing =
                new MigrateProperties.Datasource("jdbc:mysql://localhost:1/missing", null, null, null);
        shop(database)
                .withPropertyValues("migrate.datasource.url=" + missing.url())
                .withBean(MigrateConnectionDetails.class, () -> new PropertiesConnectionDetails(missing))
                .withUserConfiguration(Qualified.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean("ofMigrations", CountedDataSource.class).connections)
                            .isPositive();
                    assertThat(context).getBean("dataSource").isInstanceOf(HikariDataSource.class);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Qualified {
        @Bean(defaultCandidate = false)
        @MigrateDataSource
        CountedDataSource ofMigrations(@Value("${spring.datasource.url}") String url) {
            return new CountedDataSource(url);
        }
    }

    static final class CountedDataSource extends DriverManagerDataSource {
        private int connections;

        CountedDataSource(String url) {
            super(url);
        }

        @Override
        protected Connection getConnectionFromDriver(Properties properties) throws SQLException {
            connections++;
            return super.getConnectionFromDriver(properties);
        }
    }

    @DatabaseTest(one = true)
    void connectionDetailsHavePrecedenceOverTheProperties(TestDatabase database) {
        shop(database)
                .withPropertyValues("migrate.datasource.url=jdbc:mysql://localhost:1/missing")
                .withBean(
                        MigrateConnectionDetails.class,
                        () -> new PropertiesConnectionDetails(
                                new MigrateProperties.Datasource(database.url(), null, null, null)))
                .run(context -> assertThat(database.tables()).containsExactlyElementsOf(BOTH));
    }

    @DatabaseTest(one = true)
    void theUrlOfThePropertiesHasPrecedenceOverTheApplicationsDataSource(TestDatabase database) {
        shop(database)
                .withPropertyValues(
                        "spring.datasource.url=jdbc:mysql://localhost:1/missing",
                        "migrate.datasource.url=" + database.url())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.tables()).containsExactlyElementsOf(BOTH);
                });
    }

    @DatabaseTest(one = true)
    void aSeparateUserOfACustomDataSource(TestDatabase database) {
        shop(database)
                .withBean(
                        "custom",
                        DataSource.class,
                        () -> new CountedDataSource(database.url()),
                        definition -> definition.setPrimary(true))
                .withPropertyValues("migrate.datasource.username=nobody", "migrate.datasource.password=wrong")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("nobody"));
    }

    @DatabaseTest(oneOfEachProduct = true)
    void aSeparateUserRunsTheMigrations(TestDatabase database) {
        String user = "owner_" + database.name().replaceAll(".*_(?=\\d+_)", "");
        database.execute(
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'secret'",
                "GRANT ALL ON " + database.name() + ".* TO " + user + "@'%'");
        try {
            shop(database)
                    .withPropertyValues("migrate.datasource.username=" + user, "migrate.datasource.password=secret")
                    .run(context -> {
                        assertThat(context.getBean(Migrator.class)
                                        .check()
                                        .server()
                                        .user())
                                .startsWith(user + "@");
                        assertThat(context.getBean(ChosenDataSource.class).get())
                                .isInstanceOf(SimpleDriverDataSource.class);
                        assertThat(database.tables()).containsExactlyElementsOf(BOTH);
                    });
        } finally {
            database.execute("DROP USER " + user + "@'%'");
        }
    }

    @DatabaseTest(one = true)
    void theApplicationsOwnMigratorIsUsed(TestDatabase database) {
        shop(database)
                .withBean(
                        Migrator.class,
                        () -> Migrator.builder()
                                .dataSource(database.dataSource())
                                .migrations(new Notes())
                                .build())
                .run(context -> {
                    assertThat(context).hasSingleBean(Migrator.class);
                    assertThat(database.tables()).containsExactly("alembic_version", "notes");
                });
    }

    @Revision(
            id = "notes",
            parents = {})
    static final class Notes implements Migration {
        @Override
        public void up(Operations op) {
            op.execute("CREATE TABLE notes (id INT PRIMARY KEY)");
        }
    }

    @DatabaseTest(one = true)
    void theApplicationsOwnInitializerIsUsed(TestDatabase database) {
        shop(database)
                .withBean(
                        "first",
                        MigrationInitializer.class,
                        () -> new MigrationInitializer(
                                Migrator.builder()
                                        .dataSource(database.dataSource())
                                        .migrations(new Notes())
                                        .build(),
                                Migrator::upgrade))
                .run(context -> {
                    assertThat(database.tables()).containsExactly("alembic_version", "notes");
                    assertThat(dependencies(context, "jdbcTemplate")).startsWith("first");
                });
    }

    @DatabaseTest(one = true)
    void aStrategyReplacesTheActionOfTheProperty(TestDatabase database) {
        shop(database)
                .withBean(MigrationStrategy.class, () -> migrator -> migrator.upgrade("001"))
                .run(context -> assertThat(database.column("SELECT version_num FROM alembic_version"))
                        .containsExactly("001"));
    }

    @DatabaseTest(one = true)
    void beansAreAddedAndEnvironmentsOverrideThemInOrder(TestDatabase database) {
        List<String> calls = new ArrayList<>();
        shop(database)
                .withBean(Migration.class, Notes::new)
                .withBean(RunListener.class, () -> new RunListener() {
                    @Override
                    public void stepDone(CompletedStep step) {
                        calls.add(step.revision().id());
                    }
                })
                .withBean("second", Environment.class, () -> new Second(calls))
                .withBean("first", Environment.class, () -> new First(calls))
                .withPropertyValues("migrate.target=heads")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(calls).containsExactly("first", "second", "notes", "001", "002");
                    assertThat(database.tables()).contains("other_versions").doesNotContain("alembic_version");
                });
    }

    @Order(1)
    private record First(List<String> calls) implements Environment {
        @Override
        public void configure(MigratorBuilder builder) {
            calls.add("first");
            builder.versionTable("overridden");
        }
    }

    @Order(2)
    private record Second(List<String> calls) implements Environment {
        @Override
        public void configure(MigratorBuilder builder) {
            calls.add("second");
            builder.versionTable("other_versions");
        }
    }

    @DatabaseTest(one = true)
    void everyPropertyReachesTheMigrator(TestDatabase database) {
        shop(database)
                .withPropertyValues(
                        "migrate.packages=dev.migrate.spring.boot.shop.migrations",
                        "migrate.target=001",
                        "migrate.version-table=versions",
                        "migrate.lock-timeout=5s",
                        "migrate.table-timeout=6s",
                        "migrate.connect-retries=2",
                        "migrate.accept-newer-database=false",
                        "migrate.accept-multi-primary=true")
                .run(context -> {
                    assertThat(database.column("SELECT version_num FROM versions"))
                            .containsExactly("001");
                    MigrateProperties properties = context.getBean(MigrateProperties.class);
                    assertThat(properties.lockTimeout()).hasSeconds(5);
                    assertThat(properties.tableTimeout()).hasSeconds(6);
                    assertThat(properties.connectRetries()).isEqualTo(2);
                });
    }

    @DatabaseTest(one = true)
    void aConfiguredPackageMustHaveMigrations(TestDatabase database) {
        shop(database)
                .withPropertyValues("migrate.packages=com.example.missing")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("There is no migration in package com.example.missing"));
    }

    @DatabaseTest(one = true)
    void anApplicationWithoutMigrationsStarts(TestDatabase database) {
        BootTypes.runner()
                .withPropertyValues("spring.datasource.url=" + database.url())
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.tables()).isEmpty();
                });
    }

    @DatabaseTest(one = true)
    void checkFailsAndListsThePendingRevisions(TestDatabase database) {
        shop(database).withPropertyValues("migrate.on-startup=check").run(context -> {
            assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(SchemaNotUpToDateException.class)
                    .hasMessageContaining("Pending: 001 (customers); 002 (customers have an e-mail address).");
            assertThat(database.tables()).isEmpty();
        });
        shop(database).run(context -> assertThat(context).hasNotFailed());
        shop(database)
                .withPropertyValues("migrate.on-startup=check")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @DatabaseTest(one = true)
    void reportOnlyLogsThePendingRevisions(TestDatabase database) {
        shop(database).withPropertyValues("migrate.on-startup=report").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(database.tables()).isEmpty();
        });
    }

    @Test
    void noneOpensNoConnection() {
        BootTypes.runner()
                .withUserConfiguration(Shop.class)
                .withPropertyValues("spring.datasource.url=jdbc:mysql://localhost:1/missing", "migrate.on-startup=none")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anUnknownActionIsRejected() {
        BootTypes.runner()
                .withPropertyValues("migrate.on-startup=sometimes")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("migrate.on-startup"));
    }

    @DatabaseTest(one = true)
    void beansThatUseTheDatabaseDependOnTheMigrations(TestDatabase database) {
        shop(database)
                .withConfiguration(AutoConfigurations.of(BootTypes.jpa(), BootTypes.jooq()))
                .withBean("engine", TableCounter.class)
                .withPropertyValues(
                        "spring.datasource.url=" + BootTypes.urlForHibernate(database),
                        "migrate.dependent-beans=engine",
                        "spring.jpa.hibernate.ddl-auto=validate")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(DSLContext.class);
                    for (String bean : List.of("entityManagerFactory", "jdbcTemplate", "dslContext", "engine")) {
                        assertThat(dependencies(context, bean)).as(bean).contains("migrationInitializer");
                    }
                    assertThat(context.getBean(TableCounter.class).tables).isPositive();
                });
    }

    /** Uses the database in its constructor, without a type that Spring Boot detects. */
    static final class TableCounter {
        private final int tables;

        TableCounter(DataSource dataSource) {
            tables = new JdbcTemplate(dataSource)
                    .queryForList("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
                    .size();
        }
    }

    private static List<String> dependencies(ConfigurableApplicationContext context, String bean) {
        String[] names = ((AbstractBeanDefinition) context.getBeanFactory().getBeanDefinition(bean)).getDependsOn();
        return names == null ? List.of() : List.of(names);
    }

    @DatabaseTest(one = true)
    void scriptsOfSpringRunAfterTheMigrations(TestDatabase database) {
        shop(database)
                .withPropertyValues(
                        "spring.sql.init.mode=always", "spring.sql.init.data-locations=classpath:customers.sql")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.column("SELECT name FROM customers")).containsExactly("Ada");
                });
    }

    @DatabaseTest(one = true)
    void lazyInitializationDoesNotSkipTheMigrations(TestDatabase database) {
        shop(database)
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(database.tables()).containsExactlyElementsOf(BOTH));
    }

    @DatabaseTest(one = true)
    void connectionsCanBeFetchedLazily(TestDatabase database) {
        shop(database)
                .withPropertyValues("spring.datasource.connection-fetch=lazy")
                .run(context -> {
                    assertThat(database.tables()).containsExactlyElementsOf(BOTH);
                    assertThat(context.getBean("dataSource") instanceof LazyConnectionDataSourceProxy)
                            .as("Spring Boot 4.1 has this property")
                            .isEqualTo(String.valueOf(SpringBootVersion.getVersion())
                                            .compareTo("4.1")
                                    > 0);
                });
    }

    @DatabaseTest(one = true)
    void theDataSourceMayBeALazyProxy(TestDatabase database) {
        shop(database)
                .withBean(
                        "lazy",
                        DataSource.class,
                        () -> new LazyConnectionDataSourceProxy(database.dataSource()),
                        definition -> definition.setPrimary(true))
                .run(context -> assertThat(database.tables()).containsExactlyElementsOf(BOTH));
    }

    @DatabaseTest(one = true)
    void everythingThatARunLogsHasTheRevision(TestDatabase database) {
        List<String> contexts = new ArrayList<>();
        shop(database)
                .withBean(RunListener.class, () -> new RunListener() {
                    @Override
                    public void statementStarted(Step step, int number, String text) {
                        contexts.add(MDC.get("migrate.revision") + " " + MDC.get("migrate.statement"));
                    }
                })
                .run(context -> {
                    assertThat(contexts).containsExactly("001 1", "002 1");
                    assertThat(MDC.get("migrate.revision")).isNull();
                    assertThat(MDC.get("migrate.statement")).isNull();
                });
    }

    @DatabaseTest(one = true)
    void theSchemaIsManaged(TestDatabase database) {
        shop(database).run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(database.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @DatabaseTest(one = true)
    void migrationsAreLoadedWithTheClassLoaderOfTheApplication(TestDatabase database) {
        shop(database)
                .withClassLoader(new FilteredClassLoader("dev.migrate.spring.boot.shop.migrations"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("M001CreateCustomers of the migrations cannot be loaded"));
    }

    @DatabaseTest(one = true)
    void itWorksWithoutTheOptionalLibraries(TestDatabase database) {
        shop(database)
                .withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "org.springframework.boot.testcontainers",
                        "org.testcontainers",
                        "jakarta.persistence",
                        "org.hibernate"))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.tables()).containsExactlyElementsOf(BOTH);
                });
    }
}
