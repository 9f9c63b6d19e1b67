package dev.migrate.internal.mysql.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides the definitions in statements about tables. Stateless. */
public final class TokenLists {

    private TokenLists() {}

    /** Splits at the commas of the outermost level. */
    public static List<List<StatementToken>> split(List<StatementToken> tokens) {
        List<List<StatementToken>> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean isOutermost = tokens.get(i).depth() == tokens.get(0).depth();
            if (isOutermost && tokens.get(i).isSign(',')) {
                parts.add(tokens.subList(start, i));
                start = i + 1;
            }
        }
        if (start < tokens.size()) {
            parts.add(tokens.subList(start, tokens.size()));
        }
        return parts;
    }

    /** Whether a definition is that of a key or a constraint, not of a column. */
    public static boolean isKey(StatementReader definition) {
        for (String word :
                List.of("CHECK", "CONSTRAINT", "FOREIGN", "FULLTEXT", "INDEX", "KEY", "PRIMARY", "SPATIAL", "UNIQUE")) {
            if (definition.isAt(word)) {
                return true;
            }
        }
        return definition.isAt("PERIOD", "FOR")
                || definition.isAt("VECTOR", "INDEX")
                || definition.isAt("VECTOR", "KEY");
    }

    /** Returns the columns of a key; null if a part is an expression. */
    public static @Nullable List<String> columns(List<StatementToken> parts) {
        List<String> columns = new ArrayList<>();
        for (List<StatementToken> part : split(parts)) {
            if (!part.get(0).isName()) {
                return null;
            }
            columns.add(part.get(0).name());
        }
        return columns.isEmpty() ? null : columns;
    }
}
