package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;

/**
 * What is asked of {@code information_schema}: each about a whole database, whatever its number of tables.
 *
 * <p>The database stands in them as a literal, because only then does MariaDB read no other databases. Nothing is sorted
 * or joined that need not be: that is cheaper here. {@code TABLES} is asked for nothing that a server computes by
 * opening the tables or their statistics.
 */
final class CatalogQueries {

    private final ServerVersion server;
    private final String database;
    private final String only;

    /**
     * Questions about a database.
     *
     * @param server which server is asked
     * @param database the name of the database, as a literal
     * @param table the name of the only table that is asked about, as a literal, or empty for all of them
     */
    CatalogQueries(ServerVersion server, String database, String table) {
        this.server = server;
        this.database = database;
        this.only = table.isEmpty() ? "" : " AND TABLE_NAME = " + table;
    }

    String tablesAndViews() {
        return """
            SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT
            FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = %s%s
            """.formatted(database, only);
    }

    String columns() {
        return """
            SELECT TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_TYPE, COLLATION_NAME, IS_NULLABLE,
              COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, COLUMN_COMMENT, %s
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = %s%s
            """.formatted(hasReferenceSystems() ? "SRS_ID" : "NULL", database, only);
    }

    String indexes() {
        return """
            SELECT TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, COLUMN_NAME, SUB_PART, COLLATION, INDEX_TYPE,
              INDEX_COMMENT, %s, %s
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = %s%s
            """.formatted(hasFunctionalIndexes() ? "EXPRESSION" : "NULL", isVisible(), database, only);
    }

    /** MySQL calls an index invisible that MariaDB calls ignored. */
    private String isVisible() {
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 0)) {
            return "IS_VISIBLE";
        }
        return server.isAtLeast(MySqlVersions.MARIADB, 10, 6, 0) ? "IF(IGNORED = 'YES', 'NO', 'YES')" : "'YES'";
    }

    String foreignKeyColumns() {
        return """
            SELECT TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
              REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
            FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = %s AND REFERENCED_TABLE_NAME IS NOT NULL%s
            """.formatted(database, only);
    }

    String foreignKeyRules() {
        return """
            SELECT TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
            FROM information_schema.REFERENTIAL_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA = %s%s
            """.formatted(database, only);
    }

    boolean hasChecks() {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16) || server.isAtLeast(MySqlVersions.MARIADB, 10, 2, 22);
    }

    /** In MySQL the names are unique in the database, in MariaDB in the table. */
    String checks() {
        return MySqlVersions.isMariaDb(server)
                ? """
                SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, 'YES', %s
                FROM information_schema.CHECK_CONSTRAINTS
                WHERE CONSTRAINT_SCHEMA = %s%s
                """.formatted(hasLevels() ? "IF(LEVEL = 'Column', 'YES', 'NO')" : "'NO'", database, only)
                : """
                SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, ENFORCED, 'NO'
                FROM information_schema.TABLE_CONSTRAINTS
                  JOIN information_schema.CHECK_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
                WHERE TABLE_SCHEMA = %s AND CONSTRAINT_TYPE = 'CHECK'%s
                """.formatted(database, only);
    }

    String triggers() {
        return """
            SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
            FROM information_schema.TRIGGERS
            WHERE TRIGGER_SCHEMA = %s%s
            """.formatted(database, only.replace("TABLE_NAME", "EVENT_OBJECT_TABLE"));
    }

    String routines() {
        return """
            SELECT ROUTINE_NAME, ROUTINE_TYPE
            FROM information_schema.ROUTINES
            WHERE ROUTINE_SCHEMA = %s AND ROUTINE_TYPE IN ('PROCEDURE', 'FUNCTION')
            """.formatted(database);
    }

    String events() {
        return """
            SELECT EVENT_NAME
            FROM information_schema.EVENTS
            WHERE EVENT_SCHEMA = %s
            """.formatted(database);
    }

    /** MySQL tells it with the columns. */
    boolean hasGeometryColumns() {
        return MySqlVersions.isMariaDb(server);
    }

    String referenceSystems() {
        return """
            SELECT G_TABLE_NAME, G_GEOMETRY_COLUMN, SRID
            FROM information_schema.GEOMETRY_COLUMNS
            WHERE G_TABLE_SCHEMA = %s%s
            """.formatted(database, only.replace("TABLE_NAME", "G_TABLE_NAME"));
    }

    static String defaultCollations() {
        return """
            SELECT CHARACTER_SET_NAME, DEFAULT_COLLATE_NAME
            FROM information_schema.CHARACTER_SETS
            """;
    }

    /** The columns' own checks are told from those of the table. */
    private boolean hasLevels() {
        return server.isAtLeast(MySqlVersions.MARIADB, 10, 5, 10);
    }

    private boolean hasReferenceSystems() {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 3);
    }

    private boolean hasFunctionalIndexes() {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13);
    }
}
