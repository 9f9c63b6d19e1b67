package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.provider.PlannedStatement.Effect;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Classifies statements by what becomes of them on a rollback. Stateless. */
final class StatementEffects {

    /** The first words of statements that are part of a transaction, or read only. */
    private static final Set<String> TRANSACTIONAL = Set.of(
            "CHECKSUM",
            "DELETE",
            "DESC",
            "DESCRIBE",
            "DO",
            "EXPLAIN",
            "HELP",
            "INSERT",
            "LOAD",
            "REPLACE",
            "SAVEPOINT",
            "SELECT",
            "SHOW",
            "TABLE",
            "UPDATE",
            "VALUES",
            "WITH");

    /** The first words of statements that commit. Whether a statement in neither set commits is unknown. */
    private static final Set<String> COMMITS = Set.of(
            "ALTER",
            "ANALYZE",
            "BEGIN",
            "CACHE",
            "CHECK",
            "COMMIT",
            "CREATE",
            "DROP",
            "FLUSH",
            "GRANT",
            "OPTIMIZE",
            "RENAME",
            "REPAIR",
            "REVOKE",
            "TRUNCATE");

    private StatementEffects() {}

    /** Returns the first word after opening parentheses in upper case, or an empty text. */
    static String firstWord(List<StatementToken> tokens) {
        for (StatementToken token : tokens) {
            if (!token.isSign('(')) {
                return token.kind() == StatementToken.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
            }
        }
        return "";
    }

    /** Classifies a statement other than SET. */
    static Effect of(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        if (words.isAt("BEGIN", "NOT")) {
            return Effect.MAY_COMMIT;
        }
        if (words.isAt("PREPARE") || words.isAt("DEALLOCATE") || words.isAt("DROP", "PREPARE")) {
            return Effect.SESSION_ONLY;
        }
        boolean isOfSavepoint = words.isAt("RELEASE", "SAVEPOINT") || words.isAt("ROLLBACK");
        if (isOfSavepoint || isAnalyzedStatement(words)) {
            return Effect.TRANSACTIONAL;
        }
        if (words.isAt("LOAD", "INDEX") || isStart(words)) {
            return Effect.IMPLICIT_COMMIT;
        }
        String first = firstWord(tokens);
        if (TRANSACTIONAL.contains(first)) {
            return Effect.TRANSACTIONAL;
        }
        return COMMITS.contains(first) ? Effect.IMPLICIT_COMMIT : Effect.MAY_COMMIT;
    }

    private static boolean isStart(StatementReader words) {
        return words.isAt("START", "TRANSACTION") || words.isAt("START", "SLAVE") || words.isAt("START", "REPLICA");
    }

    /** MariaDB executes the statement that it analyzes. */
    private static boolean isAnalyzedStatement(StatementReader words) {
        return words.isAt("ANALYZE")
                && !words.isAt("ANALYZE", "TABLE")
                && !words.isAt("ANALYZE", "LOCAL", "TABLE")
                && !words.isAt("ANALYZE", "NO_WRITE_TO_BINLOG", "TABLE");
    }
}
