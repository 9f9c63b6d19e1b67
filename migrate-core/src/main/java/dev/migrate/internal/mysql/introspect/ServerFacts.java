package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ServerDefaults;
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

    /**
     * What a table gets that says nothing.
     *
     * @return the part of these facts that a comparison of schemas needs
     */
    public ServerDefaults defaults() {
        return new ServerDefaults(defaultEngine, databaseCollation, defaultCollations);
    }

    boolean isMariaDb() {
        return MySqlVersions.isMariaDb(server);
    }

    /** The collation that an encoding comes to, where another is inherited. */
    String collationOf(Encoding encoding, String inherited) {
        return defaults().collationOf(encoding, inherited);
    }

    /** The shortest encoding that comes to a collation, where another is inherited. */
    Encoding shortest(String collation, String inherited) {
        return defaults().shortest(collation, inherited);
    }
}
