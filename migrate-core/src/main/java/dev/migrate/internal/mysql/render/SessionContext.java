package dev.migrate.internal.mysql.render;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.MaskedSql;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.schema.CreationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Changes the session for one statement to the settings that the server stores with the object it creates. The previous
 * settings are kept in user variables meanwhile.
 */
final class SessionContext {

    private static final int BEHIND_ASCII = 128;

    private final List<String> changes = new ArrayList<>();
    private final List<String> back = new ArrayList<>();

    private SessionContext(CreationContext context, @Nullable String timeZone) {
        add("sql_mode", context.sqlMode() == null ? null : Quoting.text(context.sqlMode()));
        add("character_set_client", context.charset());
        add("collation_connection", context.collation());
        add("time_zone", timeZone == null ? null : Quoting.text(timeZone));
    }

    /** Returns the statement, with one before and one after it if the context has settings. */
    static List<PlannedStatement> around(PlannedStatement.Sql statement, CreationContext context) {
        return around(statement, context, null);
    }

    /** Returns the same for a statement whose object has a time zone. */
    static List<PlannedStatement> around(
            PlannedStatement.Sql statement, CreationContext context, @Nullable String timeZone) {
        requireReadable(statement.text(), context.charset());
        SessionContext settings = new SessionContext(context, timeZone);
        if (settings.changes.isEmpty()) {
            return List.of(statement);
        }
        return List.of(set(settings.changes), statement, set(settings.back));
    }

    private void add(String variable, @Nullable String value) {
        if (value != null) {
            String kept = "@migrate_" + variable;
            changes.add(kept + " = @@SESSION." + variable);
            changes.add("SESSION " + variable + " = " + value);
            back.add("SESSION " + variable + " = " + kept);
        }
    }

    /** It runs in the mode of the statement between the two, or the change of the mode would replace the one set here. */
    private static PlannedStatement set(List<String> assignments) {
        return new PlannedStatement.Sql("SET " + String.join(", ", assignments), Effect.SESSION_ONLY)
                .with(Trait.HANDWRITTEN);
    }

    private static void requireReadable(String sql, @Nullable String charset) {
        int unreadable = firstUnreadable(charset);
        if (sql.codePoints().anyMatch(character -> character >= unreadable)) {
            throw InvalidMigrationException.statementNotAllowed(
                    MaskedSql.of(sql),
                    "it is sent in UTF-8, but the server would read it in " + charset
                            + ", the character set of the session that created this first",
                    "Remove the character set and the collation from its context.");
        }
    }

    /**
     * Returns the first character that the server would misread. The driver sends UTF-8; every client character set is
     * a superset of ASCII.
     */
    private static int firstUnreadable(@Nullable String charset) {
        String name = charset == null ? "utf8mb4" : charset.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "utf8mb4" -> Character.MAX_CODE_POINT + 1;
            case "utf8mb3", "utf8" -> Character.MIN_SUPPLEMENTARY_CODE_POINT;
            default -> BEHIND_ASCII;
        };
    }
}
