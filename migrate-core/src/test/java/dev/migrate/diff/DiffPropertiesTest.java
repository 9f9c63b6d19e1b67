package dev.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.schema.Schema;
import dev.migrate.testing.DatabaseTest;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomDifference;
import dev.migrate.testing.RandomSchema;
import dev.migrate.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * The changes lead from any schema to any other, their inverses restore the first one, and a schema has no difference
 * to itself.
 */
@Tag("slow")
class DiffPropertiesTest {

    /** For each server; see {@link Property} for how to try more. */
    private static final int CASES = 15;

    @DatabaseTest
    void aSchemaDoesNotDifferFromItsDatabase(TestDatabase database) throws SQLException {
        try (TestSchema live = new TestSchema(database)) {
            Property.of(random -> RandomSchema.of(live.renderer().server(), random), RandomSchema::smaller)
                    .holds(CASES, schema -> {
                        try {
                            create(live, schema);
                            assertThat(changes(live, schema)).isEmpty();
                        } finally {
                            live.clear();
                        }
                    });
        }
    }

    @DatabaseTest
    void changesAndTheirInversesAreExact(TestDatabase database) throws SQLException {
        try (TestSchema live = new TestSchema(database)) {
            Property.of(random -> RandomDifference.of(live.renderer().server(), random), RandomDifference::smaller)
                    .holds(CASES, difference -> {
                        try {
                            roundTrip(live, difference);
                        } finally {
                            live.clear();
                        }
                    });
        }
    }

    private static void roundTrip(TestSchema live, RandomDifference difference) {
        create(live, difference.from());
        Schema before = live.read();
        List<Operation> there = changes(live, difference.to());
        live.run(there);
        assertThat(changes(live, difference.to())).as("after\n%s", lines(there)).isEmpty();
        if (there.stream().anyMatch(ExecuteSql.class::isInstance)) {
            return;
        }
        List<Operation> back = Operations.inverseOf(there);
        live.run(back);
        assertThat(changes(live, difference.from()))
                .as("there\n%s\nand back\n%s", lines(there), lines(back))
                .isEmpty();
        assertThat(live.read()).isEqualTo(before);
    }

    private static String lines(List<Operation> operations) {
        return String.join("\n", operations.stream().map(Operation::toString).toList());
    }

    private static void create(TestSchema live, RandomSchema schema) {
        live.run(schema.tables().stream().<Operation>map(CreateTable::new).toList());
    }

    private static List<Operation> changes(TestSchema live, RandomSchema wanted) {
        return live.diff(TestSchema.schema(wanted.tables())).changes().stream()
                .map(Change::operation)
                .toList();
    }
}
