package dev.migrate.internal.engine;

import dev.migrate.diff.DiffOptions;
import dev.migrate.provider.DatabaseProvider;
import dev.migrate.provider.HistoryStore;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects of a database that belong to another history or another tool: their history tables, and what the statements in
 * the journals of the other histories have created. An object of the model belongs to this history. Immutable.
 *
 * @param provider the provider of the server
 * @param own this history
 * @param actual the schema of the database
 * @param wanted the model
 */
record ForeignObjects(DatabaseProvider provider, HistoryStore own, Schema actual, Schema wanted) {

    /** The history tables of Alembic, Flyway and Liquibase, by their default names in lower case. */
    private static final Set<String> OTHER_TOOLS =
            Set.of("alembic_version", "databasechangelog", "databasechangeloglock", "flyway_schema_history");

    /** Excludes these objects, and the tables of this history, from a comparison. */
    DiffOptions excludedFrom(DiffOptions options, Connection connection) throws SQLException {
        DiffOptions rest = excluding(options, ObjectKind.TABLE, historyTables());
        for (HistoryStore history : otherHistories()) {
            for (Map.Entry<ObjectKind, Set<String>> created :
                    history.createdObjects(connection).entrySet()) {
                // A server may have stored the names in lower case.
                Set<String> names = names(created.getKey(), actual)
                        .filter(created.getValue()::contains)
                        .collect(Collectors.toSet());
                rest = excluding(rest, created.getKey(), names);
            }
        }
        return rest.excluding(ObjectKind.TABLE, own.versionTable(), own.journalTable());
    }

    private DiffOptions excluding(DiffOptions options, ObjectKind kind, Set<String> foreign) {
        Set<String> names = new TreeSet<>(foreign);
        names(kind, wanted).forEach(names::remove);
        return options.excluding(kind, names.toArray(String[]::new));
    }

    private Set<String> historyTables() {
        Set<String> tables = names(ObjectKind.TABLE, actual)
                .filter(name -> OTHER_TOOLS.contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
        otherHistories().forEach(history -> tables.addAll(List.of(history.versionTable(), history.journalTable())));
        return tables;
    }

    private List<HistoryStore> otherHistories() {
        return actual.tables().stream()
                .filter(table -> !table.name().equalsIgnoreCase(own.versionTable()))
                .filter(ForeignObjects::isVersionTable)
                .map(table -> provider.historyStore(table.name()))
                .filter(history -> actual.table(history.journalTable()).isPresent())
                .toList();
    }

    private static boolean isVersionTable(Table table) {
        return table.columns().size() == 1 && table.columns().get(0).name().equals("version_num");
    }

    private static Stream<String> names(ObjectKind kind, Schema schema) {
        return switch (kind) {
            case TABLE -> schema.tables().stream().map(Table::name);
            case VIEW -> schema.views().stream().map(View::name);
            case TRIGGER -> schema.triggers().stream().map(Trigger::name);
            case ROUTINE -> schema.routines().stream().map(Routine::name);
            case EVENT -> schema.events().stream().map(ScheduledEvent::name);
            case SEQUENCE -> schema.sequences().stream().map(Sequence::name);
        };
    }
}
