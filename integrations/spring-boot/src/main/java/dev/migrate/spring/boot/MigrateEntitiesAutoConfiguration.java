package dev.migrate.spring.boot;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Compares the database with the entities of the application if {@code migrate.check-entities} is set. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass(name = {"org.hibernate.SessionFactory", "org.springframework.orm.jpa.EntityManagerFactoryInfo"})
@ConditionalOnBean(MigratorFactory.class)
@ConditionalOnProperty("migrate.check-entities")
public final class MigrateEntitiesAutoConfiguration {

    /** Creates the configuration. */
    public MigrateEntitiesAutoConfiguration() {}

    @Bean
    EntityCheck migrateEntityCheck(
            MigratorFactory migrators, ObjectProvider<EntityManagerFactory> factories, MigrateProperties properties) {
        return new EntityCheck(migrators, factories, properties.checkEntities());
    }

    /** The check does not wait until another bean needs it. */
    @Bean
    static LazyInitializationExcludeFilter migrateEntityCheckLazyInitializationExcludeFilter() {
        return LazyInitializationExcludeFilter.forBeanTypes(EntityCheck.class);
    }
}
