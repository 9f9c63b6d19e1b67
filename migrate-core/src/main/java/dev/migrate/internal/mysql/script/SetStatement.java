package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.provider.PlannedStatement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The assignments of a SET statement. Immutable.
 *
 * @param assignments the assignments in order
 */
record SetStatement(List<Assignment> assignments) {

    /** What an assignment changes. */
    enum Scope {
        /** A user variable. */
        USER_VARIABLE,
        /** A setting of the session. */
        SESSION,
        /** A setting of the next transaction only. */
        NEXT_TRANSACTION,
        /** A setting of the server. */
        GLOBAL,
        /** An account, in a table of the server. */
        ACCOUNT
    }

    /**
     * One assignment.
     *
     * @param scope what it changes
     * @param name the variable, in lower case; that of a user variable with its {@code @}
     * @param value the tokens of the new value
     */
    record Assignment(Scope scope, String name, List<StatementToken> value) {

        /** Whether the value is the same if it is computed again in a new session. */
        boolean isRepeatable() {
            return RepeatableValue.isRepeatable(value);
        }
    }

    private static final Set<String> OF_TRANSACTIONS =
            Set.of("tx_isolation", "transaction_isolation", "tx_read_only", "transaction_read_only");

    /** Parses what follows the word SET. */
    static SetStatement of(StatementReader reader) {
        Scope transaction = transactionScope(reader.rest());
        if (transaction != Scope.USER_VARIABLE) {
            return new SetStatement(List.of(new Assignment(transaction, "transaction", reader.rest())));
        }
        List<Assignment> assignments = new ArrayList<>();
        Scope scope = Scope.SESSION;
        for (List<StatementToken> part : parts(reader.rest())) {
            StatementReader words = new StatementReader(part);
            scope = scope(words, scope);
            assignments.add(assignment(words, scope));
        }
        return new SetStatement(List.copyOf(assignments));
    }

    /** The scope of SET TRANSACTION, or USER_VARIABLE if the statement is another one. */
    private static Scope transactionScope(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        boolean isGlobal = words.skip("GLOBAL");
        boolean isSession = words.skipAny("SESSION", "LOCAL");
        if (!words.isAt("TRANSACTION", "ISOLATION") && !words.isAt("TRANSACTION", "READ")) {
            return Scope.USER_VARIABLE;
        }
        return isGlobal ? Scope.GLOBAL : isSession ? Scope.SESSION : Scope.NEXT_TRANSACTION;
    }

    private static List<List<StatementToken>> parts(List<StatementToken> tokens) {
        List<List<StatementToken>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSign(',') && tokens.get(i).depth() == 0) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        parts.add(tokens.subList(start, tokens.size()));
        return parts;
    }

    /** A scope also applies to the assignments after it (manual, "SET Syntax for Variable Assignment"). */
    private static Scope scope(StatementReader words, Scope before) {
        List<StatementToken> rest = words.rest();
        if (rest.size() < 2 || rest.get(1).isSign('=') || rest.get(1).isSign(':')) {
            return before;
        }
        if (words.skipAny("GLOBAL", "PERSIST", "PERSIST_ONLY")) {
            return Scope.GLOBAL;
        }
        return words.skipAny("SESSION", "LOCAL") ? Scope.SESSION : before;
    }

    private static Assignment assignment(StatementReader words, Scope scope) {
        if (words.isAt("PASSWORD") || words.isAt("DEFAULT", "ROLE")) {
            return new Assignment(Scope.ACCOUNT, words.isAt("PASSWORD") ? "password" : "role", words.rest());
        }
        List<StatementToken> tokens = words.rest();
        int sign = 0;
        while (sign < tokens.size() && !tokens.get(sign).isSign('=')) {
            sign++;
        }
        if (sign == tokens.size()) {
            // NAMES, CHARACTER SET, ROLE, RESOURCE GROUP.
            return new Assignment(Scope.SESSION, "names", tokens);
        }
        StatementToken first = Objects.requireNonNull(words.peek(), "target");
        List<StatementToken> value = tokens.subList(sign + 1, tokens.size());
        return first.kind() == StatementToken.Kind.VARIABLE
                ? ofVariable(first, value)
                : new Assignment(scope, first.name().toLowerCase(Locale.ROOT), value);
    }

    private static Assignment ofVariable(StatementToken variable, List<StatementToken> value) {
        if (variable.isUserVariable()) {
            return new Assignment(Scope.USER_VARIABLE, variable.text(), value);
        }
        String name = variable.text().substring(2);
        String plain = name.substring(name.indexOf('.') + 1);
        if (name.startsWith("global.") || name.startsWith("persist")) {
            return new Assignment(Scope.GLOBAL, plain, value);
        }
        boolean isOfNextTransaction = name.equals(plain) && OF_TRANSACTIONS.contains(name);
        return new Assignment(isOfNextTransaction ? Scope.NEXT_TRANSACTION : Scope.SESSION, plain, value);
    }

    boolean has(Scope scope) {
        return assignments.stream().anyMatch(assignment -> assignment.scope() == scope);
    }

    /** Whether an account gets a password, which the server rejects if it was one of the last ones. */
    boolean hasPassword() {
        return assignments.stream()
                .anyMatch(assignment ->
                        assignment.scope() == Scope.ACCOUNT && assignment.name().equals("password"));
    }

    /** Whether all values are the same if they are computed again in a new session. */
    boolean isRepeatable() {
        return assignments.stream().allMatch(Assignment::isRepeatable);
    }

    /**
     * Returns what becomes of the statement on a rollback. A value that cannot be computed again belongs to the transaction
     * in which it is computed; a function that it calls may write rows there.
     */
    Effect effect() {
        if (has(Scope.ACCOUNT)) {
            return Effect.IMPLICIT_COMMIT;
        }
        if (has(Scope.GLOBAL)) {
            return Effect.MAY_COMMIT;
        }
        return isRepeatable() ? Effect.SESSION_ONLY : Effect.TRANSACTIONAL;
    }
}
