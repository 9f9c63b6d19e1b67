package dev.migrate.model;

import dev.migrate.provider.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings with which Hibernate reads entities: those of the application that affect its schema. Settings of
 * connections, caches, transactions, schema creation and the like are left out, so that the application's own resources
 * are not used.
 */
final class EntitySettings {

    private static final List<String> OF_PERSISTENCE =
            List.of("hibernate.", "org.hibernate.", "jakarta.persistence.validation.");
    private static final List<String> OF_RESOURCES = List.of(
            "hibernate.agroal",
            "hibernate.archive",
            "hibernate.boot.allow_jdbc_metadata_access",
            "hibernate.c3p0",
            "hibernate.cache",
            "hibernate.cdi",
            "hibernate.classcache",
            "hibernate.classLoader",
            "hibernate.collectioncache",
            "hibernate.connection",
            "hibernate.current_session_context_class",
            "hibernate.delay_cdi_access",
            "hibernate.ejb",
            "hibernate.event",
            "hibernate.generate_statistics",
            "hibernate.hbm2ddl",
            "hibernate.hikari",
            "hibernate.integrator_provider",
            "hibernate.jdbc",
            "hibernate.jndi",
            "hibernate.jta",
            "hibernate.multi_tenant",
            "hibernate.persistenceUnitName",
            "hibernate.proxool",
            "hibernate.query",
            "hibernate.resource",
            "hibernate.schema_",
            "hibernate.search",
            "hibernate.session",
            "hibernate.stat",
            "hibernate.tenant_identifier_resolver",
            "hibernate.transaction",
            "hibernate.ucp",
            "hibernate.vibur");

    private EntitySettings() {}

    /** Returns the settings among them that affect the schema. */
    static Map<String, Object> relevant(Map<String, ?> settings) {
        Map<String, Object> relevant = new TreeMap<>();
        settings.forEach((name, value) -> {
            if (value != null && isRelevant(name)) {
                relevant.put(name, value);
            }
        });
        return relevant;
    }

    private static boolean isRelevant(String name) {
        return OF_PERSISTENCE.stream().anyMatch(name::startsWith)
                && OF_RESOURCES.stream().noneMatch(name::startsWith);
    }

    /** Returns the settings by which Hibernate selects its dialect, unless the application sets one. */
    static Map<String, Object> of(ServerVersion server) {
        String numbers = server.major() + "." + server.minor() + "." + server.patch();
        return Map.of(
                "jakarta.persistence.database-product-name", server.product(),
                "jakarta.persistence.database-product-version", numbers,
                "jakarta.persistence.database-major-version", server.major(),
                "jakarta.persistence.database-minor-version", server.minor());
    }

    /** Returns the settings that override all others, also those of a {@code hibernate.properties}. */
    static Map<String, Object> withoutResources() {
        return Map.of(
                "hibernate.boot.allow_jdbc_metadata_access",
                false,
                "hibernate.connection.provider_class",
                new NoConnections(),
                "hibernate.hbm2ddl.auto",
                "none",
                "jakarta.persistence.schema-generation.database.action",
                "none",
                "jakarta.persistence.schema-generation.scripts.action",
                "none",
                "hibernate.cache.use_second_level_cache",
                false,
                "hibernate.cache.use_query_cache",
                false,
                "hibernate.query.startup_check",
                false);
    }
}
