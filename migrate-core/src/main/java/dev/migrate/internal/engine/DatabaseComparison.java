package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.diff.Renames;
import dev.migrate.diff.UnspecifiedAttributes;
import dev.migrate.error.ConnectionFailedException;
import dev.migrate.model.InitialRow;
import dev.migrate.model.Model;
import dev.migrate.model.ModelContext;
import dev.migrate.operation.Operation;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.DatabaseProviders;
import dev.migrate.provider.HistoryStore;
import dev.migrate.provider.Normalizer;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares a database with models. Immutable.
 *
 * @param dataSource the source of connections to the database
 * @param renderer the renderer of its server
 * @param versionTable the name of the version table, which is never compared, and neither is the journal
 * @param included which objects are compared
 */
public record DatabaseComparison(
        DataSource dataSource, SqlRenderer renderer, String versionTable, BiPredicate<ObjectKind, String> included) {

    /** The history tables of Flyway and Liquibase, by their default names in lower case. */
    private static final Set<String> OTHER_TOOLS =
            Set.of("databasechangelog", "databasechangeloglock", "flyway_schema_history");

    /** Returns the changes that lead from the database to the model. */
    public ComparedSchemas with(Model model, Renames renames) {
        return with(model, renames, UnaryOperator.identity());
    }

    /** Returns the changes that lead from the database, with a correction of what was read, to the model. */
    ComparedSchemas with(Model model, Renames renames, UnaryOperator<Schema> correction) {
        // The model may need its own connection, and a pool may have only one.
        ModelContext context = new ScratchModelContext(dataSource, renderer.server());
        Schema wanted = model.schema(context);
        List<InitialRow> rows = model.initialRows(context);
        DatabaseProvider provider = DatabaseProviders.forServer(renderer.server());
        try (Connection connection = dataSource.getConnection()) {
            Normalizer normalizer = provider.normalizer(connection);
            Schema actual = correction.apply(provider.schemaReader().read(connection));
            Schema filled = UnspecifiedAttributes.fill(
                    wanted, actual, model.unspecifiedAttributes(), renames, renderer::quote, model.ordersColumns());
            Schema normal = normalizer.normalize(filled, actual, renames.tables());
            DiffOptions options = DiffOptions.on(normalizer.defaults(), renderer)
                    .excluding(ObjectKind.TABLE, historyTables(provider, actual, wanted))
                    .including(included)
                    .renames(renames)
                    .insertions(missing(rows, new FilledTables(connection, renderer, actual, renames)));
            return new ComparedSchemas(actual, normal, options);
        } catch (SQLException e) {
            throw new ConnectionFailedException(
                    ConnectionFailedException.Reason.UNUSABLE,
                    "The connection to the database cannot be used: "
                            + DatabaseProviders.classify(e).text() + ". Nothing was changed.",
                    "Check that the server runs and that it can be reached.",
                    e);
        }
    }

    private List<Operation> missing(List<InitialRow> rows, FilledTables tables) throws SQLException {
        List<Operation> missing = new ArrayList<>();
        for (InitialRow row : rows) {
            if (included.test(ObjectKind.TABLE, row.table()) && !tables.contain(row.table())) {
                missing.add(row.insert());
            }
        }
        return missing;
    }

    /** The tables of this history, and those of other histories and tools unless the model contains them. */
    private String[] historyTables(DatabaseProvider provider, Schema actual, Schema wanted) {
        HistoryStore history = provider.historyStore(versionTable);
        Set<String> found = new TreeSet<>();
        Set<String> names = actual.tables().stream().map(Table::name).collect(Collectors.toSet());
        for (Table table : actual.tables()) {
            String journal = provider.historyStore(table.name()).journalTable();
            if (OTHER_TOOLS.contains(table.name().toLowerCase(Locale.ROOT))) {
                found.add(table.name());
            } else if (names.contains(journal) && isVersionTable(table)) {
                found.addAll(List.of(table.name(), journal));
            }
        }
        wanted.tables().forEach(table -> found.remove(table.name()));
        found.addAll(List.of(history.versionTable(), history.journalTable()));
        return found.toArray(String[]::new);
    }

    private static boolean isVersionTable(Table table) {
        return table.columns().size() == 1 && table.columns().get(0).name().equals("version_num");
    }
}
