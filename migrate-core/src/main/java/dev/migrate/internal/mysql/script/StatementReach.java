package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds everything that a statement may reach outside of the database in which it runs, also through a view or a stored
 * program. A statement whose effect is not visible in its text counts as reaching something. Stateless.
 */
public final class StatementReach {

    /** First words of statements whose effect {@link SchemaStatementRules} recognizes, or which only read. */
    private static final Set<String> VISIBLE = Set.of(
            "ALTER",
            "ANALYZE",
            "CHECK",
            "COMMIT",
            "CREATE",
            "DELETE",
            "DESCRIBE",
            "DO",
            "DROP",
            "EXPLAIN",
            "INSERT",
            "LOCK",
            "OPTIMIZE",
            "RELEASE",
            "RENAME",
            "REPAIR",
            "REPLACE",
            "ROLLBACK",
            "SAVEPOINT",
            "SELECT",
            "SET",
            "SHOW",
            "START",
            "TABLE",
            "TRUNCATE",
            "UNLOCK",
            "UPDATE",
            "VALUES",
            "WITH");

    /** Engines whose tables are on another server, or in another database of this one. */
    private static final Set<String> REMOTE_ENGINES = Set.of("CONNECT", "FEDERATED", "SPIDER");

    private StatementReach() {}

    /**
     * Returns what a statement reaches, or empty.
     *
     * @param objects the {@linkplain #key keys} of the tables, views and routines of all databases
     */
    public static Optional<String> of(List<StatementToken> tokens, Set<String> objects) {
        String first = StatementEffects.firstWord(tokens).toUpperCase(Locale.ROOT);
        boolean isVisible = VISIBLE.contains(first);
        Optional<String> reach = SchemaStatementRules.reach(tokens).or(() -> otherObject(tokens, objects));
        return isVisible ? reach : reach.or(() -> Optional.of("something that its text does not show"));
    }

    /** Returns the key of a table, view or routine. */
    public static String key(String database, String name) {
        return (database + "." + name).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> otherObject(List<StatementToken> tokens, Set<String> objects) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            StatementToken last = tokens.get(i + 2);
            if (token.isName()
                    && tokens.get(i + 1).isSign('.')
                    && last.isName()
                    && objects.contains(key(token.name(), last.name()))) {
                return Optional.of("another database, " + token.name());
            }
            if (token.is("ENGINE") && isRemote(tokens.get(i + 1).isSign('=') ? last : tokens.get(i + 1))) {
                return Optional.of("a table outside of the database");
            }
        }
        return Optional.empty();
    }

    private static boolean isRemote(StatementToken engine) {
        return REMOTE_ENGINES.contains(
                engine.text().replaceAll("^['\"`]|['\"`]$", "").toUpperCase(Locale.ROOT));
    }
}
