package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.parse.DefaultReader;
import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of {@code SHOW CREATE TABLE}, split into the definitions between the parentheses, the options after them
 * and the partitioning.
 */
final class ShowCreate {

    /** The attributes that can follow a default in the definition of a column, in the order of either product. */
    private static final List<String> BEHIND_DEFAULT = List.of(
            "ON", "AUTO_INCREMENT", "COMMENT", "CHECK", "INVISIBLE", "COLUMN_FORMAT", "STORAGE", "REF_SYSTEM_ID");

    private static final String PARTITIONING = "PARTITION BY ";

    private final List<List<String>> definitions = new ArrayList<>();
    private final @Nullable String partitioning;
    private final String options;

    private final @Nullable ShowCreate bytes;

    /** Splits the statement. */
    ShowCreate(String sql) {
        this(sql, null);
    }

    /**
     * Splits the bytes of a statement. It contains binary defaults unchanged, which may not be valid characters, so it
     * is decoded a second time with one character per byte.
     */
    static ShowCreate ofBytes(byte[] sent) {
        return new ShowCreate(
                new String(sent, StandardCharsets.UTF_8),
                new ShowCreate(new String(sent, StandardCharsets.ISO_8859_1)));
    }

    private ShowCreate(String sql, @Nullable ShowCreate bytes) {
        this.bytes = bytes;
        int start = sql.indexOf('(', endOfName(sql));
        int end = Tokens.endOfToken(sql, start);
        for (String definition : Tokens.list(sql.substring(start + 1, end - 1))) {
            definitions.add(Tokens.of(definition));
        }
        options = sql.substring(end);
        partitioning = partitioningIn(options);
    }

    /** Finds the definitions; the name of the table may contain parentheses. */
    private static int endOfName(String sql) {
        int name = sql.indexOf('`');
        return name < 0 ? 0 : Tokens.endOfToken(sql, name);
    }

    /** MySQL writes it in a version comment; the comment of a table is quoted, so it cannot be confused with it. */
    private static @Nullable String partitioningIn(String options) {
        int at = 0;
        while (at < options.length()) {
            int end = Tokens.endOfToken(options, at);
            if (options.startsWith("/*!", at) && options.substring(at, end).contains(PARTITIONING)) {
                return options.substring(options.indexOf(PARTITIONING, at), end - 2)
                        .strip();
            }
            if (options.startsWith(PARTITIONING, at)) {
                return options.substring(at).strip();
            }
            at = end;
        }
        return null;
    }

    /** Returns the definitions of columns, keys and constraints, as tokens. */
    List<List<String>> definitions() {
        return definitions;
    }

    /** Returns the text after the definitions. */
    String options() {
        return options;
    }

    /** Returns the names of the indexes, in their order. */
    List<String> indexes() {
        List<String> names = new ArrayList<>();
        for (List<String> tokens : definitions) {
            int at = tokens.indexOf("KEY");
            boolean isIndex = at >= 0 && at < 2 && !tokens.get(0).equals("PRIMARY");
            if (isIndex && tokens.size() > at + 1) {
                names.add(QuotedSql.name(tokens.get(at + 1)));
            }
        }
        return names;
    }

    /** Returns the algorithm that an index was created with, or null if none was specified. */
    Index.@Nullable Algorithm algorithmOf(String index) {
        for (List<String> tokens : definitions) {
            int at = tokens.indexOf("KEY");
            int using = tokens.indexOf("USING");
            boolean isIndex = at >= 0 && at < 2 && tokens.size() > using + 1;
            if (isIndex && using > 0 && QuotedSql.name(tokens.get(at + 1)).equals(index)) {
                return Index.Algorithm.valueOf(tokens.get(using + 1));
            }
        }
        return null;
    }

    /** Returns the names of the foreign keys, in their order. */
    List<String> foreignKeys() {
        List<String> names = new ArrayList<>();
        for (List<String> tokens : definitions) {
            if (tokens.get(0).equals("CONSTRAINT")
                    && tokens.size() > 2
                    && tokens.get(2).equals("FOREIGN")) {
                names.add(QuotedSql.name(tokens.get(1)));
            }
        }
        return names;
    }

