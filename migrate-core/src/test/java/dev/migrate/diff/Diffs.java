package dev.migrate.diff;

import dev.migrate.internal.mysql.canonical.MySqlDefaults;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compares schemas without a server. */
final class Diffs {

    static final DiffOptions OPTIONS = DiffOptions.on(
            new MySqlDefaults(
                    "InnoDB",
                    "utf8mb4_general_ci",
                    Map.of("utf8mb4", "utf8mb4_general_ci", "latin1", "latin1_swedish_ci")),
            DatabaseProviders.renderer("8.0.36"));

    private Diffs() {}

    static Table table(String name, Consumer<TableBuilder> definition) {
        TableBuilder table = new TableBuilder(name);
        definition.accept(table);
        return table.build();
    }

    static Schema schema(Table... tables) {
        return new Schema(Encoding.INHERITED, List.of(tables), List.of(), List.of(), List.of(), List.of());
    }

    static SchemaDiff diff(Schema from, Schema to) {
        return SchemaDiff.between(from, to, OPTIONS);
    }

    static SchemaDiff diff(Table from, Table to) {
        return diff(schema(from), schema(to));
    }

    static List<String> descriptions(SchemaDiff diff) {
        return diff.changes().stream()
                .map(change -> change.operation().description())
                .toList();
    }

    static List<String> notes(SchemaDiff diff) {
        return diff.changes().stream()
                .flatMap(change -> change.notes().stream())
                .toList();
    }
}
