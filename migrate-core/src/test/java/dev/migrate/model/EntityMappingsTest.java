package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.model.mappings.Advanced;
import dev.migrate.model.mappings.Associations;
import dev.migrate.model.mappings.Collections;
import dev.migrate.model.mappings.Components;
import dev.migrate.model.mappings.Constraints;
import dev.migrate.model.mappings.Definitions;
import dev.migrate.model.mappings.Enums;
import dev.migrate.model.mappings.GeneratedValues;
import dev.migrate.model.mappings.HibernateTypes;
import dev.migrate.model.mappings.Hierarchies;
import dev.migrate.model.mappings.Identifiers;
import dev.migrate.model.mappings.Newer;
import dev.migrate.model.mappings.Values;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * The schema of entities is the one that Hibernate creates for them, annotation by annotation: the model does not differ
 * from Hibernate's tables, and the migration that is generated for it creates the same tables, byte by byte.
 */
class EntityMappingsTest {

    @DatabaseTest(oneOfEachProduct = true)
    void basicValues(TestDatabase database) {
        check(database, Values.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void embeddablesAndSecondaryTables(TestDatabase database) {
        check(database, Components.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void columnDefinitions(TestDatabase database) {
        check(database, Definitions.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void enums(TestDatabase database) {
        check(database, Enums.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void typesOfHibernate(TestDatabase database) {
        check(database, HibernateTypes.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void identifiersAndGenerators(TestDatabase database) {
        check(database, Identifiers.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void associations(TestDatabase database) {
        check(database, Associations.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void collections(TestDatabase database) {
        check(database, Collections.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void inheritance(TestDatabase database) {
        check(database, Hierarchies.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void constraintsAndComments(TestDatabase database) {
        check(database, Constraints.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void generatedValues(TestDatabase database) {
        check(database, GeneratedValues.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void seldomUsedAnnotations(TestDatabase database) {
        check(database, Advanced.class);
    }

    @DatabaseTest(oneOfEachProduct = true)
    void annotationsOfHibernate7(TestDatabase database) {
        check(database, Newer.class);
    }

    /** The message of each mapping that fails, because their stack traces are the same. */
    private static void check(TestDatabase database, Class<?> topic) {
        List<String> failures = new ArrayList<>();
        for (EntityMapping mapping : EntityMapping.in(topic)) {
            try {
                check(database, mapping);
            } catch (RuntimeException | AssertionError e) {
                failures.add(mapping.name() + ": " + e.getMessage());
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void check(TestDatabase database, EntityMapping mapping) {
        try (EntityMappingRun run = new EntityMappingRun(database, mapping)) {
            if (mapping.isRejected(database)) {
                assertThatThrownBy(run::createByHibernate).isInstanceOf(RuntimeException.class);
                return;
            }
            run.createByHibernate();
            String expected = run.tables();
            assertThat(run.differences())
                    .as("differences from Hibernate's tables")
                    .isEmpty();
            run.clear();
            run.upgrade();
            assertThat(run.tables()).as("generated tables").isEqualTo(expected);
            assertThat(run.differences()).as("differences afterwards").isEmpty();
        }
    }
}
