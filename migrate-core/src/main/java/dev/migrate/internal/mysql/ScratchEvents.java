package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.parse.EventSchedule;
import dev.migrate.internal.mysql.parse.EventText;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.schema.ScheduledEvent;
import dev.migrate.schema.Schema;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The events of a scratch database. They are created disabled, so that they do not run there; what the statements
 * specify instead is kept here. Not thread-safe.
 */
final class ScratchEvents {

    private static final Pattern ABOUT_EVENT =
            Pattern.compile("\\bEVENT\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String DISABLED = "DISABLE";

    private final SqlSyntax syntax;
    private final Map<String, EventText> specified = new HashMap<>();

    ScratchEvents(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Returns a statement that creates or changes an event so that it does not run; any other text is unchanged. */
    String disabled(String sql) {
        if (!ABOUT_EVENT.matcher(sql).find()) {
            return sql;
        }
        StatementReader words = new StatementReader(StatementTokens.of(sql, syntax));
        StatementToken verb = words.next();
        words.skip("OR", "REPLACE");
        words.skipDefiner();
        if (verb == null || !words.skip("EVENT")) {
            return sql;
        }
        boolean isGuarded = words.skipGuard();
        String name = words.name();
        return name == null ? sql : disabled(verb, isGuarded, key(name), sql, words);
    }

    private String disabled(
            StatementToken verb, boolean isGuarded, String key, String sql, StatementReader definition) {
        if (verb.is("CREATE")) {
            EventText text = EventText.read(sql, definition);
            if (!isGuarded || !specified.containsKey(key)) {
                specified.put(key, text);
            }
            return with(sql, text, text.status() == null ? " " + DISABLED + " " : DISABLED);
        }
        if (verb.is("ALTER")) {
            EventText text = EventText.read(sql, definition);
            change(key, text);
            return text.status() == null ? sql : with(sql, text, DISABLED);
        }
        if (verb.is("DROP")) {
            specified.remove(key);
        }
        return sql;
    }

    private void change(String key, EventText change) {
        EventText before = specified.remove(key);
        if (before != null) {
            EventSchedule schedule = change.schedule() == null ? before.schedule() : change.schedule();
            @Nullable String status = change.status() == null ? before.status() : change.status();
            String newName = change.newName();
            specified.put(newName == null ? key : key(newName), before.with(schedule, status));
        }
    }

    private static String with(String sql, EventText text, String status) {
        return sql.substring(0, text.statusStart()) + status + sql.substring(text.statusEnd());
    }

    /** Returns the schema with the events as the statements specify them. */
    Schema specifiedIn(Schema schema) {
        return schema.withEvents(schema.events().stream().map(this::specified).toList());
    }

    private ScheduledEvent specified(ScheduledEvent event) {
        EventText statement = specified.get(key(event.name()));
        return statement == null ? event : event.withDefinition(EventText.specified(event.definition(), statement));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
