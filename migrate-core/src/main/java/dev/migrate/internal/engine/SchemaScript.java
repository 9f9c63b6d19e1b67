package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.ScratchDatabase;
import dev.migrate.provider.ScriptDialect;
import dev.migrate.provider.ScriptFrame;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Writes a schema as a script that creates it. Equal schemas have equal scripts on all servers of a product, as far as they
 * show their definitions in the same way. Immutable.
 *
 * @param database the migrated database, whose version table is left out
 * @param renderer the renderer of its server
 * @param included the objects to write
 */
record SchemaScript(Database database, SqlRenderer renderer, BiPredicate<ObjectKind, String> included) {

    /** Reads the schema of a scratch database and writes it. */
    String of(ScratchDatabase scratch) throws SQLException {
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        String versionTable = database.versionTable();
        try (Connection connection = scratch.dataSource().getConnection()) {
            Schema schema = scratch.specifiedIn(provider.schemaReader().readModel(connection));
            Schema empty = new Schema(
                    schema.encoding(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
            DiffOptions options = DiffOptions.on(provider.normalizer(connection).defaults(), renderer)
                    .excluding(
                            ObjectKind.TABLE,
                            versionTable,
                            provider.historyStore(versionTable).journalTable())
                    .including(included);
            return text(SchemaDiff.between(empty, schema, options), provider);
        }
    }

    private String text(SchemaDiff creation, DatabaseProvider provider) {
        ScriptDialect dialect = provider.scriptDialect(renderer.server());
        RunOptions runs = database.options();
        ScriptFrame frame = provider.scriptFrame(
                renderer.server(), database.versionTable(), runs.lockTimeout(), runs.tableTimeout());
        StringBuilder text = new StringBuilder("-- The schema after all migrations, on ")
                .append(renderer.server().product())
                .append(".\n-- Written by: migrate verify --schema-file FILE --write\n");
        creation.notices()
                .forEach(notice -> text.append("-- Not included: ")
                        .append(notice.replaceAll("[\\p{Cntrl}\\s]+", " "))
                        .append('\n'));
        creation.changes().stream()
                .flatMap(change -> renderer.render(change.operation()).stream())
                .forEach(statement -> {
                    text.append('\n');
                    statements(statement, frame)
                            .forEach(sql -> text.append(dialect.clientText(sql)).append('\n'));
                });
        return text.toString();
    }

    private static List<String> statements(PlannedStatement statement, ScriptFrame frame) {
        return statement.sessionUse().has(Trait.NEEDS_EXPLICIT_DEFAULTS)
                ? frame.withExplicitDefaults(statement.text())
                : List.of(statement.text());
    }
}
