package dev.migrate.internal.mysql.canonical;

import dev.migrate.schema.Encoding;
import dev.migrate.schema.ServerDefaults;
import java.util.Locale;
import java.util.Map;

/**
 * The defaults of a database of MySQL or MariaDB.
 *
 * @param engine the default storage engine
 * @param collation the default collation of the database
 * @param collations the default collation of each character set; one that is missing is its own collation
 */
public record MySqlDefaults(String engine, String collation, Map<String, String> collations) implements ServerDefaults {

    /** Copies the map. */
    public MySqlDefaults {
        collations = Map.copyOf(collations);
    }

    /** Returns the current name of a collation. */
    @Override
    public String collationOf(Encoding encoding, String inherited) {
        String named = encoding.collation();
        String charset = encoding.charset();
        if (named == null) {
            return charset == null ? modern(inherited) : collationOf(charset);
        }
        // MariaDB accepts the names of its newer collations without the character set.
        return charset == null ? charsetOf(inherited) + "_" + named : named;
    }

    /** Returns the default collation of a character set; an unknown name is returned unchanged. */
    String collationOf(String charset) {
        String name = modern(charset);
        String found = collations.get(name);
        if (found == null && name.equals("utf8mb3")) {
            found = collations.get("utf8");
        }
        return found == null ? name : modern(found);
    }

    /** Returns the shortest encoding that resolves to a collation where another is inherited. */
    public Encoding shortest(String wanted, String inherited) {
        return wanted.equals(modern(inherited)) ? Encoding.INHERITED : named(wanted);
    }

    @Override
    public Encoding named(String wanted) {
        String charset = charsetOf(wanted);
        return collationOf(charset).equals(wanted) ? new Encoding(charset, null) : new Encoding(charset, wanted);
    }

    /** The name of a collation begins with its character set, except for "binary". */
    private static String charsetOf(String wanted) {
        int end = wanted.indexOf('_');
        return end < 0 ? wanted : wanted.substring(0, end);
    }

    /** Older servers call utf8mb3 "utf8": MySQL up to 8.0.27 (in collations 8.0.29), MariaDB up to 10.5. */
    private static String modern(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") || lower.startsWith("utf8_") ? "utf8mb3" + lower.substring(4) : lower;
    }
}
