package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The views, triggers, routines and events of a database, as far as the user may see them. They are read with one query for
 * each kind, and the definitions of those that contain a name with one query each. Not thread-safe.
 */
final class DependentObjects {

    private static final List<String> CATALOGS = List.of(
            "SELECT 'VIEW', table_name, NULL, view_definition FROM information_schema.views WHERE table_schema = ",
            "SELECT 'TRIGGER', trigger_name, event_object_table, action_statement FROM information_schema.triggers"
                    + " WHERE trigger_schema = ",
            "SELECT routine_type, routine_name, NULL, routine_definition FROM information_schema.routines"
                    + " WHERE routine_type IN ('PROCEDURE', 'FUNCTION') AND routine_schema = ",
            "SELECT 'EVENT', event_name, NULL, event_definition FROM information_schema.events WHERE event_schema = ");

    private final Connection connection;
    private final String database;
    private final SqlSyntax syntax;
    private final List<Entry> entries;
    private final Map<Entry, Optional<DependentObject>> read = new HashMap<>();

    private DependentObjects(Connection connection, String database, SqlSyntax syntax, List<Entry> entries) {
        this.connection = connection;
        this.database = database;
        this.syntax = syntax;
        this.entries = entries;
    }

    /** An object in the catalog. Its definition in the catalog loses quotes inside of strings on MySQL. */
    private record Entry(String kind, String name, @Nullable String ofTable, String definition) {}

    /** Reads what there is. */
    static DependentObjects read(Connection connection, String database, SqlSyntax syntax) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (String catalog : CATALOGS) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(catalog + Quoting.text(database) + " ORDER BY 2")) {
                while (rows.next()) {
                    String definition = rows.getString(4);
                    if (definition != null) {
                        entries.add(new Entry(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                OriginalTables.key(definition)));
                    }
                }
            }
        }
        return new DependentObjects(connection, database, syntax, entries);
    }

    /** Returns the objects whose definition contains a name. */
    List<DependentObject> containing(String name) {
        List<DependentObject> objects = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.definition().contains(OriginalTables.key(name))) {
                read.computeIfAbsent(entry, this::read).ifPresent(objects::add);
            }
        }
        return objects;
    }

    /** Empty if the user may not read the definition. */
    private Optional<DependentObject> read(Entry entry) {
        int column = switch (entry.kind()) {
            case DependentObject.VIEW -> 2;
            case "EVENT" -> 4;
            default -> 3;
        };
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW CREATE " + entry.kind() + " " + Quoting.name(database)
                        + "." + Quoting.name(entry.name()))) {
            String sql = shown.next() ? shown.getString(column) : null;
            return Optional.ofNullable(sql)
                    .map(text ->
                            DependentObject.of(entry.kind(), entry.name(), entry.ofTable(), text, database, syntax));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
