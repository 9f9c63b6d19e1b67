package dev.migrate.model;

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

/** Collects what an {@link EntityModel} is made of. Not thread-safe. */
public final class EntityModelBuilder {

    /** What entities as a rule do not spell out, beyond what no schema does. */
    private static final Set<Attribute> SELDOM_SAID = EnumSet.of(
            Attribute.COLUMN_DEFAULT, Attribute.ON_UPDATE, Attribute.VISIBILITY, Attribute.COMMENT, Attribute.CHECK);

    final List<Class<?>> entities = new ArrayList<>();
    final List<String> packages = new ArrayList<>();
    final Map<String, Object> settings = new TreeMap<>();
    final Set<Attribute> unspecifiedAttributes = EnumSet.copyOf(Attribute.FILLED_IN_BY_THE_SERVER);
    ClassLoader classLoader = contextClassLoader();

    EntityModelBuilder() {
        unspecifiedAttributes.addAll(SELDOM_SAID);
    }

    private static ClassLoader contextClassLoader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? EntityModelBuilder.class.getClassLoader() : loader;
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
     * Adds the entities, embeddables, converters and mapped superclasses in a package and the packages below it, and what
     * their {@code package-info} says.
     *
     * @param packageName the package
     * @return this builder
     */
    public EntityModelBuilder scan(String packageName) {
        packages.add(Objects.requireNonNull(packageName, "packageName"));
        return this;
    }

    /**
     * Gives Hibernate a setting, as the application does: above all its naming strategies.
     *
     * @param name the name, for instance {@code hibernate.physical_naming_strategy}
     * @param value the value, as Hibernate takes it: a text, a class or an object
     * @return this builder
     */
    public EntityModelBuilder setting(String name, Object value) {
        settings.put(name, Objects.requireNonNull(value, name));
        return this;
    }

    /**
     * Gives Hibernate settings, as the application does.
     *
     * @param values the values by their names
     * @return this builder
     */
    public EntityModelBuilder settings(Map<String, ?> values) {
        values.forEach(this::setting);
        return this;
    }

    /**
     * Says which class loader has the entities; without, it is the one of the thread's context.
     *
     * @param loader the class loader
     * @return this builder
     */
    public EntityModelBuilder classLoader(ClassLoader loader) {
        classLoader = Objects.requireNonNull(loader, "loader");
        return this;
    }

    /**
     * Leaves more to the database: where the entities say nothing of it, it may have what it likes.
     *
     * @param attributes what they do not speak about, for instance {@link Attribute#INDEX}
     * @return this builder
     */
    public EntityModelBuilder leaveToTheDatabase(Attribute... attributes) {
        unspecifiedAttributes.addAll(Arrays.asList(attributes));
        return this;
    }

    /**
     * Takes the entities for the whole truth of an attribute: where they say nothing of it, the database shall have none.
     *
     * @param attributes what they always say, for instance {@link Attribute#COMMENT}
     * @return this builder
     */
    public EntityModelBuilder decide(Attribute... attributes) {
        Arrays.asList(attributes).forEach(unspecifiedAttributes::remove);
        return this;
    }

    /**
     * Builds the model. Entities are read when it is asked for its schema.
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
