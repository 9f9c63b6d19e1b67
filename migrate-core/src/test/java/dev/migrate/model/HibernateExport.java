package dev.migrate.model;

import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** The reference: the schema that Hibernate creates for an application, on a connection that Hibernate opens. */
final class HibernateExport {

    private HibernateExport() {}

    static void create(TestDatabase database, List<Class<?>> entities, Map<String, Object> settings) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.connection.datasource", database.dataSource())
                .applySetting("hibernate.hbm2ddl.auto", "create-only")
                .applySetting("hibernate.hbm2ddl.halt_on_error", true)
                .applySettings(database.server().isMariaDb() ? mariaDb(database) : Map.of())
                .applySettings(settings)
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
                factory.getMetamodel();
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /** MySQL's driver uses a MySQL-specific query for keywords on MariaDB, and Hibernate fails with it. */
    private static Map<String, Object> mariaDb(TestDatabase database) {
        return Map.of(
                "hibernate.boot.allow_jdbc_metadata_access",
                false,
                "jakarta.persistence.database-product-name",
                "MariaDB",
                "jakarta.persistence.database-product-version",
                database.server().version().replaceFirst("-.*", ""));
    }
}
