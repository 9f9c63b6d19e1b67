package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.internal.mysql.sql.Tokens;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Rule;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses foreign keys: {@code FOREIGN KEY (a) REFERENCES b (c) ON DELETE CASCADE}. */
public final class ReferenceText {

    private final List<String> tokens;

    private ReferenceText(String sql) {
        tokens = Tokens.of(sql);
    }

    /**
     * Parses a whole definition.
     *
     * @param name the name of the foreign key
     * @param sql what follows the name
     * @return the foreign key
     * @throws IllegalArgumentException if it does not refer to a table
     */
    public static ForeignKey read(String name, String sql) {
        return new ReferenceText(sql).read(name);
    }

    /**
     * Parses the action for one event.
     *
     * @param event {@code DELETE} or {@code UPDATE}
     * @param sql the options
     * @return the action
     */
    public static Rule rule(String event, String sql) {
        return new ReferenceText(sql).rule(event);
    }

    private ForeignKey read(String name) {
        int references = find("REFERENCES", 0);
        List<String> own = groups(0, references);
        List<String> referenced = groups(references, tokens.size());
        if (references < 0 || own.isEmpty() || referenced.isEmpty()) {
            throw new IllegalArgumentException("This does not define a foreign key: " + String.join(" ", tokens));
        }
        boolean isQualified = tokens.get(references + 2).equals(".");
        String schema = isQualified ? QuotedSql.name(tokens.get(references + 1)) : null;
        String table = QuotedSql.name(tokens.get(references + (isQualified ? 3 : 1)));
        return of(name, own.get(0), schema, table, referenced.get(0));
    }

    private ForeignKey of(String name, String own, @Nullable String schema, String table, String referenced) {
        return new ForeignKey(name, names(own), schema, table, names(referenced), rule("DELETE"), rule("UPDATE"));
    }

    private Rule rule(String event) {
        for (int i = find("ON", 0); i >= 0; i = find("ON", i + 1)) {
            if (i + 2 < tokens.size() && tokens.get(i + 1).equalsIgnoreCase(event)) {
                String word = tokens.get(i + 2).toUpperCase(Locale.ROOT);
                boolean hasTwoWords = word.equals("SET") || word.equals("NO");
                return Rule.parse(hasTwoWords ? word + " " + tokens.get(i + 3) : word);
            }
        }
        return Rule.RESTRICT;
    }

    private int find(String word, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).equalsIgnoreCase(word)) {
                return i;
            }
        }
        return -1;
    }

    private List<String> groups(int from, int to) {
        return from < 0 || to < 0
                ? List.of()
                : tokens.subList(from, to).stream()
                        .filter(token -> token.startsWith("("))
                        .toList();
    }

    private static List<String> names(String group) {
        return Tokens.list(group.substring(1, group.length() - 1)).stream()
                .map(QuotedSql::name)
                .toList();
    }
}
