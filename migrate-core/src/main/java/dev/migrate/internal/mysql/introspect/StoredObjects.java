package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.parse.SequenceText;
import dev.migrate.internal.mysql.sql.OwnDatabase;
import dev.migrate.internal.mysql.sql.ServerCharsets;
import dev.migrate.internal.mysql.sql.SqlText;
import dev.migrate.schema.CreationContext;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Routine;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Sequence;
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
 * Reads views, triggers, routines, events and sequences. Each is read with its own SHOW CREATE, because {@code information_schema}
 * includes the database name in views, and on MySQL loses quotes inside of strings ({@code 'it''s'} comes as
 * {@code 'it's'}).
 */
final class StoredObjects {

    /** The SQLSTATE of a missing privilege. */
    private static final String NOT_ALLOWED = "42000";

    private final IntrospectionSession session;
    private final Omissions omissions;
    private final OwnDatabase database;
    private final CreationContext defaults;
    private final String timeZone;

    StoredObjects(IntrospectionSession session, Omissions omissions) throws SQLException {
        this.session = session;
        this.omissions = omissions;
        database = new OwnDatabase(session.facts().database());
        List<String> settings =
                texts("SELECT @@SESSION.character_set_client, @@SESSION.collation_connection, @@SESSION.time_zone", 3);
        timeZone = settings.get(2);
        defaults = new CreationContext(session.sqlMode(), settings.get(0), settings.get(1));
    }

    List<View> views(List<String> names) throws SQLException {
        List<View> views = new ArrayList<>();
        for (String name : names) {
            omissions.attempt(ObjectKind.VIEW, name, () -> views.add(view(name)));
        }
        return views;
    }

    private View view(String name) throws SQLException {
        List<String> row = shown("SHOW CREATE VIEW " + session.name(name), 4, 2);
        return ViewText.read(name, database.removedFrom(row.get(1)), context(null, row.get(2), row.get(3)));
    }

    List<Trigger> triggers(CatalogQueries queries) throws SQLException {
        List<TriggerRow> rows = new ArrayList<>();
        session.each(
                queries.triggers(),
                row -> rows.add(new TriggerRow(row.text(1), row.text(2), row.text(3), row.text(4), row.number(5))));
        rows.sort(Comparator.comparingInt(TriggerRow::order));
        List<Trigger> triggers = new ArrayList<>();
        for (TriggerRow row : rows) {
            omissions.attempt(ObjectKind.TRIGGER, row.name, () -> triggers.add(trigger(row)));
        }
        return triggers;
    }

    private Trigger trigger(TriggerRow row) throws SQLException {
        List<String> shown = shown("SHOW CREATE TRIGGER " + session.name(row.name), 5, 3);
        return new Trigger(
                row.name,
                row.table,
                Trigger.Timing.valueOf(row.timing),
                Trigger.Event.valueOf(row.event),
                SqlText.behind(shown.get(2), "FOR", "EACH", "ROW"),
                context(shown.get(1), shown.get(3), shown.get(4)));
    }

    List<Routine> routines(CatalogQueries queries) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        session.each(queries.routines(), row -> rows.add(List.of(row.text(1), row.text(2))));
        List<Routine> routines = new ArrayList<>();
        for (List<String> row : rows) {
            omissions.attempt(ObjectKind.ROUTINE, row.get(0), () -> routines.add(routine(row.get(0), row.get(1))));
        }
        return routines;
    }

    private Routine routine(String name, String kind) throws SQLException {
        List<String> shown = shown("SHOW CREATE " + kind + " " + session.name(name), 5, 3);
        return new Routine(
                Routine.Kind.valueOf(kind),
                name,
                SqlText.behindName(shown.get(2), kind),
                context(shown.get(1), shown.get(3), shown.get(4)));
    }

    List<ScheduledEvent> events(CatalogQueries queries) throws SQLException {
        List<String> names = new ArrayList<>();
        session.each(queries.events(), row -> names.add(row.text(1)));
        List<ScheduledEvent> events = new ArrayList<>();
        for (String name : names) {
            omissions.attempt(ObjectKind.EVENT, name, () -> events.add(event(name)));
        }
        return events;
    }

    private ScheduledEvent event(String name) throws SQLException {
        List<String> shown = shown("SHOW CREATE EVENT " + session.name(name), 6, 4);
        return new ScheduledEvent(
                name,
                SqlText.behindName(shown.get(3), "EVENT"),
                shown.get(2).equals(timeZone) ? null : shown.get(2),
                context(shown.get(1), shown.get(4), shown.get(5)));
    }

    List<Sequence> sequences(List<String> names) throws SQLException {
        List<Sequence> sequences = new ArrayList<>();
        for (String name : names) {
            omissions.attempt(ObjectKind.SEQUENCE, name, () -> sequences.add(sequence(name)));
        }
        return sequences;
    }

    private Sequence sequence(String name) throws SQLException {
        String shown = texts("SHOW CREATE SEQUENCE " + session.name(name), 2).get(1);
        SequenceText options = SequenceText.of(SqlText.behindName(shown, "SEQUENCE"));
        return new Sequence(
                name, options.withoutEngine(session.facts().defaultEngine()).text());
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
        for (byte[] value : values(query, columns)) {
            texts.add(new String(value, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** Reads a definition; one of the columns is the character set of the client that created the object. */
    private List<String> shown(String query, int columns, int charset) throws SQLException {
        List<byte[]> values = values(query, columns);
        String client = new String(values.get(charset), StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        for (byte[] value : values) {
            texts.add(ServerCharsets.decode(value, client));
        }
        return texts;
    }

    private List<byte[]> values(String query, int columns) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        for (byte[] value : session.row(query, columns)) {
            if (value == null) {
                throw new SQLException("the user is not allowed to see the result of " + query, NOT_ALLOWED);
            }
            values.add(value);
        }
        return values;
    }

    private record TriggerRow(String name, String table, String timing, String event, int order) {}
}
