package dev.migrate.internal.mysql.script;

import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TokenLists;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Schema;
import dev.migrate.schema.ServerDefaults;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the engines, character sets and collations that a script specifies. The catalog of the server does not
 * distinguish them from those that a table inherits. Used once.
 */
final class SpecifiedAttributes {

    private static final Set<String> ENCODING_WORDS = Set.of(
            "ASCII", "BINARY", "BYTE", "CHARACTER", "CHARSET", "COLLATE", "NATIONAL", "NCHAR", "NVARCHAR", "UNICODE");
    private static final Set<String> END_OF_OPTIONS = Set.of("AS", "PARTITION", "SELECT");

    private static final String ROW_FORMAT = "ROW_FORMAT";

    /** The options that the server does not show if they have their default value. */
    private static final List<String> OPTIONS = List.of(
            ROW_FORMAT,
            "AVG_ROW_LENGTH",
            "CHECKSUM",
            "DELAY_KEY_WRITE",
            "KEY_BLOCK_SIZE",
            "MAX_ROWS",
            "MIN_ROWS",
            "PACK_KEYS",
            "STATS_AUTO_RECALC",
            "STATS_PERSISTENT",
            "STATS_SAMPLE_PAGES");

    private final Map<String, Specified> tables = new HashMap<>();

    /** The attributes that are specified for a table. */
    private static final class Specified {
        private boolean isEngine;
        private boolean isEncoding;
        private final Set<String> columns = new HashSet<>();
        /** The options that are specified as the default, by their names. */
        private final Set<String> defaults = new HashSet<>();

        void add(Specified other) {
            defaults.addAll(other.defaults);
            isEngine |= other.isEngine;
            isEncoding |= other.isEncoding;
            columns.addAll(other.columns);
        }
    }

    /** Reads the next statement of the script. */
    void read(List<StatementToken> statement) {
        StatementReader words = new StatementReader(statement);
        if (words.skip("CREATE")) {
            words.skip("OR", "REPLACE");
            readTable(words);
        } else if (words.skip("ALTER")) {
            words.skipAny("ONLINE");
            words.skipAny("IGNORE");
            readAlter(words);
        } else if (words.skip("RENAME", "TABLE") || words.skip("RENAME", "TABLES")) {
            TokenLists.split(words.rest()).forEach(rename -> readRename(new StatementReader(rename)));
        }
    }

    /** Reads the name of a table, or returns null if the statement is about another object. */
    private static @Nullable String table(StatementReader words) {
        if (!words.skip("TABLE")) {
            return null;
        }
        words.skipGuard();
        return words.name();
    }

    private void readTable(StatementReader words) {
        String table = table(words);
        if (table == null) {
            return;
        }
        Specified specified = new Specified();
        tables.putIfAbsent(table, specified);
        List<StatementToken> definitions = words.group();
        StatementReader first = new StatementReader(definitions);
        if (words.skip("LIKE") || first.skip("LIKE")) {
            String source = definitions.isEmpty() ? words.name() : first.name();
            specified.add(tables.getOrDefault(String.valueOf(source), new Specified()));
            return;
        }
        TokenLists.split(definitions).forEach(definition -> readColumn(specified, new StatementReader(definition)));
        readOptions(specified, words.rest());
    }

    private void readAlter(StatementReader words) {
        String table = table(words);
        if (table == null) {
            return;
        }
        for (List<StatementToken> clause : TokenLists.split(words.rest())) {
            readClause(table, clause);
        }
    }

    private void readClause(String table, List<StatementToken> clause) {
        StatementReader words = new StatementReader(clause);
        Specified specified = tables.computeIfAbsent(table, name -> new Specified());
        if (words.skip("RENAME")) {
            readNewName(table, words);
        } else if (words.skip("ADD") || words.skip("MODIFY")) {
            words.skip("COLUMN");
            words.skipGuard();
            List<StatementToken> several = words.group();
            TokenLists.split(several.isEmpty() ? words.rest() : several)
                    .forEach(definition -> readColumn(specified, new StatementReader(definition)));
        } else if (words.skip("CHANGE")) {
            words.skip("COLUMN");
            words.skipGuard();
            words.name();
            readColumn(specified, words);
        } else {
            words.skip("CONVERT", "TO");
            readOptions(specified, words.rest());
        }
    }

