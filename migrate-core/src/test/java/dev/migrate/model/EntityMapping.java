package dev.migrate.model;

import dev.migrate.model.mappings.Rejected;
import dev.migrate.model.mappings.Since;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.jspecify.annotations.Nullable;

/**
 * A small model: one entity, or the entities in a class.
 *
 * @param holder the entity, or the class that contains the entities
 */
record EntityMapping(Class<?> holder) {

    private static final List<Class<? extends Annotation>> MAPPED =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    /** The models of a topic that the version of Hibernate on the class path supports. */
    static List<EntityMapping> in(Class<?> topic) {
        return Arrays.stream(topic.getDeclaredClasses())
                .map(EntityMapping::new)
                .filter(mapping -> mapping.classes().stream().anyMatch(type -> type.isAnnotationPresent(Entity.class)))
                .filter(mapping -> isSupported(topic) && isSupported(mapping.holder))
                .sorted(Comparator.comparing(EntityMapping::name))
                .toList();
    }

    private static boolean isSupported(Class<?> type) {
        Since since = type.getAnnotation(Since.class);
        return since == null || hibernate().compareTo(since.value()) >= 0;
    }

    /** The major and minor version of Hibernate, for instance {@code 7.4}. */
    static String hibernate() {
        String text = Version.getVersionString();
        return text.substring(0, text.indexOf('.', text.indexOf('.') + 1));
    }

    String name() {
        return holder.getSimpleName();
    }

    /** The class itself and those within it that Hibernate must be given. */
    List<Class<?>> classes() {
        List<Class<?>> classes = new ArrayList<>();
        Stream.of(Stream.of(holder), declared(holder), declared(holder.getSuperclass()))
                .flatMap(each -> each)
                .filter(type -> MAPPED.stream().anyMatch(type::isAnnotationPresent))
                .forEach(classes::add);
        return classes;
    }

    private static Stream<Class<?>> declared(@Nullable Class<?> type) {
        Class<?>[] declared = type == null ? new Class<?>[0] : type.getDeclaredClasses();
        return Arrays.stream(declared).sorted(Comparator.comparing(Class::getName));
    }

    /** Whether Hibernate's own schema creation fails: for instance because the server rejects its DDL. */
    boolean isRejected(TestDatabase database) {
        String server = (database.server().isMariaDb() ? "MariaDB " : "MySQL ")
                + database.server().version();
        return Arrays.stream(holder.getAnnotationsByType(Rejected.class))
                .anyMatch(each -> server.matches(each.server()) && hibernate().matches(each.hibernate()));
    }
}
