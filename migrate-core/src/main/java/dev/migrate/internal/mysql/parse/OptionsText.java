package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.TableOptions;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses the options after the columns in CREATE TABLE. */
public final class OptionsText {

    private static final List<String> VERSIONING = List.of("WITH", "SYSTEM", "VERSIONING");

    private final List<String> tokens;
    private int at;

    private OptionsText(String sql) {
        tokens = Tokens.of(sql);
    }

    /**
     * Finds the start of the partitioning, which has its own syntax.
     *
     * @param sql the text after the columns in CREATE TABLE
     * @return the offset of {@code PARTITION BY}, or the length of the text
     */
    public static int partitions(String sql) {
        int at = 0;
        while (at < sql.length()) {
            int end = Tokens.endOfToken(sql, at);
            if (sql.substring(at, end).equalsIgnoreCase("PARTITION")) {
                return at;
            }
            at = end;
        }
        return sql.length();
    }

    /**
     * Parses options. If an option is repeated, the last one counts, as on the server.
     *
     * @param sql the options as written in CREATE TABLE, without partitioning
     * @return the options
     * @throws IllegalArgumentException if an option has no value
     */
    public static TableOptions read(String sql) {
        return new OptionsText(sql).read();
    }

    private TableOptions read() {
        Map<String, String> options = new TreeMap<>();
        while (at < tokens.size()) {
            String name = take().toUpperCase(Locale.ROOT);
            if (name.equals(",") || name.equals("DEFAULT")) {
                continue;
            }
            if (name.equals("WITH")) {
                at += 2;
                options.put(String.join(" ", VERSIONING), "");
                continue;
            }
            if (name.equals("CHARACTER")) {
                take();
                name = "CHARSET";
            }
            if (at < tokens.size() && tokens.get(at).equals("=")) {
                at++;
            }
            options.put(name, take());
        }
        return options(options);
    }

    private static TableOptions options(Map<String, String> options) {
        String counted = options.remove("AUTO_INCREMENT");
        return new TableOptions(
                name(options.remove("ENGINE")),
                new Encoding(name(options.remove("CHARSET")), name(options.remove("COLLATE"))),
                options.remove("ROW_FORMAT"),
                counted == null ? null : new BigInteger(counted),
                text(options.remove("COMMENT")),
                options);
    }

    private static @Nullable String name(@Nullable String quoted) {
        return quoted == null || !quoted.startsWith("'") ? quoted : QuotedSql.text(quoted);
    }

    private static @Nullable String text(@Nullable String quoted) {
        return quoted == null ? null : QuotedSql.text(quoted);
    }

    private String take() {
        if (at == tokens.size()) {
            throw new IllegalArgumentException("The options of a table end too early: " + String.join(" ", tokens));
        }
        at++;
        return tokens.get(at - 1);
    }
}
