package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.sql.SqlText;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads views, triggers, routines and events. Each is read with its own SHOW CREATE, because {@code information_schema}
 * includes the database name in views, and on MySQL loses quotes inside of strings ({@code 'it''s'} comes as
 * {@code 'it's'}).
 */
final class StoredObjects {

    private final IntrospectionSession session;
    private final CreationContext defaults;

    StoredObjects(IntrospectionSession session) throws SQLException {
        this.session = session;
        List<String> settings = texts("SELECT @@SESSION.character_set_client, @@SESSION.collation_connection", 2);
        defaults = new CreationContext(session.sqlMode(), settings.get(0), settings.get(1));
    }

    List<View> views(List<String> names) throws SQLException {
        List<View> views = new ArrayList<>();
        for (String name : names) {
            List<String> row = texts("SHOW CREATE VIEW " + session.name(name), 4);
            views.add(ViewText.read(name, row.get(1), context(null, row.get(2), row.get(3))));
        }
        return views;
    }

    List<Trigger> triggers(CatalogQueries queries) throws SQLException {
        List<TriggerRow> rows = new ArrayList<>();
        session.each(
                queries.triggers(),
                row -> rows.add(new TriggerRow(row.text(1), row.text(2), row.text(3), row.text(4), row.number(5))));
        rows.sort(Comparator.comparingInt(TriggerRow::order));
        List<Trigger> triggers = new ArrayList<>();
        for (TriggerRow row : rows) {
            List<String> shown = texts("SHOW CREATE TRIGGER " + session.name(row.name), 5);
            triggers.add(new Trigger(
                    row.name,
                    row.table,
                    Trigger.Timing.valueOf(row.timing),
                    Trigger.Event.valueOf(row.event),
                    SqlText.behind(shown.get(2), "FOR", "EACH", "ROW"),
                    context(shown.get(1), shown.get(3), shown.get(4))));
        }
        return triggers;
    }

    List<Routine> routines(CatalogQueries queries) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        session.each(queries.routines(), row -> rows.add(List.of(row.text(1), row.text(2))));
        List<Routine> routines = new ArrayList<>();
        for (List<String> row : rows) {
            String name = row.get(0);
            String kind = row.get(1);
            List<String> shown = texts("SHOW CREATE " + kind + " " + session.name(name), 5);
            routines.add(new Routine(
                    Routine.Kind.valueOf(kind),
                    name,
                    SqlText.behindName(shown.get(2), kind),
                    context(shown.get(1), shown.get(3), shown.get(4))));
        }
        return routines;
    }

    List<ScheduledEvent> events(CatalogQueries queries) throws SQLException {
        List<String> names = new ArrayList<>();
        session.each(queries.events(), row -> names.add(row.text(1)));
        List<ScheduledEvent> events = new ArrayList<>();
        for (String name : names) {
            List<String> shown = texts("SHOW CREATE EVENT " + session.name(name), 6);
            events.add(new ScheduledEvent(
                    name,
                    SqlText.behindName(shown.get(3), "EVENT"),
                    context(shown.get(1), shown.get(4), shown.get(5))));
        }
        return events;
    }

    /** Omits settings that the session of a migration has by default. */
    private CreationContext context(@Nullable String sqlMode, String charset, String collation) {
        boolean isDefaultMode = sqlMode == null || modes(sqlMode).equals(modes(defaults.sqlMode()));
        boolean isDefaultCollation = collation.equals(defaults.collation()) && charset.equals(defaults.charset());
        return new CreationContext(
                isDefaultMode ? null : sqlMode,
                isDefaultCollation ? null : charset,
                isDefaultCollation ? null : collation);
    }

    private static Set<String> modes(@Nullable String sqlMode) {
        return sqlMode == null
                ? Set.of()
                : new HashSet<>(List.of(sqlMode.toUpperCase(Locale.ROOT).split(",", -1)));
    }

    private List<String> texts(String query, int columns) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (byte[] value : session.row(query, columns)) {
            if (value == null) {
                throw new SQLException("The user is not allowed to see the definition that " + query + " returns.");
            }
            texts.add(new String(value, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private record TriggerRow(String name, String table, String timing, String event, int order) {}
}
