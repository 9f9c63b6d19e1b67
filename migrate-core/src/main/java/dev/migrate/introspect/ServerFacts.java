package dev.migrate.introspect;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;
import dev.migrate.schema.Encoding;
import java.util.Locale;
import java.util.Map;

/**
 * What a server does where a schema says nothing.
 *
 * @param server which server it is
 * @param database the name of the database
 * @param defaultEngine the storage engine of tables that name none
 * @param databaseCollation the collation of tables that name none
 * @param defaultCollations the collation of each character set that is named without one
 */
public record ServerFacts(
        ServerVersion server,
        String database,
        String defaultEngine,
        String databaseCollation,
        Map<String, String> defaultCollations) {

    /** Copies the map. */
    public ServerFacts {
        defaultCollations = Map.copyOf(defaultCollations);
    }

    ServerFacts withDefaultCollations(Map<String, String> collations) {
        return new ServerFacts(server, database, defaultEngine, databaseCollation, collations);
    }

    /** The collation that a character set has by itself; a word that the server does not know stays as it is. */
    String collationOf(String charset) {
        String name = modern(charset);
        String collation = defaultCollations.get(name);
        if (collation == null && name.equals("utf8mb3")) {
            collation = defaultCollations.get("utf8");
        }
        return collation == null ? name : modern(collation);
    }

    boolean isMariaDb() {
        return server.product() == Product.MARIADB;
    }

    /** The collation that an encoding comes to, where another is inherited. */
    String collationOf(Encoding encoding, String inherited) {
        String collation = encoding.collation();
        String charset = encoding.charset();
        if (collation == null) {
            return charset == null ? modern(inherited) : collationOf(charset);
        }
        // MariaDB's newer collations may be named without the character set.
        return charset == null ? charsetOf(inherited) + "_" + collation : collation;
    }

    /** The shortest encoding that comes to a collation, where another is inherited. */
    Encoding shortest(String collation, String inherited) {
        if (collation.equals(modern(inherited))) {
            return Encoding.INHERITED;
        }
        String charset = charsetOf(collation);
        return collationOf(charset).equals(collation) ? new Encoding(charset, null) : new Encoding(charset, collation);
    }

    /** Every collation begins with the name of its character set, except that of bytes. */
    static String charsetOf(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** MySQL calls utf8mb3 so from 8.0.28, in collations from 8.0.30, and MariaDB from 10.6. */
    static String modern(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("utf8") || lower.startsWith("utf8_") ? "utf8mb3" + lower.substring(4) : lower;
    }
}