    private void readNewName(String table, StatementReader words) {
        if (!words.isAt("COLUMN") && !words.isAt("INDEX") && !words.isAt("KEY")) {
            words.skipAny("TO", "AS");
            words.skipSign('=');
            rename(table, words.name());
        }
    }

    private void readRename(StatementReader words) {
        String from = words.name();
        if (from != null && words.skip("TO")) {
            rename(from, words.name());
        }
    }

    private void rename(String from, @Nullable String to) {
        Specified specified = tables.remove(from);
        if (specified != null && to != null) {
            tables.put(to, specified);
        }
    }

    private static void readColumn(Specified specified, StatementReader definition) {
        if (definition.isAtEnd() || TokenLists.isKey(definition)) {
            return;
        }
        String name = definition.name();
        List<StatementToken> attributes = definition.rest();
        if (name != null
                && attributes.stream()
                        .anyMatch(word -> isEncoding(word, attributes.get(0).depth()))) {
            specified.columns.add(name.toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isEncoding(StatementToken token, int depth) {
        return token.kind() == StatementToken.Kind.WORD
                && token.depth() == depth
                && ENCODING_WORDS.contains(token.text().toUpperCase(Locale.ROOT));
    }

    private static void readOptions(Specified specified, List<StatementToken> options) {
        for (int i = 0; i < options.size(); i++) {
            StatementToken option = options.get(i);
            if (END_OF_OPTIONS.stream().anyMatch(option::is)) {
                return;
            }
            readDefault(specified, options.subList(i, options.size()));
            specified.isEngine |= option.is("ENGINE") || option.is("TYPE");
            specified.isEncoding |= option.is("CHARSET") || option.is("CHARACTER") || option.is("COLLATE");
        }
    }

    private static void readDefault(Specified specified, List<StatementToken> rest) {
        StatementReader words = new StatementReader(rest);
        for (String name : OPTIONS) {
            if (words.skip(name)) {
                words.skipSign('=');
                if (words.skip(TableOptions.defaultOf(name))) {
                    specified.defaults.add(name);
                } else {
                    specified.defaults.remove(name);
                }
            }
        }
    }

    /** Writes out the specified attributes that the canonical form of a schema omits. */
    Schema in(Schema schema, ServerDefaults defaults) {
        return schema.withTables(
                schema.tables().stream().map(table -> in(table, defaults)).toList());
    }

    private Table in(Table table, ServerDefaults defaults) {
        Specified specified = tables.getOrDefault(table.name(), new Specified());
        TableOptions options = table.options();
        String inherited = defaults.collationOf(options.encoding(), defaults.collation());
        if (specified.isEngine && options.engine() == null) {
            options = options.withEngine(defaults.engine());
        }
        if (specified.isEncoding) {
            options = options.withEncoding(defaults.named(inherited));
        }
        return table.withOptions(withDefaults(options, specified.defaults))
                .withColumns(table.columns().stream()
                        .map(column -> specified.columns.contains(column.name().toLowerCase(Locale.ROOT))
                                ? explicit(column, inherited, defaults)
                                : column)
                        .toList());
    }

    private static TableOptions withDefaults(TableOptions options, Set<String> names) {
        Map<String, String> others = new HashMap<>(options.others());
        String rowFormat = options.rowFormat();
        for (String name : names) {
            if (!name.equals(ROW_FORMAT)) {
                others.putIfAbsent(name, TableOptions.defaultOf(name));
            } else if (rowFormat == null) {
                rowFormat = TableOptions.defaultOf(name);
            }
        }
        return options.withOthers(rowFormat, others);
    }

    private static Column explicit(Column column, String inherited, ServerDefaults defaults) {
        if (!(column.type() instanceof CharacterType type)) {
            return column;
        }
        Encoding encoding = defaults.named(defaults.collationOf(type.encoding(), inherited));
        return column.toBuilder().type(type.encoding(encoding)).build();
    }
}
