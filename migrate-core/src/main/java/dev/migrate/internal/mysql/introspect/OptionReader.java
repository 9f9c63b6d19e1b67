package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.TableOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses {@code CREATE_OPTIONS} and the type of a table: the options other than engine, collation and comment. */
final class OptionReader {

    private OptionReader() {}

    static TableOptions read(TableRows rows) {
        Map<String, String> others = new TreeMap<>();
        String rowFormat = null;
        List<String> tokens = Tokens.of(rows.options);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i + 1).equals("=")) {
                String name = QuotedSql.name(tokens.get(i)).toUpperCase(Locale.ROOT);
                String value = value(tokens.get(i + 2));
                if (name.equals("ROW_FORMAT")) {
                    rowFormat = value;
                } else {
                    others.put(name, value);
                }
            }
        }
        if (rows.isSystemVersioned) {
            others.put("WITH SYSTEM VERSIONING", "");
        }
        return new TableOptions(
                rows.engine, new Encoding(null, rows.collation), rowFormat, null, comment(rows), others);
    }

    /** Converts double quotes to those of strings: MySQL shows {@code COMPRESSION="zlib"}. */
    private static String value(String token) {
        return token.startsWith("\"") ? "'" + token.substring(1, token.length() - 1) + "'" : token;
    }

    private static @Nullable String comment(TableRows rows) {
        return rows.comment.isEmpty() ? null : rows.comment;
    }
}
