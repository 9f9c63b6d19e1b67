package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.Inverse;
import dev.migrate.operation.Operation;
import dev.migrate.provider.PlannedStatement.Effect;
import dev.migrate.provider.ScriptStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Derives the operations that revert the first statements of a script. Used once. */
public final class ScriptInverse {

    private static final String ROWS_LOST = "It does not contain the rows as they were before.";

    private final ExecuteScript script;
    private final SqlSyntax syntax;
    /** The names of the tables that the statements so far have created, in lower case. */
    private final Set<String> created = new HashSet<>();

    private ScriptInverse(ExecuteScript script, SqlSyntax syntax) {
        this.script = script;
        this.syntax = syntax;
    }

    /**
     * Derives the inverse of the first statements of a script.
     *
     * @param count the number of statements; all of them if there are fewer
     * @throws InvalidMigrationException if one of them has no inverse
     */
    public static List<Operation> of(ExecuteScript script, int count, SqlSyntax syntax) {
        return new ScriptInverse(script, syntax).first(count);
    }

    /** Derives the removal of what each statement creates, none of which existed before. */
    public static List<Inverse<Operation>> removals(ExecuteScript script, SqlSyntax syntax) {
        ScriptInverse inverse = new ScriptInverse(script, syntax);
        return new ScriptWriter(syntax)
                .statements(script).stream().map(inverse::removal).toList();
    }

    private Inverse<Operation> removal(ScriptStatement statement) {
        return statement.statement().effect() == Effect.IMPLICIT_COMMIT
                ? StatementInverse.removalOf(
                        StatementTokens.of(statement.statement().text(), syntax))
                : inverse(statement);
    }

    private List<Operation> first(int count) {
        List<Operation> inverse = new ArrayList<>();
        for (ScriptStatement each : new ScriptWriter(syntax)
                .statements(script).stream().limit(count).toList()) {
            inverse.addAll(0, exact(each));
        }
        return inverse;
    }

    private List<Operation> exact(ScriptStatement statement) {
        Inverse<Operation> inverse = inverse(statement);
        if (inverse instanceof Inverse.Exact<Operation> exact) {
            return exact.operations();
        }
        String why = inverse instanceof Inverse.None<Operation> none ? none.why() : StatementInverse.NOT_RECOGNIZED;
        throw new InvalidMigrationException(
                InvalidMigrationException.Reason.IRREVERSIBLE,
                "The statement \"" + beginning(statement.statement().text()) + "\" in line " + statement.line() + " of "
                        + script.name() + " has no inverse. " + why,
                "Write a \"-- down\" part, or declare the migration as irreversible.");
    }

    private static String beginning(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private Inverse<Operation> inverse(ScriptStatement statement) {
        List<StatementToken> tokens = StatementTokens.of(statement.statement().text(), syntax);
        Effect effect = statement.statement().effect();
        if (effect == Effect.SESSION_ONLY || isOfNewRows(tokens)) {
            return new Inverse.Exact<>(List.of());
        }
        if (effect == Effect.TRANSACTIONAL) {
            return StatementInverse.none(ROWS_LOST);
        }
        Inverse<Operation> inverse = StatementInverse.of(tokens);
        remember(tokens);
        return inverse;
    }

    private void remember(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        String table = words.skip("CREATE", "TABLE") && !words.skipGuard() ? words.name() : null;
        if (table != null) {
            created.add(table.toLowerCase(Locale.ROOT));
        }
    }

    /** Rows of a table that the same script creates are dropped with the table. */
    private boolean isOfNewRows(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        if (!words.skipAny("INSERT", "REPLACE")) {
            return false;
        }
        words.skipAny("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY");
        words.skip("IGNORE");
        words.skip("INTO");
        String table = words.name();
        return table != null && created.contains(table.toLowerCase(Locale.ROOT));
    }
}
