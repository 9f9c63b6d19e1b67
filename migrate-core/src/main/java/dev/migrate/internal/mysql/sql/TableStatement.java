package dev.migrate.internal.mysql.sql;

import dev.migrate.provider.DdlAlgorithm;
import dev.migrate.provider.TableLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A statement that creates, changes or drops tables of the current database. Immutable.
 *
 * @param sql the statement
 * @param kind its kind
 * @param table the table, or the first of several
 * @param tokens the tokens of the statement
 * @param clauses the offset of what follows the name of the table
 */
public record TableStatement(String sql, Kind kind, String table, List<StatementToken> tokens, int clauses) {

    private static final Set<String> INDEX = Set.of("INDEX", "KEY", "UNIQUE", "FULLTEXT", "SPATIAL");

    /** The kinds of statements. */
    public enum Kind {
        ALTER,
        CREATE_INDEX,
        DROP_INDEX,
        CREATE,
        RENAME,
        DROP,
        TRUNCATE;

        /** Whether a statement of this kind accepts an algorithm and a lock. */
        public boolean isChange() {
            return this == ALTER || this == CREATE_INDEX || this == DROP_INDEX;
        }
    }

    /** Parses a statement; empty if it is another one, or names a table with its database. */
    public static Optional<TableStatement> of(String sql, SqlSyntax syntax) {
        List<StatementToken> tokens = StatementTokens.of(sql, syntax);
        StatementReader words = new StatementReader(tokens);
        Kind kind = kind(words);
        if (kind == null) {
            return Optional.empty();
        }
        words.skipGuard();
        String table = words.name();
        if (table == null) {
            return Optional.empty();
        }
        if (words.skip("WAIT")) {
            words.next();
        }
        words.skip("NOWAIT");
        int end = tokens.get(tokens.size() - 1).end();
        StatementToken next = words.peek();
        return Optional.of(new TableStatement(sql, kind, table, tokens, next == null ? end : next.start()));
    }

    private static @Nullable Kind kind(StatementReader words) {
        if (words.skip("ALTER")) {
            ObjectWords.skipModifiers(words);
            return words.skip("TABLE") ? Kind.ALTER : null;
        }
        if (words.skip("RENAME")) {
            return words.skipAny("TABLE", "TABLES") ? Kind.RENAME : null;
        }
        if (words.skip("TRUNCATE")) {
            words.skip("TABLE");
            return Kind.TRUNCATE;
        }
        if (words.skip("DROP")) {
            return words.skipAny("TABLE", "TABLES") ? Kind.DROP : index(words, Kind.DROP_INDEX);
        }
        if (words.skip("CREATE")) {
            words.skip("OR", "REPLACE");
            return words.skip("TABLE") ? Kind.CREATE : index(words, Kind.CREATE_INDEX);
        }
        return null;
    }

    private static @Nullable Kind index(StatementReader words, Kind kind) {
        ObjectWords.skipModifiers(words);
        return words.skip("INDEX") && skipToTable(words) ? kind : null;
    }

    private static boolean skipToTable(StatementReader words) {
        while (!words.isAtEnd()) {
            if (words.skip("ON")) {
                return true;
            }
            words.next();
        }
        return false;
    }

    /** Whether the statement itself specifies an algorithm or a lock. */
    public boolean hasClauses() {
        return algorithm() != null || lock() != null;
    }

    /** The algorithm that the statement itself specifies, or null. */
    public @Nullable DdlAlgorithm algorithm() {
        return clause("ALGORITHM", DdlAlgorithm.values());
    }

    /** The lock that the statement itself specifies, or null. An instant change takes none. */
    public @Nullable TableLock lock() {
        TableLock lock = clause("LOCK", TableLock.values());
        return lock == null && algorithm() == DdlAlgorithm.INSTANT ? TableLock.NONE : lock;
    }

