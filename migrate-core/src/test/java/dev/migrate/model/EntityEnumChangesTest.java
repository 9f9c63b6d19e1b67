package dev.migrate.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.mappings.Shirts;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every change from one mapping of an enum to another: the generated changes run, nothing differs afterwards, and the
 * table accepts each constant of the new mapping.
 */
class EntityEnumChangesTest {

    private static final List<String> CONSTANTS = List.of("RED", "GREEN", "BLUE", "WHITE");

    @DatabaseTest(oneOfEachProduct = true)
    void eachMappingChangesIntoEachOther(TestDatabase database) {
        List<String> failures = new ArrayList<>();
        for (EntityMapping from : EntityMapping.in(Shirts.class)) {
            for (EntityMapping to : EntityMapping.in(Shirts.class)) {
                try {
                    check(database, from, to);
                } catch (RuntimeException | AssertionError e) {
                    failures.add(from.name() + " to " + to.name() + ": " + e.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static void check(TestDatabase database, EntityMapping from, EntityMapping to) {
        try (EntityMappingRun before = new EntityMappingRun(database, from);
                EntityMappingRun after = new EntityMappingRun(database, to)) {
            before.createByHibernate();
            after.upgrade();
            assertThat(after.differences()).isEmpty();
            database.execute(inserts(to).toArray(String[]::new));
        }
    }

    private static List<String> inserts(EntityMapping mapping) {
        List<String> constants = CONSTANTS.subList(0, mapping.name().startsWith("More") ? 4 : 3);
        boolean isNumber =
                mapping.name().endsWith("Ordinals") && !mapping.name().startsWith("Native");
        return IntStream.range(0, mapping.name().startsWith("Fewer") ? 1 : constants.size())
                .mapToObj(i -> "INSERT INTO shirt (id, color) VALUES (" + i + ", "
                        + (isNumber ? String.valueOf(i) : "'" + constants.get(i) + "'") + ")")
                .toList();
    }
}
