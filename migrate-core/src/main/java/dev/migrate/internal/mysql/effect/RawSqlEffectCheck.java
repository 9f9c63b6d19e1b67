package dev.migrate.internal.mysql.effect;

import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the effect check of a handwritten statement. Few kinds of statements are recognized; the others have none. */
public final class RawSqlEffectCheck {

    private static final Set<String> IDEMPOTENT = Set.of(
            "ANALYZE",
            "BEGIN",
            "CHECK",
            "CHECKSUM",
            "COMMIT",
            "FLUSH",
            "GRANT",
            "LOCK",
            "OPTIMIZE",
            "REPAIR",
            "SET",
            "START",
            "UNLOCK");

    private static final String NAME = "(?:`(?:[^`]|``)+`|[\\w$]+)";
    private static final String GUARD = "(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?";

    /** A table without its database. DROP may name several. */
    private static final Pattern TABLE = Pattern.compile("(?is)\\s*(?:(?:ALTER|CREATE)\\s+TABLE\\s+" + GUARD + "("
            + NAME + ")(?=[\\s(])(?!\\s*\\.).*" + "|DROP\\s+TABLE\\s+" + GUARD + "(" + NAME + ")\\s*;?\\s*)");

    private static final Pattern INDEX =
            Pattern.compile("(?is)\\s*(?:CREATE|DROP)\\s+(?:(?:UNIQUE|FULLTEXT|SPATIAL)\\s+)?" + "INDEX\\s+" + GUARD
                    + NAME + "\\s+(?:USING\\s+\\w+\\s+)?ON\\s+(" + NAME + ")(?=[\\s(;]|\\z)(?!\\s*\\.).*");

    private static final Pattern PROGRAM = Pattern.compile("(?is)\\s*(?:CREATE|ALTER|DROP)\\s+(?:[^\\s.(]+\\s+){0,6}?"
            + "(VIEW|TRIGGER|PROCEDURE|FUNCTION|EVENT)\\s+" + GUARD + "(" + NAME + ")(?=[\\s(;]|\\z)(?!\\s*\\.).*");

    private static final Pattern RENAME = Pattern.compile("(?is)\\s*RENAME\\s+TABLE\\s+(?:" + NAME + "|[\\s,])+;?\\s*");

    /** Statements that change rows or files but no definition. */
    private static final Pattern BEYOND_THE_DEFINITION =
            Pattern.compile("(?is).*\\b(?:TRUNCATE|EXCHANGE|DISCARD|IMPORT|SELECT|UNION)\\b.*");

    private RawSqlEffectCheck() {}

    /**
     * Finds the effect check.
     *
     * @param sql the statement
     * @param firstWord its first word, after comments
     */
    public static EffectCheck of(String sql, String firstWord) {
        if (IDEMPOTENT.contains(firstWord.toUpperCase(Locale.ROOT))) {
            return EffectCheck.idempotent();
        }
        Matcher program = PROGRAM.matcher(sql);
        if (program.matches()) {
            return changes(
                    program(program.group(1).toUpperCase(Locale.ROOT), unquoted(program.group(2))),
                    AffectedObjects.everything());
        }
        String table = table(sql);
        if (!table.isEmpty()) {
            boolean isBeyond = BEYOND_THE_DEFINITION.matcher(sql).matches();
            return isBeyond && firstWord.equalsIgnoreCase("ALTER")
                    ? EffectCheck.none()
                    : changes(CatalogExpressions.whole(table), AffectedObjects.everything());
        }
        return RENAME.matcher(sql).matches()
                ? changes(CatalogExpressions.everything(), AffectedObjects.everything())
                : EffectCheck.none();
    }

    private static String program(String kind, String name) {
        return switch (kind) {
            case "VIEW" -> CatalogExpressions.view(name);
            case "TRIGGER" -> CatalogExpressions.trigger(name);
            case "EVENT" -> CatalogExpressions.events();
            default -> CatalogExpressions.routine(kind, name);
        };
    }

    private static String table(String sql) {
        Matcher table = TABLE.matcher(sql);
        if (table.matches()) {
            return unquoted(table.group(1) == null ? table.group(2) : table.group(1));
        }
        Matcher index = INDEX.matcher(sql);
        return index.matches() ? unquoted(index.group(1)) : "";
    }

    private static EffectCheck changes(String state, AffectedObjects subject) {
        return EffectCheck.stateComparison(state, "TRUE", subject);
    }

    private static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }
}
