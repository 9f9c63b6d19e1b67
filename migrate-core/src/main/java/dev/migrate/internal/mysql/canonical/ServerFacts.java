package dev.migrate.internal.mysql.canonical;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Encoding;
import java.util.Map;

/**
 * The defaults of a server and one of its databases.
 *
 * @param server the server
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

    public ServerFacts withDefaultCollations(Map<String, String> collations) {
        return new ServerFacts(server, database, defaultEngine, databaseCollation, collations);
    }

    /**
     * Returns the attributes that a table inherits.
     *
     * @return the defaults
     */
    public MySqlDefaults defaults() {
        return new MySqlDefaults(defaultEngine, databaseCollation, defaultCollations);
    }

    public boolean isMariaDb() {
        return MySqlVersions.isMariaDb(server);
    }

    /** Resolves an encoding to its collation, where another one is inherited. */
    public String collationOf(Encoding encoding, String inherited) {
        return defaults().collationOf(encoding, inherited);
    }

    /** Returns the shortest encoding that resolves to a collation, where another one is inherited. */
    public Encoding shortest(String collation, String inherited) {
        return defaults().shortest(collation, inherited);
    }
}
