package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.effect.RawSqlEffectCheck;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.internal.mysql.sql.SqlLexer;
import dev.migrate.internal.mysql.sql.SqlLexer.Kind;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.provider.EffectCheck;
import dev.migrate.provider.PlannedStatement;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import dev.migrate.schema.Literal;
import java.util.List;
import java.util.Set;

/** Classifies handwritten statements. */
public final class RawSql {

    /** The use of the session by an INSERT of constants. */
    public static final SessionUse GENERATES_KEYS =
            new SessionUse(Set.of(), Set.of(SessionUseReader.LAST_INSERT_ID), Set.of());

    /**
     * The syntax for finding the first word. Neither quotes nor the server matter before it; a version comment may
     * contain it.
     */
    private static final SqlSyntax CAUTIOUS = new SqlSyntax(false, true, true);

    private RawSql() {}

    /**
     * Classifies a statement.
     *
     * @throws InvalidMigrationException if it is not allowed in a migration
     */
    public static PlannedStatement.Sql statement(String sql, SqlSyntax syntax) {
        List<StatementToken> tokens = withoutSettings(StatementTokens.of(sql, syntax));
        StatementRules.check(sql, tokens);
        StatementReader words = new StatementReader(tokens);
        PlannedStatement.Sql statement = words.skip("SET") ? set(sql, SetStatement.of(words)) : other(sql, tokens);
        return statement.with(Trait.HANDWRITTEN);
    }

    private static PlannedStatement.Sql set(String sql, SetStatement set) {
        StatementRules.check(sql, set);
        EffectCheck check = set.effect() == Effect.IMPLICIT_COMMIT && !set.hasPassword()
                ? EffectCheck.idempotent()
                : EffectCheck.none();
        return new PlannedStatement.Sql(sql, set.effect(), check, SessionUseReader.of(set));
    }

    private static PlannedStatement.Sql other(String sql, List<StatementToken> tokens) {
        Effect effect = StatementEffects.of(tokens);
        EffectCheck check = effect == Effect.IMPLICIT_COMMIT ? RawSqlEffectCheck.of(tokens) : EffectCheck.none();
        return new PlannedStatement.Sql(sql, effect, check, SessionUseReader.of(tokens));
    }

    /** {@code SET STATEMENT a = 1 FOR SELECT ...} applies to the statement after it only (MariaDB). */
    private static List<StatementToken> withoutSettings(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        if (!words.skip("SET", "STATEMENT")) {
            return tokens;
        }
        StatementToken token = words.next();
        while (token != null && !(token.is("FOR") && token.depth() == 0)) {
            token = words.next();
        }
        return words.rest();
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
}
