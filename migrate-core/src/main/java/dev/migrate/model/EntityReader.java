package dev.migrate.model;

import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.internal.classpath.ClassFile;
import dev.migrate.internal.classpath.PackageScanner;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.ServerVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Reads entities with Hibernate, without a connection. */
final class EntityReader {

    /** Hibernate finds the others by reference. */
    private static final List<String> MAPPED = List.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    private EntityReader() {}

    static EntitySchema read(
            List<Class<?>> entities,
            List<String> packages,
            Map<String, Object> settings,
            ClassLoader classLoader,
            ServerVersion server) {
        HibernateVersion.current().requireSupported();
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoader(classLoader)
                .build();
        StandardServiceRegistry registry = null;
        try {
            registry = new StandardServiceRegistryBuilder(bootstrap)
                    .applySettings(EntitySettings.of(server))
                    .applySettings(EntitySettings.relevant(settings))
                    .applySettings(EntitySettings.withoutResources())
                    .build();
            MetadataSources sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            if (!packages.isEmpty()) {
                scan(packages, classLoader, sources);
            }
            return schema(sources, server);
        } catch (MigrateException e) {
            throw e;
        } catch (RuntimeException e) {
            // Hibernate throws exceptions of many types; MigrateExceptions are rethrown unchanged.
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The entities cannot be read: " + e.getMessage() + ".",
                    "Fix the entities or the settings; Hibernate itself would reject them as well.",
                    e);
        } finally {
            if (registry != null) {
                StandardServiceRegistryBuilder.destroy(registry);
            }
            BootstrapServiceRegistryBuilder.destroy(bootstrap);
        }
    }

    /**
     * The session factory completes the mapping model: generators of values and Bean Validation change columns. The
     * method that builds it has another return type in {@code MetadataImplementor} of Hibernate 7 than in that of 6.
     */
    private static EntitySchema schema(MetadataSources sources, ServerVersion server) {
        MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
        try (SessionFactory factory = ((Metadata) metadata).buildSessionFactory()) {
            // As before Hibernate creates the schema; keys are sorted as well.
            metadata.orderColumns(true);
            DefinitionParser parser = DatabaseProviders.forServer(server).definitionParser(server);
            SqlStringGenerationContext names =
                    factory.unwrap(SessionFactoryImplementor.class).getSqlStringGenerationContext();
            EntityTables tables = new EntityTables(metadata, names, parser);
            return new EntitySchema(tables.schema(), tables.rows());
        }
    }

    private static void scan(List<String> packages, ClassLoader classLoader, MetadataSources sources) {
        SortedMap<String, ClassFile> found = new TreeMap<>();
        packages.forEach(each -> found.putAll(mappedIn(each, classLoader)));
        if (found.isEmpty()) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "There is no entity in " + String.join(", ", packages) + ".",
                    "Check the name of the package, and that its classes are on the class path.",
                    null);
        }
        found.values().stream().map(ClassFile::packageName).distinct().sorted().forEach(sources::addPackage);
        found.keySet().forEach(name -> sources.addAnnotatedClass(loaded(name, classLoader)));
    }

    private static Map<String, ClassFile> mappedIn(String packageName, ClassLoader classLoader) {
        try {
            Map<String, ClassFile> mapped = new TreeMap<>(PackageScanner.scan(packageName, classLoader));
            mapped.values().removeIf(file -> MAPPED.stream().noneMatch(file.annotations()::containsKey));
            return mapped;
        } catch (IOException e) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The classes of package " + packageName + " cannot be read: " + e.getMessage() + ".",
                    "Fix the class path, or pass the classes of the entities.",
                    e);
        }
    }

    private static Class<?> loaded(String name, ClassLoader classLoader) {
        try {
            return Class.forName(name, false, classLoader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "Class " + name + " of the entities cannot be loaded: " + e + ".",
                    "Check that the classes that it uses are on the class path.",
                    e);
        }
    }
}
