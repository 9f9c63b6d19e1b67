package dev.migrate.internal.mysql.sql;

import java.util.List;

/** Reads the words between CREATE, ALTER or DROP and the name of an object. Stateless. */
public final class ObjectWords {

    /** The words before the kind of the object that have no value. */
    private static final String[] MODIFIERS = {
        "AGGREGATE", "FULLTEXT", "IGNORE", "OFFLINE", "ONLINE", "SPATIAL", "UNIQUE", "VECTOR"
    };

    private ObjectWords() {}

    /** Reads the words before the kind of the object. */
    public static void skipModifiers(StatementReader words) {
        boolean isModifier = true;
        while (isModifier) {
            isModifier = words.skipDefiner()
                    || words.skipValue("ALGORITHM")
                    || skipSecurity(words)
                    || words.skipAny(MODIFIERS);
        }
    }

    private static boolean skipSecurity(StatementReader words) {
        return words.skip("SQL") && words.skipValue("SECURITY");
    }

    /** Reads the kind of a view, a sequence or a stored program; empty if it is something else. */
    public static String kind(StatementReader words) {
        for (String kind : List.of("VIEW", "TRIGGER", "PROCEDURE", "FUNCTION", "EVENT", "SEQUENCE")) {
            if (words.skip(kind)) {
                return kind;
            }
        }
        return "";
    }
}
