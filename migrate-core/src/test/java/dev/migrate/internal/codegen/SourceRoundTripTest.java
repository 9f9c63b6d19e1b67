package dev.migrate.internal.codegen;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.EveryOperationTest;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.RunCode;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Table;
import dev.migrate.testing.Property;
import dev.migrate.testing.RandomChanges;
import dev.migrate.testing.RandomSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generated sources yield the original operations. */
@Tag("slow")
@Tag("jdk")
class SourceRoundTripTest {

    private static final List<ServerVersion> SERVERS = List.of(
            DatabaseProviders.serverVersion("5.7.22"),
            DatabaseProviders.serverVersion("8.0.15"),
            DatabaseProviders.serverVersion("9.7.0"),
            DatabaseProviders.serverVersion("10.11.6-MariaDB"),
            DatabaseProviders.serverVersion("11.4.2-MariaDB"));

    @Test
    void everyOperationIsWritten() {
        SourceRoundTrip.check(EveryOperationTest.operations().stream()
                .filter(operation -> !(operation instanceof RunCode))
                .toList());
    }

    @Test
    void everyOperationIsWrittenAlone() {
        EveryOperationTest.operations().stream()
                .filter(operation -> !(operation instanceof RunCode))
                .forEach(operation -> SourceRoundTrip.check(List.of(operation)));
    }

    @Test
    void randomTablesAreWritten() {
        Property.of(SourceRoundTripTest::schema, RandomSchema::smaller).holds(100, schema -> {
            List<Operation> operations = new ArrayList<>();
            schema.tables().forEach(table -> operations.add(new CreateTable(table)));
            for (Table table : schema.tables()) {
                operations.add(new DropTable(table.name(), table));
            }
            SourceRoundTrip.check(operations);
        });
    }

    private static RandomSchema schema(Random random) {
        return RandomSchema.of(SERVERS.get(random.nextInt(SERVERS.size())), random);
    }

    @Test
    void randomChangesAreWritten() {
        Property.of(RandomChanges::of, changes -> Stream.<RandomChanges>empty())
                .holds(40, changes -> SourceRoundTrip.check(Operations.recordedBy(changes::record)));
    }
}
