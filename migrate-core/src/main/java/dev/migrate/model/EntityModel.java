package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schema of JPA entities as Hibernate generates it, with its naming strategies, its types and its names of keys. It
 * needs {@code org.hibernate.orm:hibernate-core} 6.6 or 7, but no connection. Immutable and thread-safe.
 *
 * <pre>{@code
 * Model model = EntityModel.builder()
 *         .scan("com.example.domain")
 *         .setting("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
 *         .build();
 * }</pre>
 *
 * <p>The settings must be those of the application, otherwise names and types differ; {@link
 * #from(EntityManagerFactory)} takes both from a running application. See {@code docs/models.md} for
 * the attributes that are read and those that are left to the database.
 */
public final class EntityModel implements Model {

    private final List<Class<?>> entities;
    private final List<String> packages;
    private final Map<String, Object> settings;
    private final ClassLoader classLoader;
    private final Set<Attribute> unspecifiedAttributes;
    private final Map<ServerVersion, EntitySchema> read = new ConcurrentHashMap<>();

    EntityModel(EntityModelBuilder builder) {
        entities = List.copyOf(builder.entities);
        packages = List.copyOf(builder.packages);
        settings = Map.copyOf(builder.settings);
        classLoader = builder.classLoader;
        unspecifiedAttributes = Set.copyOf(builder.unspecifiedAttributes);
    }

    /**
     * Creates a model of entities with Hibernate's default settings.
     *
     * @param entities the entities, and the embeddables, converters and mapped superclasses that no entity refers to
     * @return the model
     */
    public static EntityModel of(Class<?>... entities) {
        return builder().entities(entities).build();
    }

    /**
     * Creates a model of the entities of an application, with its settings: naming strategies, types, dialect. The
     * factory remains open and is not used later.
     *
     * <p>Mapping files are not read, because the factory does not refer to them; neither are the annotations of packages
     * without entities. {@link EntityModelBuilder#scan} with {@link EntityModelBuilder#settings} reads both the classes
     * of packages and the settings of a factory.
     *
     * @param factory the entity manager factory of the application, whose provider is Hibernate
     * @return the model
     * @throws jakarta.persistence.PersistenceException if the provider is not Hibernate
     */
    @SuppressWarnings("exports") // With "requires transitive", modules without entities would need jakarta.persistence.
    public static EntityModel from(EntityManagerFactory factory) {
        return builder()
                .entities(FactoryEntities.of(factory))
                .settings(factory.getProperties())
                .build();
    }

    /**
     * Returns a new builder.
     *
     * @return the builder
     */
    public static EntityModelBuilder builder() {
        return new EntityModelBuilder();
    }

    /**
     * {@inheritDoc}
     *
     * @throws SchemaException if Hibernate is missing or rejects the entities
     */
    @Override
    public Schema schema(ModelContext context) {
        return read(context.server()).schema();
    }

    /**
     * {@inheritDoc}
     *
     * @throws SchemaException if Hibernate is missing or rejects the entities
     */
    @Override
    public List<InitialRow> initialRows(ModelContext context) {
        return read(context.server()).rows();
    }

    private EntitySchema read(ServerVersion server) {
        try {
            return read.computeIfAbsent(
                    server, key -> EntityReader.read(entities, packages, settings, classLoader, key));
        } catch (NoClassDefFoundError | IncompatibleClassChangeError e) {
            if (isOfHibernate(String.valueOf(e.getMessage()))) {
                throw unavailable(e);
            }
            throw e;
        }
    }

    private static SchemaException unavailable(LinkageError missing) {
        try {
            return HibernateVersion.current().unsupported(missing);
        } catch (NoClassDefFoundError e) {
            return new SchemaException(
                    SchemaException.Reason.HIBERNATE_NOT_AVAILABLE,
                    "Entities are read with Hibernate, which is missing: " + missing.getMessage() + ".",
                    "Add org.hibernate.orm:hibernate-core, version 6.6 or later, to the class path; a modular"
                            + " application also needs requires org.hibernate.orm.core.",
                    missing);
        }
    }

    /** If the module is missing, the message contains class names with dots or slashes, depending on the cause. */
    private static boolean isOfHibernate(String missing) {
        String name = missing.replace('/', '.');
        return name.contains("org.hibernate.") || name.contains("jakarta.persistence.");
    }

    /** Hibernate orders columns by the size of their types. */
    @Override
    public boolean ordersColumns() {
        return false;
    }

    @Override
    public Set<Attribute> unspecifiedAttributes() {
        return unspecifiedAttributes;
    }
}