    private <T extends Enum<T>> @Nullable T clause(String name, T[] values) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(name) && tokens.get(i).depth() == 0) {
                String word = word(tokens.get(i + 1).isSign('=') ? i + 2 : i + 1);
                for (T value : values) {
                    if (value.name().equals(word)) {
                        return value;
                    }
                }
            }
        }
        return null;
    }

    /** Whether it changes the engine, the partitions or the order, for which some servers accept any algorithm. */
    public boolean isOfWholeTable() {
        return tokens.stream()
                .filter(token -> token.depth() == 0)
                .anyMatch(token ->
                        token.is("ENGINE") || token.is("PARTITION") || token.is("PARTITIONING") || token.is("ORDER"));
    }

    /** Returns the statement with an algorithm and a lock, unless they are null. */
    public String with(@Nullable DdlAlgorithm algorithm, @Nullable TableLock lock) {
        List<String> added = new ArrayList<>();
        if (algorithm != null) {
            added.add("ALGORITHM=" + algorithm);
        }
        if (lock != null) {
            added.add("LOCK=" + lock);
        }
        if (added.isEmpty()) {
            return sql;
        }
        String start = sql.substring(0, clauses);
        String rest = sql.substring(clauses);
        return switch (kind) {
            case ALTER -> start + (start.endsWith(" ") ? "" : " ") + String.join(", ", added) + separator(rest) + rest;
            case CREATE_INDEX -> inserted(" " + String.join(" ", added));
            case DROP_INDEX ->
                "ALTER TABLE " + Quoting.name(table) + " " + String.join(", ", added) + ", DROP INDEX " + index();
            default -> throw new IllegalStateException("The statement has no algorithm: " + sql);
        };
    }

    private String separator(String rest) {
        if (rest.isBlank()) {
            return "";
        }
        StatementToken next = tokens.stream()
                .filter(token -> token.start() >= clauses)
                .findFirst()
                .orElseThrow();
        boolean isPartitioning = isPartitionBy(next) || next.is("REMOVE");
        return isPartitioning ? " " : ", ";
    }

    private boolean isPartitionBy(StatementToken token) {
        int at = tokens.indexOf(token);
        return token.is("PARTITION")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is("BY");
    }

    private String inserted(String text) {
        int end = tokens.get(tokens.size() - 1).end();
        return sql.substring(0, end) + text + sql.substring(end);
    }

    /** The name of a dropped index, with its guard. */
    private String index() {
        StatementReader words = new StatementReader(tokens);
        words.skip("DROP");
        ObjectWords.skipModifiers(words);
        words.skip("INDEX");
        String guard = words.skipGuard() ? "IF EXISTS " : "";
        return guard + Quoting.name(String.valueOf(words.name()));
    }

    /** The renames that it makes, in order: the name before, and the name after. */
    public List<Map.Entry<String, String>> renames() {
        List<Map.Entry<String, String>> renames = new ArrayList<>();
        if (kind == Kind.RENAME) {
            StatementReader words = new StatementReader(tokens);
            words.next();
            words.next();
            words.skipGuard();
            do {
                String from = words.name();
                while (!words.isAtEnd() && !words.skip("TO")) {
                    words.next();
                }
                String to = words.name();
                if (from != null && to != null) {
                    renames.add(Map.entry(from, to));
                }
            } while (words.skipSign(','));
        } else if (kind == Kind.ALTER) {
            renamedBy(tokens).ifPresent(to -> renames.add(Map.entry(table, to)));
        }
        return renames;
    }

    /** The tables that it drops. */
    public List<String> dropped() {
        List<String> dropped = new ArrayList<>();
        if (kind == Kind.DROP) {
            StatementReader words = new StatementReader(tokens);
            words.next();
            words.next();
            words.skipGuard();
            do {
                String name = words.name();
                if (name != null) {
                    dropped.add(name);
                }
            } while (words.skipSign(','));
        }
        return dropped;
    }

    private static Optional<String> renamedBy(List<StatementToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            StatementReader words = new StatementReader(tokens.subList(i, tokens.size()));
            if (tokens.get(i).depth() == 0 && words.skip("RENAME")) {
                boolean isOfPart = words.isAt("COLUMN") || words.isAt("INDEX") || words.isAt("KEY");
                boolean isTable = words.skipAny("TO", "AS") || words.skipSign('=') || !isOfPart;
                String to = isTable ? words.name() : null;
                if (to != null) {
                    return Optional.of(to);
                }
            }
        }
        return Optional.empty();
    }

    /** The kinds of changes that it makes: its own kind, and the first two words of each clause. */
    public Set<String> changes() {
        Set<String> changes = new TreeSet<>(Set.of(kind.name()));
        boolean isStart = true;
        for (int i = 0; i < tokens.size() && kind == Kind.ALTER; i++) {
            StatementToken token = tokens.get(i);
            if (token.start() >= clauses && token.depth() == 0) {
                if (isStart) {
                    changes.add(word(i) + " " + word(i + 1));
                }
                isStart = token.isSign(',');
            }
        }
        return changes;
    }

    /** Whether it builds an index, other than the one that a foreign key may need. */
    public boolean isIndexBuild() {
        boolean isAddition = false;
        boolean isStart = true;
        for (int i = 0; i < tokens.size() && kind == Kind.ALTER; i++) {
            StatementToken token = tokens.get(i);
            if (token.start() >= clauses && token.depth() == 0) {
                isAddition = isStart ? token.is("ADD") : isAddition;
                if (isAddition && INDEX.contains(word(i)) && !tokens.get(i - 1).is("FOREIGN")) {
                    return true;
                }
                isStart = token.isSign(',');
            }
        }
        return kind == Kind.CREATE_INDEX;
    }

    private String word(int at) {
        boolean isWord = at < tokens.size() && tokens.get(at).kind() == StatementToken.Kind.WORD;
        return isWord ? tokens.get(at).text().toUpperCase(Locale.ROOT) : "";
    }

    /** Whether a name in the statement is qualified with a database. */
    public boolean isQualifiedWith(String database) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            StatementToken token = tokens.get(i);
            if (token.isName() && tokens.get(i + 1).isSign('.') && token.name().equalsIgnoreCase(database)) {
                return true;
            }
        }
        return false;
    }
}
