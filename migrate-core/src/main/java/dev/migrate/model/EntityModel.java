package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of JPA entities as Hibernate generates it, with its naming strategies, its types and its names of keys. It
 * needs {@code org.hibernate.orm:hibernate-core}, but no connection and no session factory.
 *
 * <pre>{@code
 * Model model = EntityModel.builder()
 *         .scan("com.example.domain")
 *         .setting("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
 *         .build();
 * }</pre>
 *
 * <p>The settings must be those of the application, otherwise names and types differ. See {@code docs/models.md} for
 * the attributes that are read and those that are left to the database.
 */
public final class EntityModel implements Model {

    private final List<Class<?>> entities;
    private final List<String> packages;
    private final Map<String, Object> settings;
    private final ClassLoader classLoader;
    private final Set<Attribute> unspecifiedAttributes;

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
        try {
            return EntityReader.read(entities, packages, settings, classLoader, context.server());
        } catch (NoClassDefFoundError e) {
            if (isOfHibernate(String.valueOf(e.getMessage()))) {
                throw new SchemaException(
                        SchemaException.Reason.HIBERNATE_NOT_AVAILABLE,
                        "Entities are read with Hibernate, which is missing: " + e.getMessage() + ".",
                        "Add org.hibernate.orm:hibernate-core, version 7 or later, to the class path; a modular"
                                + " application also needs requires org.hibernate.orm.core.",
                        e);
            }
            throw e;
        } catch (NoSuchMethodError e) {
            if (isOfHibernate(String.valueOf(e.getMessage()))) {
                throw new SchemaException(
                        SchemaException.Reason.HIBERNATE_NOT_AVAILABLE,
                        "Entities cannot be read with this version of Hibernate, which lacks " + e.getMessage() + ".",
                        "Use a version of Hibernate that is listed in docs/models.md, or one close to it.",
                        e);
            }
            throw e;
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
