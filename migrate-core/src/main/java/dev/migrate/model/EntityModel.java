package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.schema.Attribute;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema that JPA entities want, as Hibernate itself understands them: with its naming strategies, its types and its
 * names for keys. It needs {@code org.hibernate.orm:hibernate-core}, but no connection and no session factory.
 *
 * <pre>{@code
 * Model model = EntityModel.builder()
 *         .scan("com.example.domain")
 *         .setting("hibernate.physical_naming_strategy", "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
 *         .build();
 * }</pre>
 *
 * <p>Settings must be those that the application gives to Hibernate, or names and types will differ. What is read, and
 * what is left to the database, is told in {@code docs/models.md}.
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
     * Reads some entities with Hibernate's default settings.
     *
     * @param entities the entities, and the embeddables, converters and superclasses that are found by no reference
     * @return the model
     */
    public static EntityModel of(Class<?>... entities) {
        return builder().entities(entities).build();
    }

    /**
     * Starts a model.
     *
     * @return the builder
     */
    public static EntityModelBuilder builder() {
        return new EntityModelBuilder();
    }

    /**
     * {@inheritDoc}
     *
     * @throws SchemaException if Hibernate is not there, or refuses the entities
     */
    @Override
    public Schema schema(ModelContext context) {
        try {
            return EntityReader.read(entities, packages, settings, classLoader, context.server());
        } catch (NoClassDefFoundError e) {
            if (isOfHibernate(String.valueOf(e.getMessage()))) {
                throw new SchemaException(
                        SchemaException.Reason.HIBERNATE_NOT_AVAILABLE,
                        "Entities are read with Hibernate, and it is missing: " + e.getMessage() + ".",
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

    /** Where the module is missing, its classes are named with dots or slashes, depending on who looked for them. */
    private static boolean isOfHibernate(String missing) {
        String name = missing.replace('/', '.');
        return name.contains("org.hibernate.") || name.contains("jakarta.persistence.");
    }

    @Override
    public Set<Attribute> unspecifiedAttributes() {
        return unspecifiedAttributes;
    }
}
