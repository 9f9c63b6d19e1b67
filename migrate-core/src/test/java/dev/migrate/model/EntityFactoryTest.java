package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.IntegerType;
import dev.migrate.schema.Table;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entities and settings come from the application's entity manager factory. */
class EntityFactoryTest {

    private static final ServerVersion MYSQL = DatabaseProviders.serverVersion("8.0.36");

    @Test
    void takesEntitiesConvertersAndNamingStrategiesFromTheFactory() {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySettings(EntitySettings.of(MYSQL))
                .applySettings(EntitySettings.withoutResources())
                .applySetting(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                .build();
        try (SessionFactory factory = new MetadataSources(registry)
                .addAnnotatedClass(BigHouse.class)
                .addAnnotatedClass(LevelConverter.class)
                .buildMetadata()
                .buildSessionFactory()) {
            EntityModel model = EntityModel.from(factory);

            Set<Table> tables =
                    Set.copyOf(model.schema(EntityComparison.context(MYSQL)).tables());

            assertThat(tables).extracting(Table::name).containsExactlyInAnyOrder("big_house", "big_house_all_levels");
            assertThat(tables).allSatisfy(table -> assertThat(levelOf(table)).isInstanceOf(IntegerType.class));
            assertThat(factory.isOpen()).isTrue();
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    private static Object levelOf(Table table) {
        return table.columns().stream()
                .filter(column ->
                        column.name().endsWith("level") || column.name().endsWith("levels"))
                .map(Column::type)
                .findFirst()
                .orElseThrow();
    }

    @Entity(name = "BigHouse")
    static class BigHouse {
        @Id
        long id;

        @Nullable
        Attic attic;

        @ElementCollection
        @Nullable
        Set<Level> allLevels;
    }

    @Embeddable
    static class Attic {
        @Nullable
        Level topLevel;
    }

    record Level(int number) {}

    @Converter(autoApply = true)
    static class LevelConverter implements AttributeConverter<Level, Integer> {
        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable Level level) {
            return level == null ? null : level.number();
        }

        @Override
        public @Nullable Level convertToEntityAttribute(@Nullable Integer number) {
            return number == null ? null : new Level(number);
        }
    }

    @Test
    void ignoresSettingsOfResources() {
        Map<String, Object> relevant = EntitySettings.relevant(Map.of(
                "hibernate.connection.url", "jdbc:mysql://localhost/shop",
                "hibernate.hbm2ddl.auto", "create-drop",
                "hibernate.cache.region.factory_class", "jcache",
                "jakarta.persistence.jdbc.password", "secret",
                "java.version", "17",
                "hibernate.dialect.storage_engine", "innodb",
                "jakarta.persistence.validation.mode", "none"));

        assertThat(relevant)
                .containsOnlyKeys("hibernate.dialect.storage_engine", "jakarta.persistence.validation.mode");
    }

    @Test
    void namesAVersionThatIsNotSupported() {
        new HibernateVersion("6.6.0.Final").requireSupported();
        new HibernateVersion("7.4.13.Final").requireSupported();
        new HibernateVersion("[WORKING]").requireSupported();

        assertThatThrownBy(() -> new HibernateVersion("6.5.3.Final").requireSupported())
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("Entities cannot be read with Hibernate 6.5.3.Final, only with 6.6 and 7.")
                .hasMessageContaining("Use a version that is listed in docs/models.md.");
        assertThat(new HibernateVersion("8.0.0.Final").unsupported(new NoSuchMethodError("org.hibernate.X.y()")))
                .hasMessageContaining("Hibernate 8.0.0.Final, only with 6.6 and 7: org.hibernate.X.y().");
    }
}
