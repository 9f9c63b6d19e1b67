package dev.migrate.internal.mysql.parse;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options of a sequence. Immutable. */
public final class SequenceText {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, true);

    /** The options in the order in which the server writes them. */
    private enum Option {
        TYPE,
        START,
        MINIMUM,
        MAXIMUM,
        INCREMENT,
        CACHE,
        CYCLE,
        ENGINE,
        COMMENT
    }

    private final Map<Option, String> clauses;

    private SequenceText(Map<Option, String> clauses) {
        this.clauses = clauses;
    }

    /**
     * Parses options.
     *
     * @throws IllegalArgumentException if an option is unknown
     */
    public static SequenceText of(String definition) {
        Map<Option, String> clauses = new EnumMap<>(Option.class);
        StatementReader words = new StatementReader(StatementTokens.of(definition, SYNTAX));
        while (!words.isAtEnd()) {
            read(words, clauses, definition);
        }
        return new SequenceText(clauses);
    }

    private static void read(StatementReader words, Map<Option, String> clauses, String definition) {
        if (words.skip("AS")) {
            String type = value(words).toLowerCase(Locale.ROOT);
            clauses.put(Option.TYPE, "as " + type + (words.skip("UNSIGNED") ? " unsigned" : ""));
        } else if (words.skip("START")) {
            words.skip("WITH");
            clauses.put(Option.START, "start with " + value(words));
        } else if (words.skip("INCREMENT")) {
            words.skip("BY");
            clauses.put(Option.INCREMENT, "increment by " + value(words));
        } else if (words.skip("MINVALUE")) {
            clauses.put(Option.MINIMUM, "minvalue " + value(words));
        } else if (words.skip("MAXVALUE")) {
            clauses.put(Option.MAXIMUM, "maxvalue " + value(words));
        } else if (words.skip("NO", "MINVALUE") || words.skip("NOMINVALUE")) {
            clauses.put(Option.MINIMUM, "no minvalue");
        } else if (words.skip("NO", "MAXVALUE") || words.skip("NOMAXVALUE")) {
            clauses.put(Option.MAXIMUM, "no maxvalue");
        } else if (words.skip("CACHE")) {
            clauses.put(Option.CACHE, cache(value(words)));
        } else if (words.skip("NO", "CACHE") || words.skip("NOCACHE")) {
            clauses.put(Option.CACHE, "nocache");
        } else if (words.skip("CYCLE")) {
            clauses.put(Option.CYCLE, "cycle");
        } else if (words.skip("NO", "CYCLE") || words.skip("NOCYCLE")) {
            clauses.put(Option.CYCLE, "nocycle");
        } else if (words.skip("ENGINE")) {
            clauses.put(Option.ENGINE, "ENGINE=" + value(words));
        } else if (words.skip("COMMENT")) {
            clauses.put(Option.COMMENT, "COMMENT=" + value(words));
        } else {
            throw new IllegalArgumentException("The options of a sequence are not supported: " + definition + ".");
        }
    }

    private static String cache(String size) {
        return size.equals("0") ? "nocache" : "cache " + size;
    }

    /** Reads a word, a string or a number with its sign. */
    private static String value(StatementReader words) {
        words.skipSign('=');
        String sign = words.skipSign('-') ? "-" : "";
        StatementToken token = words.next();
        return sign + (token == null ? "" : token.text());
    }

    /** Returns a copy with options for those that are omitted. */
    public SequenceText completed(SequenceText others) {
        Map<Option, String> all = new EnumMap<>(others.clauses);
        all.putAll(clauses);
        return new SequenceText(all);
    }

    /** Returns a copy without an engine that is the default. */
    public SequenceText withoutEngine(String engine) {
        Map<Option, String> rest = new EnumMap<>(clauses);
        String named = clauses.get(Option.ENGINE);
        if (named != null && named.equalsIgnoreCase("ENGINE=" + engine)) {
            rest.remove(Option.ENGINE);
        }
        return new SequenceText(rest);
    }

    /** Returns the options that a change of the sequence can have. */
    public String changeable() {
        Map<Option, String> rest = new EnumMap<>(clauses);
        rest.remove(Option.ENGINE);
        rest.remove(Option.COMMENT);
        return new SequenceText(rest).text();
    }

    /** Returns the options of the table that holds the sequence, empty if it has none. */
    public String ofTable(@Nullable SequenceText before) {
        Map<Option, String> options = new EnumMap<>(clauses);
        options.keySet().removeIf(option -> option != Option.ENGINE && option != Option.COMMENT);
        if (before != null) {
            options.values().removeIf(before.clauses::containsValue);
            if (before.clauses.containsKey(Option.COMMENT) && !clauses.containsKey(Option.COMMENT)) {
                options.put(Option.COMMENT, "COMMENT=''");
            }
        }
        return new SequenceText(options).text();
    }

    /** Returns the options in the notation of the server. */
    public String text() {
        return clauses.values().stream().collect(Collectors.joining(" "));
    }
}
