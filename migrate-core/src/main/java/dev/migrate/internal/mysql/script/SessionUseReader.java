package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.provider.SessionUse;
import dev.migrate.provider.SessionUse.Trait;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the values of the session that a statement reads and assigns. Used once. */
final class SessionUseReader {

    /** The key that the last INSERT generated. */
    static final String LAST_INSERT_ID = "LAST_INSERT_ID()";
    /** The value that the last INSERT took from a sequence. */
    private static final String LAST_VALUE = "LASTVAL()";

    private static final String TRANSACTION = "the transaction of a START TRANSACTION";

    /** Settings that the servers reject in a transaction, or apply to the next one. */
    private static final Set<String> NOT_IN_TRANSACTIONS =
            Set.of("binlog_format", "sql_log_bin", "transaction", "transaction_isolation", "tx_isolation");

    private static final Set<String> LAST_INSERT_ID_VARIABLES = Set.of("@@identity", "@@last_insert_id");

    /** The first words of statements with expressions that are evaluated at once. */
    private static final Set<String> WITH_EXPRESSIONS =
            Set.of("DELETE", "DO", "INSERT", "REPLACE", "SELECT", "TABLE", "UPDATE", "VALUES", "WITH");

    /** Measured on MariaDB 10.11: with autocommit off, it waits for a lock that its own session holds. */
    private static final SessionUse EXCHANGE = new SessionUse(Set.of(), Set.of(), Set.of(Trait.NEEDS_AUTOCOMMIT));

    private final List<StatementToken> tokens;
    private final Set<String> reads = new HashSet<>();
    private final Set<String> assigns = new HashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    private SessionUseReader(List<StatementToken> tokens) {
        this.tokens = tokens;
    }

    /** Finds the use of a statement. */
    static SessionUse of(List<StatementToken> tokens) {
        return new SessionUseReader(tokens).read();
    }

    /** Finds the use of a SET statement. */
    static SessionUse of(SetStatement set) {
        Set<String> reads = new HashSet<>();
        Set<String> assigns = new HashSet<>();
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        for (SetStatement.Assignment assignment : set.assignments()) {
            SessionUse value = new SessionUseReader(assignment.value()).readExpressions();
            value.reads().stream().filter(name -> !assigns.contains(name)).forEach(reads::add);
            assigns.addAll(value.assigns());
            switch (assignment.scope()) {
                case USER_VARIABLE -> assigns.add(assignment.name());
                case SESSION, NEXT_TRANSACTION -> {
                    traits.add(Trait.CHANGES_SETTINGS);
                    if (NOT_IN_TRANSACTIONS.contains(assignment.name())) {
                        traits.add(Trait.NEEDS_NO_TRANSACTION);
                    }
                }
                case GLOBAL, ACCOUNT -> {}
            }
        }
        return new SessionUse(reads, assigns, traits);
    }

    private SessionUse read() {
        StatementReader words = new StatementReader(tokens);
        String first = StatementEffects.firstWord(tokens);
        switch (first) {
            case "INSERT", "REPLACE" -> assigns.addAll(List.of(LAST_INSERT_ID, LAST_VALUE));
            case "LOAD" -> {
                assigns.add(LAST_INSERT_ID);
                assignEveryVariable();
            }
            case "CALL" -> {
                traits.add(Trait.ASSIGNS_ANYTHING);
                assigns.add(LAST_INSERT_ID);
                assignEveryVariable();
            }
            case "PREPARE" -> readPrepare(words);
            case "EXECUTE" -> readExecute(words);
            case "DEALLOCATE", "DROP" -> readDeallocate(words);
            case "SAVEPOINT" -> {
                reads.add(TRANSACTION);
                assigns.add(savepoint(words));
            }
            case "RELEASE", "ROLLBACK" -> reads.add(savepoint(words));
            case "BEGIN", "START" -> {
                return begin(words);
            }
            case "ALTER" -> {
                return isExchange() ? EXCHANGE : SessionUse.none();
            }
            case "CREATE" -> {
                return isCreateTable(words) ? readExpressions() : SessionUse.none();
            }
            default -> {
                if (!WITH_EXPRESSIONS.contains(first)) {
                    return SessionUse.none();
                }
            }
        }
        return readExpressions();
    }

