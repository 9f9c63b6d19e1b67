package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.Index.Algorithm;
import dev.migrate.schema.IndexBuilder;
import java.util.List;
import java.util.Locale;

/** Parses the options after the columns of an index: {@code USING BTREE COMMENT 'for the report' INVISIBLE}. */
public final class IndexText {

    private IndexText() {}

    /**
     * Reads options.
     *
     * @param sql the options
     * @param index the index that they belong to
     * @throws IllegalArgumentException if an option is unknown
     */
    public static void read(String sql, IndexBuilder index) {
        List<String> tokens = Tokens.of(sql);
        for (int at = 0; at < tokens.size(); at++) {
            String word = tokens.get(at).toUpperCase(Locale.ROOT);
            boolean isLast = at + 1 == tokens.size();
            if (word.equals("INVISIBLE") || word.equals("IGNORED")) {
                index.invisible();
            } else if (word.equals("USING") && !isLast) {
                at++;
                index.using(Algorithm.valueOf(tokens.get(at).toUpperCase(Locale.ROOT)));
            } else if (word.equals("COMMENT") && !isLast) {
                at++;
                index.comment(QuotedSql.text(tokens.get(at)));
            } else if (!word.equals("VISIBLE")) {
                throw new IllegalArgumentException("The option " + tokens.get(at) + " of an index is unknown: " + sql);
            }
        }
    }
}
