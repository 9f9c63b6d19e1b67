package dev.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Table;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomDifference;
import dev.migrate.testing.RandomSchema;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The operations of a diff, applied to the first schema, yield the second one, and their inverses restore the first.
 * {@link DiffPropertiesTest} checks the same on real servers; here, many more cases are possible.
 */
class DiffOperationsTest {

    private static ServerVersion server(String name) {
        return MySqlVersions.named(name).orElseThrow();
    }

    private static Map<String, Table> tables(List<Table> tables) {
        return migrated(tables).tables();
    }

    private static MigratedSchema migrated(List<Table> tables) {
        return new MigratedSchema(tables, Diffs.OPTIONS.defaults());
    }

    private static List<Operation> operations(RandomSchema from, RandomSchema to) {
        return Diffs.diff(
                        Diffs.schema(from.tables().toArray(Table[]::new)),
                        Diffs.schema(to.tables().toArray(Table[]::new)))
                .changes()
                .stream()
                .map(Change::operation)
                .toList();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"mysql-8.0.36", "mariadb-10.11.2"})
    void operationsAndTheirInversesAreExact(String name) {
        ServerVersion server = server(name);
        Property.<RandomDifference>of((Random random) -> RandomDifference.of(server, random), RandomDifference::smaller)
                .holds(2_000, difference -> {
                    MigratedSchema schema = migrated(difference.from().tables());
                    List<Operation> there = operations(difference.from(), difference.to());
                    schema.run(there);
                    assertThat(schema.tables())
                            .as("after %s", there)
                            .isEqualTo(tables(difference.to().tables()));
                    if (there.stream().noneMatch(ExecuteSql.class::isInstance)) {
                        List<Operation> back = Operations.inverseOf(there);
                        schema.run(back);
                        assertThat(schema.tables())
                                .as("after %s and back by %s", there, back)
                                .isEqualTo(tables(difference.from().tables()));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql-8.0.36", "mariadb-10.11.2"})
    void aSchemaDoesNotDifferFromItself(String name) {
        ServerVersion server = server(name);
        Property.<RandomSchema>of((Random random) -> RandomSchema.of(server, random), RandomSchema::smaller)
                .holds(500, schema -> assertThat(operations(schema, schema)).isEmpty());
    }
}
