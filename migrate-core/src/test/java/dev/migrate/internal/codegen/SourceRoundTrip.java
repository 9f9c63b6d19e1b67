package dev.migrate.internal.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.Change;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RevisionNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Operations → source → class → operations: the result equals the input. */
final class SourceRoundTrip {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 25);

    private SourceRoundTrip() {}

    static MigrationSpec draft(List<Change> up, Optional<List<Change>> down) {
        RevisionNode revision = new RevisionNode("a1b2c3d4e5f6", List.of(), List.of(), List.of(), "round trip");
        return new MigrationSpec("com.example.migrations", "M001_RoundTrip", revision, DATE, up, down);
    }

    static String source(List<Operation> up, List<Operation> down) {
        return MigrationSource.of(draft(changes(up), Optional.of(changes(down))), Template.standard());
    }

    static List<Change> changes(List<Operation> operations) {
        return operations.stream().map(Change::new).toList();
    }

    /** Unchanged in up, and reversed in down, so that every operation is in both. */
    static void check(List<Operation> operations) {
        List<Operation> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        String source = source(operations, reversed);
        // As from a file.
        String read = new String(source.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        CompiledSource compiled = CompiledSource.of("com.example.migrations.M001_RoundTrip", read);
        assertThat(compiled.up()).as(source).isEqualTo(operations);
        assertThat(compiled.down()).as(source).isEqualTo(reversed);
        assertThat(source(operations, reversed)).isEqualTo(source);
    }
}
