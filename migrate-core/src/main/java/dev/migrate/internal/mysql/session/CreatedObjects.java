package dev.migrate.internal.mysql.session;

import dev.migrate.internal.mysql.sql.ObjectWords;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.internal.mysql.sql.TableStatement;
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
        TableStatement.of(sql, SYNTAX)
                .ifPresentOrElse(statement -> addTables(statement, isDone), () -> addOthers(sql, isDone));
    }

    private void addTables(TableStatement statement, boolean isDone) {
        if (statement.kind() == TableStatement.Kind.CREATE) {
            of(ObjectKind.TABLE).add(statement.table());
        }
        if (isDone) {
            statement.dropped().forEach(of(ObjectKind.TABLE)::remove);
        }
        statement.renames().forEach(rename -> rename(rename.getKey(), rename.getValue(), isDone));
    }

    private void addOthers(String sql, boolean isDone) {
        StatementReader words = new StatementReader(StatementTokens.of(sql, SYNTAX));
        boolean isDropped = words.skip("DROP");
        if (!isDropped && !words.skip("CREATE")) {
            return;
        }
        words.skip("OR", "REPLACE");
        ObjectWords.skipModifiers(words);
        ObjectKind kind = kind(words);
        words.skipGuard();
        do {
            String name = words.name();
            if (kind != null && name != null && !isDropped) {
                of(kind).add(name);
            } else if (kind != null && name != null && isDone) {
                of(kind).remove(name);
            }
        } while (isDropped && words.skipSign(','));
    }

    private static @Nullable ObjectKind kind(StatementReader words) {
        return switch (ObjectWords.kind(words)) {
            case "VIEW" -> ObjectKind.VIEW;
            case "TRIGGER" -> ObjectKind.TRIGGER;
            case "PROCEDURE", "FUNCTION" -> ObjectKind.ROUTINE;
            case "EVENT" -> ObjectKind.EVENT;
            case "SEQUENCE" -> ObjectKind.SEQUENCE;
            default -> null;
        };
    }

    private void rename(String from, String to, boolean isDone) {
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
