package dev.migrate.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Environment;
import dev.migrate.model.EntityModel;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The comparison of the migrated database with the entities of the application. */
@ExtendWith(OutputCaptureExtension.class)
class EntityCheckTest {

    private static ApplicationContextRunner shop(TestDatabase database, String checkEntities) {
        return MigrateAutoConfigurationTest.shop(database)
                .withConfiguration(AutoConfigurations.of(BootTypes.jpa(), MigrateEntitiesAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + BootTypes.urlForHibernate(database),
                        "migrate.check-entities=" + checkEntities);
    }

    @DatabaseTest(one = true)
    void equalEntitiesStartAlsoWithTablesThatNoEntityDescribes(TestDatabase database) {
        database.execute(
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES parent (id))");

        shop(database, "fail").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(EntityCheck.class);
            assertThat(database.tables()).contains("child", "parent");
        });
    }

    @DatabaseTest(one = true)
    void aDifferenceIsAFailureWithAnAnalysis(TestDatabase database) {
        FailureAnalysis analysis =
                StartupFailureTest.analysis(shop(database, "fail").withPropertyValues("migrate.target=001"));

        assertThat(analysis.getDescription())
                .startsWith("The database differs from the entities of the application.")
                .contains("customers.email");
        assertThat(analysis.getAction()).contains("migrate revision --autogenerate");
        assertThat(analysis.getCause())
                .isInstanceOfSatisfying(
                        EntityMismatchException.class,
                        mismatch -> assertThat(mismatch.differences()).containsExactly("add column customers.email"));
    }

    @DatabaseTest(one = true)
    void aDifferenceCanBeOnlyLogged(TestDatabase database, CapturedOutput output) {
        shop(database, "warn").withPropertyValues("migrate.target=001").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output).contains("The database differs from the entities of the application.");
        });
    }

    @DatabaseTest(one = true)
    void lazyInitializationDoesNotSkipTheComparison(TestDatabase database) {
        shop(database, "fail")
                .withPropertyValues("migrate.target=001")
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(context).getFailure().isInstanceOf(EntityMismatchException.class));
    }

    @DatabaseTest(one = true)
    void anEnvironmentMayDefineTheModel(TestDatabase database) {
        shop(database, "fail")
                .withBean("comparison", Environment.class, () -> builder -> builder.model(EntityModel.of(Note.class)))
                .run(context -> assertThat(context.getStartupFailure())
                        .isInstanceOf(EntityMismatchException.class)
                        .hasMessageContaining("create table notes"));
    }

    @Entity
    @Table(name = "notes")
    static class Note {
        @Id
        @Nullable
        Long id;
    }

    @Test
    void nothingIsComparedByDefault() {
        BootTypes.runner()
                .withConfiguration(AutoConfigurations.of(MigrateEntitiesAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=jdbc:mysql://localhost:1/missing", "migrate.on-startup=none")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EntityCheck.class));
    }

    @Test
    void nothingIsComparedWithoutJpa() {
        BootTypes.runner()
                .withConfiguration(AutoConfigurations.of(MigrateEntitiesAutoConfiguration.class))
                .withClassLoader(
                        new FilteredClassLoader("org.hibernate", "jakarta.persistence", "org.springframework.orm"))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:mysql://localhost:1/missing",
                        "migrate.on-startup=none",
                        "migrate.check-entities=fail")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("migrateEntityCheck"));
    }
}
