package dev.migrate.internal.mysql.script;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.internal.mysql.sql.MaskedSql;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rejects statements that would interfere with the run, or that a resumed run could not continue after. Stateless. */
final class StatementRules {

    private static final String JAVA =
            "Use it in Java code: run(\"what it does\", connection -> ...) is one transaction.";
    private static final String OF_ONE_SESSION = "its state would be lost if the run had to resume in a new session";

    private static final Set<String> LOCK_FUNCTIONS = Set.of("GET_LOCK", "RELEASE_ALL_LOCKS", "RELEASE_LOCK");
    private static final Set<String> DIAGNOSTICS =
            Set.of("FOUND_ROWS", "ROW_COUNT", "@@ERROR_COUNT", "@@WARNING_COUNT");

    private final String sql;
    private final List<StatementToken> tokens;

    private StatementRules(String sql, List<StatementToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    /**
     * Checks a statement.
     *
     * @throws InvalidMigrationException if it is not allowed
     */
    static void check(String sql, List<StatementToken> tokens) {
        StatementRules rules = new StatementRules(sql, tokens);
        rules.checkFirstWords(new StatementReader(tokens));
        rules.checkTemporaryTables(new StatementReader(tokens));
        rules.checkFunctions();
        if (!StatementEnds.of(tokens).isEmpty()) {
            throw rules.notAllowed(
                    "it is more than one statement, and each is recorded on its own",
                    "Call execute once for each statement, or use scriptText."
                            + " In a script, end each statement with the delimiter.");
        }
    }

    private void checkFirstWords(StatementReader words) {
        if (words.isAt("USE")) {
            throw notAllowed(
                    "it would move the session to another database, away from the version table",
                    "Qualify the names with the database instead: other.table.");
        }
        if (words.isAt("XA") || isRollback(words)) {
            throw endsTheTransaction();
        }
        if (words.isAt("LOCK") || words.isAt("BACKUP") || isLockingFlush(words)) {
            throw notAllowed(
                    "it would lock the run out of its own tables",
                    "Remove it; mysqldump omits it with --skip-add-locks.");
        }
        if (words.isAt("HANDLER")) {
            throw notAllowed(OF_ONE_SESSION, "Read the table with SELECT.");
        }
        if (words.isAt("GET")) {
            throw notAllowed(OF_ONE_SESSION, JAVA);
        }
        if (words.isAt("COMMIT") && contains("RELEASE") && !contains("NO", "RELEASE")) {
            throw notAllowed("it would end the session of the run", "Remove RELEASE.");
        }
        if (words.isAt("START", "TRANSACTION") && contains("READ", "ONLY")) {
            throw readOnly();
        }
    }

    /** ROLLBACK TO a savepoint is part of the transaction. */
    private static boolean isRollback(StatementReader words) {
        if (!words.skip("ROLLBACK")) {
            return false;
        }
        words.skip("WORK");
        return !words.isAt("TO");
    }

    private boolean isLockingFlush(StatementReader words) {
        return words.isAt("FLUSH") && (contains("FOR", "EXPORT") || contains("WITH", "READ"));
    }

    private void checkTemporaryTables(StatementReader words) {
        boolean isCreateOrDrop = words.skipAny("CREATE", "DROP");
        words.skip("OR", "REPLACE");
        if (isCreateOrDrop && words.isAt("TEMPORARY")) {
            throw notAllowed("a temporary table is lost if the run has to continue in another session", JAVA);
        }
    }

    /** The body of a stored program is not executed now. */
    private void checkFunctions() {
        if (StatementEffects.firstWord(tokens).matches("CREATE|ALTER")) {
            return;
        }
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text().toUpperCase(Locale.ROOT);
            boolean isCall = i + 1 < tokens.size() && tokens.get(i + 1).isSign('(');
            if (isCall && LOCK_FUNCTIONS.contains(word)) {
                throw notAllowed(
                        "locks of a session are lost if the run has to resume in a new one",
                        "Remove it; a run holds a lock of its own.");
            }
            if ((isCall || tokens.get(i).isSystemVariable()) && DIAGNOSTICS.contains(word) && !isCompound()) {
                throw notAllowed(
                        word + " is about the previous statement of the session, which may be one of the run itself",
                        JAVA);
            }
        }
    }

    private boolean isCompound() {
        return new StatementReader(tokens).isAt("BEGIN");
    }

    /** Checks a SET statement. */
    static void check(String sql, SetStatement set) {
        StatementRules rules = new StatementRules(sql, List.of());
        for (SetStatement.Assignment assignment : set.assignments()) {
            rules.checkAssignment(assignment);
        }
        boolean isSession = set.has(SetStatement.Scope.SESSION);
        if (set.has(SetStatement.Scope.GLOBAL) && isSession) {
            throw rules.notAllowed(
                    "it changes the session and the server at once, and only the former is repeated when a run resumes",
                    "Write it as two statements.");
        }
        boolean isRepeatable = set.isRepeatable();
        if (!isRepeatable && (isSession || set.has(SetStatement.Scope.GLOBAL))) {
            throw rules.notAllowed(
                    "the setting could have another value when a run resumes,"
                            + " because it is computed from data or by a function",
                    "Write the value as a constant.");
        }
    }

    private void checkAssignment(SetStatement.Assignment assignment) {
        boolean isNextTransaction = assignment.scope() == SetStatement.Scope.NEXT_TRANSACTION;
        if (isNextTransaction) {
            throw notAllowed(
                    "it would apply to one transaction only, and the run decides where transactions end",
                    "Write SET SESSION TRANSACTION, which applies until the end of the migration.");
        }
        String name = assignment.name();
        if (name.equals("gtid_next") || name.equals("gtid_purged")) {
            throw notAllowed(
                    "it would change the transaction ids of the run or of the server",
                    "Remove it; mysqldump omits it with --set-gtid-purged=OFF.");
        }
        if (assignment.scope() != SetStatement.Scope.SESSION) {
            return;
        }
        if (name.equals("autocommit")) {
            throw endsTheTransaction();
        }
        if (name.equals("completion_type")) {
            throw notAllowed("it would change what COMMIT does", "Remove it.");
        }
        boolean isReadOnly = name.equals("tx_read_only") || name.equals("transaction_read_only");
        boolean isReadOnlyTransaction =
                name.equals("transaction") && assignment.value().stream().anyMatch(token -> token.is("ONLY"));
        if (isReadOnly || isReadOnlyTransaction) {
            throw readOnly();
        }
    }

    private boolean contains(String... words) {
        StatementReader reader = new StatementReader(tokens);
        while (!reader.isAtEnd() && !reader.isAt(words)) {
            reader.next();
        }
        return !reader.isAtEnd();
    }

    private InvalidMigrationException endsTheTransaction() {
        return notAllowed(
                "it would end the transaction in which the run records its progress",
                "Remove it; transactional statements are committed together with their journal entries.");
    }

    private InvalidMigrationException readOnly() {
        return notAllowed("the run could not record its progress in a read-only transaction", "Remove READ ONLY.");
    }

    private InvalidMigrationException notAllowed(String why, String remedy) {
        return InvalidMigrationException.statementNotAllowed(MaskedSql.of(sql), why, remedy);
    }
}
