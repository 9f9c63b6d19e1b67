package dev.migrate.model;

import dev.migrate.internal.classpath.ApplicationClassLoader;
import dev.migrate.schema.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Builds an {@link EntityModel}. Not thread-safe. */
public final class EntityModelBuilder {

    /** Attributes that entities usually do not specify, in addition to those that no schema in code specifies. */
    private static final Set<Attribute> SELDOM_SAID = EnumSet.of(
            Attribute.COLUMN_DEFAULT, Attribute.ON_UPDATE, Attribute.VISIBILITY, Attribute.COMMENT, Attribute.CHECK);

    final List<Class<?>> entities = new ArrayList<>();
    final List<String> packages = new ArrayList<>();
    final Map<String, Object> settings = new TreeMap<>();
    final Set<Attribute> unspecifiedAttributes = EnumSet.copyOf(Attribute.FILLED_IN_BY_THE_SERVER);
    ClassLoader classLoader = ApplicationClassLoader.get();

    EntityModelBuilder() {
        unspecifiedAttributes.addAll(SELDOM_SAID);
    }

    /**
     * Adds entities, or embeddables, converters and mapped superclasses that no entity refers to.
     *
     * @param classes the classes
     * @return this builder
     */
    public EntityModelBuilder entities(Class<?>... classes) {
        Collections.addAll(entities, classes);
        return this;
    }

    /**
     * Adds the entities, embeddables, converters and mapped superclasses in a package and its subpackages, and the
     * annotations of its {@code package-info}.
     *
     * @param packageName the package
     * @return this builder
     */
    public EntityModelBuilder scan(String packageName) {
        packages.add(Objects.requireNonNull(packageName, "packageName"));
        return this;
    }

    /**
     * Adds a Hibernate setting of the application, for example its naming strategy. Settings of connections, caches,
     * transactions and the like have no effect, because entities are read without them.
     *
     * @param name the name, for instance {@code hibernate.physical_naming_strategy}
     * @param value the value as Hibernate accepts it: a string, a class or an object
     * @return this builder
     */
    public EntityModelBuilder setting(String name, Object value) {
        settings.put(name, Objects.requireNonNull(value, name));
        return this;
    }

    /**
     * Adds the settings among the given ones that affect the schema.
     *
     * @param values the values by their names, for instance the properties of an entity manager factory
     * @return this builder
     */
    public EntityModelBuilder settings(Map<String, ?> values) {
        settings.putAll(EntitySettings.relevant(values));
        return this;
    }

    /**
     * Sets the class loader of the entities; the default is the context class loader of the thread, or the
     * one of this library if the former cannot load the library.
     *
     * @param loader the class loader
     * @return this builder
     */
    public EntityModelBuilder classLoader(ClassLoader loader) {
        classLoader = Objects.requireNonNull(loader, "loader");
        return this;
    }

    /**
     * Leaves more attributes to the database if the entities do not specify them.
     *
     * @param attributes the attributes, for instance {@link Attribute#INDEX}
     * @return this builder
     */
    public EntityModelBuilder leaveToTheDatabase(Attribute... attributes) {
        unspecifiedAttributes.addAll(Arrays.asList(attributes));
        return this;
    }

    /**
     * Makes the entities authoritative for an attribute: if they do not specify it, the database must not have it.
     *
     * @param attributes the attributes, for instance {@link Attribute#COMMENT}
     * @return this builder
     */
    public EntityModelBuilder decide(Attribute... attributes) {
        Arrays.asList(attributes).forEach(unspecifiedAttributes::remove);
        return this;
    }

    /**
     * Builds the model. Entities are read when the schema is requested.
     *
     * @return the model
     * @throws IllegalStateException if there are neither entities nor packages
     */
    public EntityModel build() {
        if (entities.isEmpty() && packages.isEmpty()) {
            throw new IllegalStateException("The model has no entities; call entities(...) or scan(...).");
        }
        return new EntityModel(this);
    }
}
