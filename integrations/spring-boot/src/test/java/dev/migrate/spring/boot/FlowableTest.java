package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.event.RunListener;
import dev.migrate.event.StartedRun;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.flowable.engine.ProcessEngine;
import org.flowable.spring.boot.ProcessEngineAutoConfiguration;
import org.flowable.spring.boot.ProcessEngineServicesAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Flowable's engine creates its tables after the migrations. Spring Boot does not detect it. */
class FlowableTest {

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({ProcessEngineAutoConfiguration.class, ProcessEngineServicesAutoConfiguration.class})
    static class Engine {}

    @DatabaseTest(one = true)
    void theEngineIsCreatedAfterTheMigrations(TestDatabase database) {
        List<String> before = new ArrayList<>();
        MigrateAutoConfigurationTest.shop(database)
                .withUserConfiguration(Engine.class)
                .withBean(
                        PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database.dataSource()))
                .withBean(RunListener.class, () -> new RunListener() {
                    @Override
                    public void runStarted(StartedRun run) {
                        before.add("migrations");
                        before.addAll(database.tables());
                    }
                })
                .withPropertyValues(
                        "flowable.async-executor-activate=false",
                        "flowable.database-schema-update=true",
                        "flowable.eventregistry.enabled=false",
                        "flowable.idm.enabled=false")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(ProcessEngine.class);
                    assertThat(before).containsExactly("migrations");
                    assertThat(database.tables()).contains("customers", "ACT_RU_EXECUTION");
                    assertThat(context.getBeanFactory().getDependenciesForBean("processEngine"))
                            .contains("migrationInitializer");
                });
    }
}
