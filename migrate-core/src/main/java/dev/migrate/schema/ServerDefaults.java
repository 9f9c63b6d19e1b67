package dev.migrate.schema;

import java.util.Locale;
import java.util.Map;

/**
 * What a server takes for a table that says nothing, so that what a schema leaves out can be spelled out.
 *
 * @param engine the storage engine
 * @param collation the database's collation
 * @param collations the collation that each character set has by itself; a character set that is missing is its own
 */
public record ServerDefaults(String engine, String collation, Map<String, String> collations) {

    /** Copies the map. */
    public ServerDefaults {
        collations = Map.copyOf(collations);
    }

    /**
     * The collation that an encoding comes to.
     *
     * @param encoding the encoding
     * @param inherited the collation where it names nothing
     * @return the collation, by its newest name
     */
    public String collationOf(Encoding encoding, String inherited) {
        String named = encoding.collation();
        String charset = encoding.charset();
        if (named == null) {
            return charset == null ? modern(inherited) : collationOf(charset);
        }
        // MariaDB's newer collations may be named without the character set.
        return charset == null ? charsetOf(inherited) + "_" + named : named;
    }

    /**
     * The collation that a character set has by itself.
     *
     * @param charset the character set
     * @return the collation; a word that the server does not know stays as it is
     */
    public String collationOf(String charset) {
        String name = modern(charset);
        String found = collations.get(name);
        if (found == null && name.equals("utf8mb3")) {
            found = collations.get("utf8");
        }
        return found == null ? name : modern(found);
    }

    /**
     * The shortest encoding that comes to a collation.
     *
     * @param wanted the collation
     * @param inherited the collation where nothing is named
     * @return the encoding
     */
    public Encoding shortest(String wanted, String inherited) {
        return wanted.equals(modern(inherited)) ? Encoding.INHERITED : named(wanted);
    }

    /**
     * The shortest encoding that comes to a collation, whatever is inherited.
     *
     * @param wanted the collation
     * @return the encoding, which names its character set
     */
    public Encoding named(String wanted) {
        String charset = charsetOf(wanted);
        return collationOf(charset).equals(wanted) ? new Encoding(charset, null) : new Encoding(charset, wanted);
    }

    /** Every collation begins with the name of its character set, except that of bytes. */
    private static String charsetOf(String wanted) {
        int end = wanted.indexOf('_');
        return end < 0 ? wanted : wanted.substring(0, end);
    }

    /** MySQL calls utf8mb3 so from 8.0.28, in collations from 8.0.30, and MariaDB from 10.6. */
    private static String modern(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") || lower.startsWith("utf8_") ? "utf8mb3" + lower.substring(4) : lower;
    }
}
