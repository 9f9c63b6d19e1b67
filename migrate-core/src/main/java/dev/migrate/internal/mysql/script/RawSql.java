package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.effect.RawSqlEffectCheck;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlLexer.Kind;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.schema.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Classifies handwritten statements. */
public final class RawSql {

    private static final Set<String> TRANSACTIONAL =
            Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES", "TABLE", "DO", "LOAD");

    /** The first words of statements that commit. Whether a statement in neither set commits is unknown. */
    private static final Set<String> COMMITS = Set.of(
            "ALTER",
            "ANALYZE",
            "BEGIN",
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
            "SET",
            "START",
            "TRUNCATE");

    /**
     * The syntax for finding the first word. Neither quotes nor the server matter before it; a version comment may
     * contain it.
     */
    private static final SqlSyntax CAUTIOUS = new SqlSyntax(false, true, true);

    private static final Pattern ENDS_THE_TRANSACTION =
            Pattern.compile("(?is)\\A\\s*(?:ROLLBACK(?!\\s+(?:WORK\\s+)?TO\\b)|SET\\b[^']*\\bautocommit\\b|XA\\b)");

    /** A SET that commits, because accounts and roles are stored in tables of the server. */
    private static final Pattern COMMITTING_SET = Pattern.compile("(?is)\\bSET\\s+(?:PASSWORD|DEFAULT\\s+ROLE)\\b");

    /** A compound statement outside of stored programs, in MariaDB. */
    private static final Pattern COMPOUND = Pattern.compile("(?is)\\bBEGIN\\s+NOT\\s+ATOMIC\\b");

    private static final Pattern TEMPORARY =
            Pattern.compile("(?is)\\s*(?:CREATE\\s+(?:OR\\s+REPLACE\\s+)?|DROP\\s+)TEMPORARY\\b");

    private RawSql() {}

    /**
     * Classifies a statement.
     *
     * @throws InvalidMigrationException if it would move the session to another database
     */
    public static PlannedStatement.Sql statement(String sql) {
        if (firstWord(sql).equalsIgnoreCase("USE")) {
            throw notAllowed(
                    sql,
                    "it would move the session to another database, away from the version table",
                    "Qualify the names with the database instead: other.table.");
        }
        if (ENDS_THE_TRANSACTION.matcher(sql).find()) {
            throw notAllowed(
                    sql,
                    "it would end the transaction in which the run records its progress",
                    "Remove it; transactional statements are committed together with their journal entries.");
        }
        if (TEMPORARY.matcher(sql).lookingAt()) {
            throw notAllowed(
                    sql,
                    "a temporary table is lost if the run has to continue in another session",
                    "Use it in Java code: run(\"what it does\", connection -> ...) is one transaction.");
        }
        if (firstWord(sql).equalsIgnoreCase("LOCK")) {
            throw notAllowed(
                    sql,
                    "it would lock the run out of its own tables",
                    "Remove it; mysqldump omits it with --skip-add-locks.");
        }
        Effect effect = effectOf(sql);
        return new PlannedStatement.Sql(
                sql,
                effect,
                effect == Effect.IMPLICIT_COMMIT ? RawSqlEffectCheck.of(sql, firstWord(sql)) : EffectCheck.none());
    }

    public static Effect effectOf(String sql) {
        String word = firstWord(sql).toUpperCase(Locale.ROOT);
        if (word.equals("SET") && !COMMITTING_SET.matcher(sql).find()) {
            return Effect.SESSION_ONLY;
        }
        if (TRANSACTIONAL.contains(word)) {
            return Effect.TRANSACTIONAL;
        }
        return COMMITS.contains(word) && !COMPOUND.matcher(sql).find() ? Effect.IMPLICIT_COMMIT : Effect.MAY_COMMIT;
    }

    /** Returns the first word of a statement after comments and opening parentheses, or an empty string. */
    public static String firstWord(String sql) {
        SqlLexer lexer = new SqlLexer(sql, CAUTIOUS);
        while (lexer.next()) {
            boolean isBefore = lexer.kind() == Kind.SPACE
                    || lexer.kind() == Kind.COMMENT
                    || (lexer.kind() == Kind.OTHER && sql.charAt(lexer.start()) == '(');
            if (!isBefore) {
                return wordAt(sql, lexer.start());
            }
        }
        return "";
    }

    private static String wordAt(String sql, int start) {
        int end = start;
        while (end < sql.length() && isOfWord(sql.charAt(end))) {
            end++;
        }
        return sql.substring(start, end);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /**
     * Replaces question marks outside of quotes and comments by constants.
     *
     * @throws InvalidMigrationException if there are not as many question marks as parameters
     */
    public static String withParameters(String sql, List<Literal> parameters, SqlSyntax syntax) {
        if (parameters.isEmpty()) {
            return sql;
        }
        List<Integer> marks = SqlLexer.placeholders(sql, syntax);
        if (marks.size() != parameters.size()) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.PARAMETER_COUNT,
                    "The statement has " + marks.size() + " question marks outside of quotes and comments, but "
                            + parameters.size() + " parameters: " + sql + " Nothing was changed.",
                    "Pass one parameter for each question mark.");
        }
        StringBuilder written = new StringBuilder();
        int start = 0;
        for (int i = 0; i < marks.size(); i++) {
            written.append(sql, start, marks.get(i)).append(Quoting.literal(parameters.get(i)));
            start = marks.get(i) + 1;
        }
        return written.append(sql, start, sql.length()).toString();
    }

    /** Creates the exception for a statement that would interfere with the run. */
    public static InvalidMigrationException notAllowed(String sql, String why, String remedy) {
        return new InvalidMigrationException(
                InvalidMigrationException.Reason.STATEMENT_NOT_ALLOWED,
                "A migration must not run " + sql.strip() + ": " + why + ".",
                remedy);
    }
}
