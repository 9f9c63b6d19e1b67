package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.ObjectWords;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.schema.ObjectKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows the names of objects through statements that create, rename and drop them. Used once. */
final class CreatedObjects {

    /** Names in double quotes are recognized with every syntax, and nothing before a name contains a backslash. */
    private static final SqlSyntax SYNTAX = new SqlSyntax(true, true, true);

    /** They share one namespace, and RENAME TABLE applies to all of them. */
    private static final List<ObjectKind> RENAMED = List.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.SEQUENCE);

    private final Map<ObjectKind, Set<String>> names = new EnumMap<>(ObjectKind.class);

    /**
     * Follows a statement.
     *
     * @param sql the statement, of which the end may be missing
     * @param isDone whether it was executed; one that may not have been executed drops nothing
     */
    void add(String sql, boolean isDone) {
        StatementReader words = new StatementReader(StatementTokens.of(sql, SYNTAX));
        if (words.skip("CREATE")) {
            words.skip("OR", "REPLACE");
            ObjectWords.skipModifiers(words);
            ObjectKind kind = kind(words);
            words.skipGuard();
            String name = words.name();
            if (kind != null && name != null) {
                of(kind).add(name);
            }
        } else if (words.skip("DROP")) {
            drop(words, isDone);
        } else if (words.skip("RENAME")) {
            words.skipAny("TABLE", "TABLES");
            words.skipGuard();
            do {
                rename(words.name(), words.skip("TO") ? words.name() : null, isDone);
            } while (words.skipSign(','));
        } else if (words.skip("ALTER")) {
            alter(words, isDone);
        }
    }

    private static @Nullable ObjectKind kind(StatementReader words) {
        if (words.skip("TABLE")) {
            return ObjectKind.TABLE;
        }
        return switch (ObjectWords.kind(words)) {
            case "VIEW" -> ObjectKind.VIEW;
            case "TRIGGER" -> ObjectKind.TRIGGER;
            case "PROCEDURE", "FUNCTION" -> ObjectKind.ROUTINE;
            case "EVENT" -> ObjectKind.EVENT;
            case "SEQUENCE" -> ObjectKind.SEQUENCE;
            default -> null;
        };
    }

    private void drop(StatementReader words, boolean isDone) {
        ObjectKind kind = words.skip("TABLES") ? ObjectKind.TABLE : kind(words);
        if (kind == null || !isDone) {
            return;
        }
        words.skipGuard();
        do {
            String name = words.name();
            if (name != null) {
                of(kind).remove(name);
            }
        } while (words.skipSign(','));
    }

    private void alter(StatementReader words, boolean isDone) {
        ObjectWords.skipModifiers(words);
        if (!words.skip("TABLE")) {
            return;
        }
        words.skipGuard();
        String table = words.name();
        while (!words.isAtEnd()) {
            StatementToken token = words.next();
            if (token != null
                    && token.is("RENAME")
                    && token.depth() == 0
                    && !words.isAt("COLUMN")
                    && !words.isAt("INDEX")
                    && !words.isAt("KEY")) {
                words.skipAny("TO", "AS");
                words.skipSign('=');
                rename(table, words.name(), isDone);
            }
        }
    }

    private void rename(@Nullable String from, @Nullable String to, boolean isDone) {
        if (from == null || to == null) {
            return;
        }
        for (ObjectKind kind : RENAMED) {
            if (isDone ? of(kind).remove(from) : of(kind).contains(from)) {
                of(kind).add(to);
            }
        }
    }

    private Set<String> of(ObjectKind kind) {
        return names.computeIfAbsent(kind, key -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
    }

    /** Returns the names of the objects that exist after the statements, by kind. */
    Map<ObjectKind, Set<String>> names() {
        return names;
    }
}
