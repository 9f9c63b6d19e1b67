package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.mappings.Values;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.Comment;
import org.junit.jupiter.api.Test;

/** Each annotation of JPA and Hibernate that affects the schema has a model in {@link EntityMappingsTest}. */
@SuppressWarnings("deprecation") // The deprecated annotations are tested as well.
class MappingAnnotationsTest {

    private static final Pattern DESCRIPTOR =
            Pattern.compile("L((?:org/hibernate/annotations|jakarta/persistence)/[\\w$]+);");

    /** Annotations of JPA for queries, caching, callbacks and injection: the tables are the same without them. */
    private static final String WITHOUT_EFFECT = """
            Cacheable EntityListeners ExcludeDefaultListeners ExcludeSuperclassListeners NamedEntityGraph
            NamedEntityGraphs NamedNativeQueries NamedNativeQuery NamedQueries NamedQuery
            NamedStoredProcedureQueries NamedStoredProcedureQuery PersistenceContext PersistenceContexts
            PersistenceUnit PersistenceUnits PostLoad PostPersist PostRemove PostUpdate PrePersist PreRemove
            PreUpdate SqlResultSetMapping SqlResultSetMappings
            """;

    /** The same for those of Hibernate. The names of repeated annotations end in an s. */
    private static final String WITHOUT_EFFECT_IN_HIBERNATE = """
            AnyDiscriminatorImplicitValues AttributeAccessor BatchSize Cache Cascade Changelog CollectionIdJavaClass
            CollectionIdMutability CollectionType CollectionTypeRegistration CollectionTypeRegistrations
            ColumnTransformers CompositeTypeRegistrations ConcreteProxy ConverterRegistrations DynamicInsert
            DynamicUpdate EmbeddableInstantiator EmbeddableInstantiatorRegistration
            EmbeddableInstantiatorRegistrations Fetch FetchProfile FetchProfileOverride FetchProfileOverrides
            FetchProfiles Filter FilterDef FilterDefs FilterJoinTable FilterJoinTables Filters HQLSelect Immutable
            Imported JavaTypeRegistrations JdbcTypeRegistrations LazyGroup MapKeyMutability Mutability
            NamedEntityGraph NamedEntityGraphs NamedNativeQueries NamedNativeQuery NamedQueries NamedQuery
            NaturalIdCache OptimisticLock OptimisticLocking QueryCacheLayout RowId SQLDelete SQLDeleteAll SQLDeletes
            SQLInsert SQLInserts SQLJoinTableRestriction SQLOrder SQLRestriction SQLSelect SQLUpdate SQLUpdates
            SecondaryRow SecondaryRows SortComparator SortNatural TypeRegistrations
            """;

    /**
     * Views are not read, and neither are the periods of a table with {@code @Temporal} on MariaDB, as docs/models.md
     * says. The others have no model yet.
     */
    private static final Set<String> WITHOUT_MODEL = Set.of(
            "org.hibernate.annotations.View",
            "org.hibernate.annotations.Temporal",
            "org.hibernate.annotations.Audited",
            "org.hibernate.annotations.MapKeyCompositeType");

    @Test
    void eachAnnotationHasAModelOrNoEffect() throws IOException, URISyntaxException {
        Set<String> others = new TreeSet<>(WITHOUT_MODEL);
        others.addAll(names("jakarta.persistence.", WITHOUT_EFFECT));
        others.addAll(names("org.hibernate.annotations.", WITHOUT_EFFECT_IN_HIBERNATE));
        Set<String> missing = annotations();
        assertThat(missing).containsAll(others);
        assertThat(used()).doesNotContainAnyElementsOf(others);

        missing.removeAll(others);
        missing.removeAll(used());
        assertThat(missing).isEmpty();
    }

    private static List<String> names(String prefix, String text) {
        return Arrays.stream(text.strip().split("\\s+")).map(prefix::concat).toList();
    }

    /** The annotations of classes, fields, methods and packages; others only occur within annotations. */
    private static Set<String> annotations() throws IOException, URISyntaxException {
        Set<String> names = new TreeSet<>();
        for (Class<?> one : List.of(Entity.class, Comment.class)) {
            String folder = one.getPackageName().replace('.', '/') + "/";
            Path place = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (JarFile jar = new JarFile(place.toFile())) {
                jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                        .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                        .filter(name -> !name.contains("$"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'))
                        .filter(MappingAnnotationsTest::isAnnotation)
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isAnnotation(String name) {
        try {
            Class<?> type = Class.forName(name, false, MappingAnnotationsTest.class.getClassLoader());
            Target target = type.getAnnotation(Target.class);
            return type.isAnnotation()
                    && (target == null || Arrays.stream(target.value()).anyMatch(MappingAnnotationsTest::isOfMappings));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfMappings(ElementType type) {
        return type == ElementType.TYPE || type == ElementType.FIELD || type == ElementType.METHOD;
    }

    /** The annotations in the class files of the models. */
    private static Set<String> used() throws IOException, URISyntaxException {
        Set<String> names = new TreeSet<>();
        Path folder = Path.of(Values.class.getResource("Values.class").toURI()).getParent();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher found = DESCRIPTOR.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (found.find()) {
                    names.add(found.group(1).replace('/', '.'));
                }
            }
        }
        return names;
    }
}
