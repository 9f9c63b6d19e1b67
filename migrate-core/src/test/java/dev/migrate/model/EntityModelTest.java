package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.error.SchemaException;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.model.entities.Basics;
import dev.migrate.model.entities.Computed;
import dev.migrate.model.entities.Families;
import dev.migrate.model.entities.Keys;
import dev.migrate.model.entities.Newer;
import dev.migrate.model.entities.Relations;
import dev.migrate.operation.CreateTable;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyComponentPathImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The schema of entities is the one that Hibernate creates for them, on every server. */
class EntityModelTest {

    private static final ServerVersion MYSQL = DatabaseProviders.serverVersion("9.7.0");

    @DatabaseTest
    void supportsEveryBasicType(TestDatabase database) {
        checkAgainstHibernate(database, Basics.class, Map.of());
    }

    @DatabaseTest
    void supportsAssociations(TestDatabase database) {
        checkAgainstHibernate(database, Relations.class, Map.of());
    }

    @DatabaseTest
    void supportsInheritance(TestDatabase database) {
        checkAgainstHibernate(database, Families.class, Map.of());
    }

    @DatabaseTest
    void supportsIndexesChecksDefaultsAndColumnDefinitions(TestDatabase database) {
        checkAgainstHibernate(database, Keys.class, Map.of());
    }

    @DatabaseTest
    void supportsNewerAnnotations(TestDatabase database) {
        checkAgainstHibernate(database, Newer.class, Map.of());
    }

    @DatabaseTest
    void supportsExpressions(TestDatabase database) {
        List<Class<?>> entities = new ArrayList<>(entitiesIn(Computed.class));
        ServerVersion server = DatabaseProviders.serverVersion(database.server().version());
        if (!Capability.FUNCTIONAL_INDEX.isIn(server)) {
            entities.removeIf(entity -> entity.getSimpleName().equals("ExpressionIndex"));
        }
        if (!Capability.EXPRESSION_DEFAULT.isIn(server)) {
            SqlRenderer renderer = DatabaseProviders.renderer(server);
            Schema schema = modelOf(entities, Map.of()).schema(EntityComparison.context(server));
            assertThat(catchThrowable(() -> schema.tables().forEach(table -> renderer.render(new CreateTable(table)))))
                    .isInstanceOf(InvalidMigrationException.class);
            return;
        }
        checkAgainstHibernate(database, entities, Map.of());
    }

    @DatabaseTest
    void usesTheNamingStrategiesOfTheApplication(TestDatabase database) {
        Map<String, Object> settings = Map.of(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                "hibernate.implicit_naming_strategy",
                ImplicitNamingStrategyComponentPathImpl.class.getName(),
                "hibernate.globally_quoted_identifiers",
                true,
                "hibernate.globally_quoted_identifiers_skip_column_definitions",
                true);

        checkAgainstHibernate(database, Relations.class, settings);
    }

    @Test
    void findsEntitiesByPackageAndByClass() {
        Schema scanned = EntityModel.builder()
                .scan("dev.migrate.model.entities")
                .build()
                .schema(EntityComparison.context(MYSQL));
        List<Class<?>> all = Stream.of(
                        Basics.class, Computed.class, Families.class, Keys.class, Newer.class, Relations.class)
                .flatMap(holder -> entitiesIn(holder).stream())
                .toList();

        assertThat(scanned).isEqualTo(modelOf(all, Map.of()).schema(EntityComparison.context(MYSQL)));
        assertThat(scanned.tables()).hasSizeGreaterThan(all.size());
    }

    @Test
    void readsPrefixesOfColumns() {
        Table table = modelOf(List.of(Prefixed.class), Map.of())
                .schema(EntityComparison.context(MYSQL))
                .tables()
                .get(0);

        assertThat(table.indexes())
                .containsExactly(new IndexBuilder("by_prefix")
                        .part(KeyPart.column("text").length(20))
                        .build());
        assertThat(table.options().comment()).isEqualTo("it's prefixed");
    }

    @Entity
    @jakarta.persistence.Table(comment = "it's prefixed", indexes = @Index(name = "by_prefix", columnList = "text(20)"))
    static class Prefixed {
        @Id
        long id;

        @Nullable
        String text;
    }

    @Test
    void reportsTheEntitiesThatHibernateRejects() {
        assertThat(catchThrowable(
                        () -> modelOf(List.of(WithoutKey.class), Map.of()).schema(EntityComparison.context(MYSQL))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("WithoutKey")
                .hasMessageContaining("Nothing was changed.");
        assertThat(catchThrowable(() -> EntityModel.builder()
                        .scan("dev.migrate.nothing.here")
                        .build()
                        .schema(EntityComparison.context(MYSQL))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("dev.migrate.nothing.here");
    }

    @Entity
    static class WithoutKey {
        @Nullable
        String text;
    }

    @Test
    void reportsTheTableThatCannotBeRead() {
        assertThat(catchThrowable(
                        () -> modelOf(List.of(BadOptions.class), Map.of()).schema(EntityComparison.context(MYSQL))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("bad_options")
                .hasMessageContaining("SIDEWAYS");
    }

    @Entity
    @jakarta.persistence.Table(name = "bad_options", indexes = @Index(columnList = "text", options = "SIDEWAYS"))
    static class BadOptions {
        @Id
        long id;

        @Nullable
        String text;
    }

    private static Model modelOf(List<Class<?>> entities, Map<String, Object> settings) {
        return EntityModel.builder()
                .entities(entities.toArray(Class<?>[]::new))
                .settings(settings)
                .build();
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

        EntityComparison comparison = EntityComparison.of(database, modelOf(entities, settings));

        assertThat(comparison.wanted()).extracting(Table::name).containsExactlyElementsOf(names(comparison.found()));
        for (int i = 0; i < comparison.found().size(); i++) {
            assertThat(lines(comparison.wanted().get(i)))
                    .isEqualTo(lines(comparison.found().get(i)));
            assertThat(comparison.wanted().get(i)).isEqualTo(comparison.found().get(i));
        }
    }

    /** A line for each part, so that a failure shows the difference. */
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
