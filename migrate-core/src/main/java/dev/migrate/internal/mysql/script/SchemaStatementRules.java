package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds statements in the script of a model that reach beyond the database in which they run: the server, its accounts, its
 * files, or another database. Stateless.
 */
final class SchemaStatementRules {

    /** First words of statements that administer the server, or whose effect is not visible in their text. */
    private static final Set<String> ADMINISTRATIVE = Set.of(
            "BINLOG",
            "CACHE",
            "CALL",
            "CHANGE",
            "CLONE",
            "EXECUTE",
            "FLUSH",
            "GRANT",
            "IMPORT",
            "INSTALL",
            "KILL",
            "LOAD",
            "PURGE",
            "RESET",
            "RESTART",
            "REVOKE",
            "SHUTDOWN",
            "STOP",
            "UNINSTALL",
            "USE");

    private static final Set<String> COMPOUND = Set.of("CASE", "FOR", "IF", "LOOP", "REPEAT", "WHILE");

    /** Objects outside of any database, after CREATE, ALTER, DROP or RENAME. */
    private static final Set<String> GLOBAL_OBJECTS = Set.of(
            "DATABASE",
            "INSTANCE",
            "LOGFILE",
            "RESOURCE",
            "ROLE",
            "SCHEMA",
            "SERVER",
            "SPATIAL",
            "TABLESPACE",
            "UNDO",
            "USER");

    /** Words in front of the name of an object that a statement changes. */
    private static final Set<String> BEFORE_TARGET = Set.of(
            "DELETE",
            "EVENT",
            "FROM",
            "FUNCTION",
            "INSERT",
            "INTO",
            "JOIN",
            "PACKAGE",
            "PROCEDURE",
            "RENAME",
            "REPLACE",
            "SEQUENCE",
            "TABLE",
            "TABLES",
            "TO",
            "TRIGGER",
            "TRUNCATE",
            "UPDATE",
            "VIEW");

    /** The words after which a statement only reads, or defines the body of a stored program. */
    private static final Set<String> END_OF_TARGETS =
            Set.of("AS", "BEGIN", "EACH", "SELECT", "SET", "VALUE", "VALUES", "WHERE");

    private static final Set<String> CHANGES =
            Set.of("ALTER", "CREATE", "DELETE", "DROP", "INSERT", "RENAME", "REPLACE", "TRUNCATE", "UPDATE");

    private SchemaStatementRules() {}

    /** Returns what a statement reaches outside of the current database, or empty. */
    static Optional<String> reach(List<StatementToken> tokens) {
        String first = StatementEffects.firstWord(tokens);
        if (isAdministrative(tokens) || isReplication(first, tokens)) {
            return Optional.of("the server");
        }
        if (isCompound(first, tokens)) {
            return Optional.of("something that its text does not show");
        }
        if (first.equals("SET") && changesServer(tokens)) {
            return Optional.of("the settings or accounts of the server");
        }
        if (writesFile(tokens)) {
            return Optional.of("a file");
        }
        if (!CHANGES.contains(first)) {
            return Optional.empty();
        }
        return isGlobalObject(tokens) ? Optional.of("an object of the server") : otherDatabase(tokens);
    }

    /** Checks whether a statement administers the server, or has an effect that its text does not show. */
    static boolean isAdministrative(List<StatementToken> tokens) {
        return ADMINISTRATIVE.contains(StatementEffects.firstWord(tokens));
    }

    /** {@code SET STATEMENT … FOR …}, and the statements of stored programs, which some servers execute directly. */
    private static boolean isCompound(String first, List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        return COMPOUND.contains(first) || words.isAt("SET", "STATEMENT") || words.isAt("BEGIN", "NOT");
    }

    private static boolean isReplication(String first, List<StatementToken> tokens) {
        return first.equals("START") && !new StatementReader(tokens).isAt("START", "TRANSACTION");
    }

    private static boolean changesServer(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        words.next();
        if (words.skipAny("PASSWORD", "DEFAULT", "RESOURCE", "ROLE")) {
            return true;
        }
        for (int i = 1; i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            boolean isScope = token.is("GLOBAL") || token.is("PERSIST") || token.is("PERSIST_ONLY");
            boolean isFirst = i == 1 || tokens.get(i - 1).isSign(',');
            boolean isAssigned = i + 1 < tokens.size()
                    && (tokens.get(i + 1).isSign('=') || tokens.get(i + 1).isSign(':'));
            if ((isScope && isFirst) || (isAssigned && token.text().matches("@@(global|persist|persist_only)\\..*"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean writesFile(List<StatementToken> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            StatementToken next = tokens.get(i + 1);
            if (tokens.get(i).is("INTO") && (next.is("OUTFILE") || next.is("DUMPFILE"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGlobalObject(List<StatementToken> tokens) {
        for (StatementToken token : tokens) {
            if (token.is("SONAME")) {
                return true;
            }
        }
        StatementReader words = new StatementReader(tokens);
        words.next();
        words.skip("OR", "REPLACE");
        StatementToken object = words.peek();
        return object != null
                && object.kind() == StatementToken.Kind.WORD
                && GLOBAL_OBJECTS.contains(object.text().toUpperCase(Locale.ROOT));
    }

    /** The names that follow a word, and the further ones of a list. */
    private static Optional<String> otherDatabase(List<StatementToken> tokens) {
        // ON is in front of the table of an index or a trigger; in a join, it is in front of a condition.
        boolean isOnTable = new StatementReader(tokens).skipAny("CREATE", "DROP");
        boolean isTarget = false;
        for (int i = 0; i < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            String word =
                    token.kind() == StatementToken.Kind.WORD ? token.text().toUpperCase(Locale.ROOT) : "";
            boolean isQualified = i + 2 < tokens.size()
                    && tokens.get(i + 1).isSign('.')
                    && tokens.get(i + 2).isName();
            if (isTarget && token.isName() && isQualified) {
                return Optional.of("another database, " + token.name());
            }
            // ALTER TABLE ... RENAME [TO | AS | =] name
            boolean isFiller = isTarget && tokens.get(i - 1).is("RENAME") && (word.equals("AS") || token.isSign('='));
            if (END_OF_TARGETS.contains(word) && i > 0 && !isFiller) {
                return Optional.empty();
            }
            boolean isGuard = word.equals("IF") || word.equals("NOT") || word.equals("EXISTS") || word.equals("IGNORE");
            isTarget = token.depth() == 0
                    && (BEFORE_TARGET.contains(word)
                            || (isOnTable && word.equals("ON"))
                            || token.isSign(',')
                            || (isTarget && isGuard)
                            || isFiller);
        }
        return Optional.empty();
    }
}
