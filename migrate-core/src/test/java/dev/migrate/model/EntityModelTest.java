package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.entities.Basics;
import dev.migrate.model.entities.Families;
import dev.migrate.model.entities.Keys;
import dev.migrate.model.entities.Newer;
import dev.migrate.model.entities.Relations;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What entities want is what Hibernate creates for them, on every server. */
class EntityModelTest {

    @DatabaseTest
    void understandsEveryBasicType(TestDatabase database) {
        checkAgainstHibernate(database, Basics.class, Map.of());
    }

    @DatabaseTest
    void understandsTablesOfRelationsAndTheirKeys(TestDatabase database) {
        checkAgainstHibernate(database, Relations.class, Map.of());
    }

    @DatabaseTest
    void understandsClassesThatInherit(TestDatabase database) {
        checkAgainstHibernate(database, Families.class, Map.of());
    }

    @DatabaseTest
    void understandsIndexesChecksDefaultsAndDefinitionsInSql(TestDatabase database) {
        checkAgainstHibernate(database, Keys.class, Map.of());
    }

    @DatabaseTest
    void understandsTheOptionsOfNewerAnnotations(TestDatabase database) {
        checkAgainstHibernate(database, Newer.class, Map.of());
    }

    private static void checkAgainstHibernate(TestDatabase database, Class<?> entities, Map<String, Object> settings) {
        checkAgainstHibernate(database, entitiesIn(entities), settings);
    }

    private static List<Class<?>> entitiesIn(Class<?> holder) {
        return Arrays.stream(holder.getDeclaredClasses())
                .filter(type -> type.isAnnotationPresent(Entity.class))
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }

    private static void checkAgainstHibernate(
            TestDatabase database, List<Class<?>> entities, Map<String, Object> settings) {
        HibernateExport.create(database, entities, settings);
        Model model = EntityModel.builder()
                .entities(entities.toArray(Class<?>[]::new))
                .settings(settings)
                .build();

        Comparison comparison = Comparison.of(database, model);

        assertThat(comparison.wanted()).extracting(Table::name).containsExactlyElementsOf(names(comparison.found()));
        for (int i = 0; i < comparison.found().size(); i++) {
            assertThat(lines(comparison.wanted().get(i)))
                    .isEqualTo(lines(comparison.found().get(i)));
            assertThat(comparison.wanted().get(i)).isEqualTo(comparison.found().get(i));
        }
    }

    /** A line for each part, so that a failure shows what differs. */
    private static String lines(Table table) {
        return Stream.of(
                        List.of(
                                table.name(),
                                table.primaryKey(),
                                table.options(),
                                String.valueOf(table.partitioning())),
                        table.columns(),
                        sorted(table.indexes()),
                        sorted(table.foreignKeys()),
                        sorted(table.checks()))
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> sorted(List<?> parts) {
        return parts.stream().map(String::valueOf).sorted().toList();
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }
}
