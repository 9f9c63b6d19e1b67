package dev.migrate.model;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.metamodel.ManagedType;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;

/** The classes that an application's entity manager factory was built from. */
final class FactoryEntities {

    private static final List<Class<? extends Annotation>> MAPPED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class);

    private final Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));

    private FactoryEntities() {}

    /** Returns the entities, embeddables and mapped superclasses, and the converters of their attributes. */
    static Class<?>[] of(EntityManagerFactory factory) {
        FactoryEntities found = new FactoryEntities();
        for (ManagedType<?> type : factory.getMetamodel().getManagedTypes()) {
            found.addMapped(type.getJavaType());
        }
        factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel().forEachEntityDescriptor(found::add);
        return found.classes.toArray(Class<?>[]::new);
    }

    private void addMapped(Class<?> type) {
        if (MAPPED.stream().anyMatch(type::isAnnotationPresent)) {
            classes.add(type);
        }
    }

    private void add(EntityPersister entity) {
        entity.getAttributeMappings().forEach(this::add);
    }

    private void add(AttributeMapping attribute) {
        attribute.forEachJdbcType((index, type) -> addConverter(type));
        if (attribute instanceof PluralAttributeMapping collection) {
            collection.getElementDescriptor().forEachJdbcType((index, type) -> addConverter(type));
            if (collection.getIndexDescriptor() != null) {
                collection.getIndexDescriptor().forEachJdbcType((index, type) -> addConverter(type));
            }
        }
    }

    /** Converters that apply by themselves are named nowhere else. */
    private void addConverter(JdbcMapping type) {
        if (type.getValueConverter() instanceof JpaAttributeConverter<?, ?> converter) {
            Class<?> converterClass = converter.getConverterBean().getBeanClass();
            if (converterClass.isAnnotationPresent(Converter.class)) {
                classes.add(converterClass);
            }
        }
    }
}