    private boolean isExchange() {
        for (int i = 0; i < tokens.size(); i++) {
            if (new StatementReader(tokens.subList(i, tokens.size())).isAt("EXCHANGE", "PARTITION")) {
                return true;
            }
        }
        return false;
    }

    private SessionUse begin(StatementReader words) {
        if (words.isAt("BEGIN", "NOT")) {
            traits.add(Trait.ASSIGNS_ANYTHING);
            assigns.add(LAST_INSERT_ID);
            assignEveryVariable();
            return readExpressions();
        }
        boolean isTransaction = words.isAt("BEGIN") || words.isAt("START", "TRANSACTION");
        return isTransaction
                ? new SessionUse(Set.of(), Set.of(TRANSACTION), Set.of(Trait.BEGINS_TRANSACTION))
                : SessionUse.none();
    }

    private static boolean isCreateTable(StatementReader words) {
        words.skip("CREATE");
        words.skip("OR", "REPLACE");
        return words.isAt("TABLE");
    }

    private void readPrepare(StatementReader words) {
        words.skip("PREPARE");
        assigns.add(prepared(words.name()));
    }

    private void readExecute(StatementReader words) {
        words.skip("EXECUTE");
        traits.add(Trait.ASSIGNS_ANYTHING);
        assigns.add(LAST_INSERT_ID);
        if (!words.isAt("IMMEDIATE")) {
            reads.add(prepared(words.name()));
        }
    }

    private void readDeallocate(StatementReader words) {
        words.skipAny("DEALLOCATE", "DROP");
        if (words.skip("PREPARE")) {
            reads.add(prepared(words.name()));
        }
    }

    private static String prepared(@Nullable String name) {
        return "prepared statement " + String.valueOf(name).toLowerCase(Locale.ROOT);
    }

    /** The savepoint is the last name. */
    private String savepoint(StatementReader words) {
        List<StatementToken> rest = words.rest();
        return "savepoint " + rest.get(rest.size() - 1).name().toLowerCase(Locale.ROOT);
    }

    private void assignEveryVariable() {
        tokens.stream()
                .filter(StatementToken::isUserVariable)
                .map(StatementToken::text)
                .forEach(assigns::add);
    }

    private SessionUse readExpressions() {
        for (int i = 0; i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            if (token.kind() == StatementToken.Kind.VARIABLE) {
                readVariable(i);
            } else if (token.is("INTO")) {
                readTargets(i + 1);
            } else if (token.kind() == StatementToken.Kind.WORD) {
                readFunction(i);
            }
        }
        return new SessionUse(reads, assigns, traits);
    }

    private void readVariable(int index) {
        StatementToken token = tokens.get(index);
        if (LAST_INSERT_ID_VARIABLES.contains(token.text())) {
            reads.add(LAST_INSERT_ID);
        } else if (token.isUserVariable()) {
            if (RepeatableValue.isAssigned(tokens, index)) {
                assigns.add(token.text());
            } else if (!isTarget(index)) {
                reads.add(token.text());
            }
        }
    }

    private boolean isTarget(int index) {
        int at = index - 1;
        while (at > 0 && tokens.get(at).isSign(',') && tokens.get(at - 1).isUserVariable()) {
            at -= 2;
        }
        return at >= 0 && tokens.get(at).is("INTO");
    }

    /** {@code SELECT ... INTO @a, @b}. */
    private void readTargets(int start) {
        int at = start;
        while (at < tokens.size() && tokens.get(at).isUserVariable()) {
            assigns.add(tokens.get(at).text());
            at += at + 1 < tokens.size() && tokens.get(at + 1).isSign(',') ? 2 : 1;
        }
    }

    private void readFunction(int index) {
        StatementReader words = new StatementReader(tokens.subList(index, tokens.size()));
        if (words.skip("PREVIOUS", "VALUE") || isCall(words, "LASTVAL")) {
            reads.add(LAST_VALUE);
        } else if (words.skip("NEXT", "VALUE") || isCall(words, "NEXTVAL")) {
            assigns.add(LAST_VALUE);
        } else if (words.skip("LAST_INSERT_ID") && words.skipSign('(')) {
            (words.isAtSign(')') ? reads : assigns).add(LAST_INSERT_ID);
        }
    }

    private static boolean isCall(StatementReader words, String function) {
        return words.skip(function) && words.isAtSign('(');
    }
}