    /** Returns the text that begins with PARTITION BY, or null. */
    @Nullable
    String partitioning() {
        return partitioning;
    }

    /** Returns the expression of a generated column. */
    @Nullable
    String generationOf(String column) {
        List<String> tokens = column(column);
        int at = tokens.indexOf("AS");
        return at > 0 && tokens.size() > at + 1 ? Tokens.unwrapped(tokens.get(at + 1)) : null;
    }

    /** Returns the default of a column in SQL: a quoted string, an expression or NULL. */
    @Nullable
    String defaultOf(String column) {
        List<String> tokens = column(column);
        int at = tokens.indexOf("DEFAULT");
        if (at < 0) {
            return null;
        }
        StringBuilder sql = new StringBuilder();
        for (String token : tokens.subList(at + 1, tokens.size())) {
            if (BEHIND_DEFAULT.contains(token) || token.startsWith("/*!")) {
                break;
            }
            sql.append(token);
        }
        return sql.toString();
    }

    /** Returns the default of a binary column, or null if it has none. */
    @Nullable
    DefaultValue bytesOf(String column) {
        String name = new String(column.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String sql = bytes == null ? null : bytes.defaultOf(name);
        if (sql == null) {
            return null;
        }
        if (!QuotedSql.isText(sql)) {
            return DefaultReader.ofSql(ColumnType.raw("bytes"), sql);
        }
        byte[] value = QuotedSql.text(sql).getBytes(StandardCharsets.ISO_8859_1);
        return new DefaultValue.Constant(Literal.of(value));
    }

    /** Returns the expression of a check of the table. */
    @Nullable
    String checkOf(String name) {
        for (List<String> tokens : definitions) {
            boolean isNamed = tokens.get(0).equals("CONSTRAINT")
                    && tokens.size() > 3
                    && tokens.get(2).equals("CHECK")
                    && QuotedSql.name(tokens.get(1)).equals(name);
            if (isNamed) {
                return Tokens.unwrapped(tokens.get(3));
            }
        }
        return null;
    }

    /** Returns the expression of a check that MariaDB stores with its column. */
    @Nullable
    String columnCheckOf(String column) {
        List<String> tokens = column(column);
        int at = tokens.indexOf("CHECK");
        return at > 0 && tokens.size() > at + 1 ? Tokens.unwrapped(tokens.get(at + 1)) : null;
    }

    /** Returns the parts of an index. */
    List<String> partsOf(String index) {
        for (List<String> tokens : definitions) {
            int at = tokens.indexOf("KEY");
            if (at >= 0
                    && at < 3
                    && tokens.size() > at + 2
                    && QuotedSql.name(tokens.get(at + 1)).equals(index)) {
                String group = tokens.get(at + 2);
                return Tokens.list(group.substring(1, group.length() - 1));
            }
        }
        return List.of();
    }

    /** Returns the parser of a full-text index, or null for the built-in one. */
    @Nullable
    String parserOf(String index) {
        for (List<String> tokens : definitions) {
            if (tokens.get(0).equals("FULLTEXT")
                    && QuotedSql.name(tokens.get(2)).equals(index)) {
                int parser = tokens.indexOf("PARSER");
                if (parser > 0) {
                    return QuotedSql.name(tokens.get(parser + 1));
                }
                for (String token : tokens) {
                    int at = token.startsWith("/*!") ? token.indexOf("WITH PARSER ") : -1;
                    if (at > 0) {
                        return QuotedSql.name(
                                token.substring(at + 12, token.length() - 2).strip());
                    }
                }
            }
        }
        return null;
    }

    private List<String> column(String name) {
        for (List<String> tokens : definitions) {
            if (tokens.get(0).startsWith("`") && QuotedSql.name(tokens.get(0)).equals(name)) {
                return tokens;
            }
        }
        return List.of();
    }
}
