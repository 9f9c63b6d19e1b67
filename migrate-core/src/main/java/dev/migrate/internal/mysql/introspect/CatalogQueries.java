package dev.migrate.internal.mysql.introspect;

import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;

/**
 * The queries on {@code information_schema}. Each covers a whole database, regardless of the number of tables.
 *
 * <p>The database is a literal in them, because only then does MariaDB skip the other databases. Nothing is sorted or
 * joined without need: that is cheaper here. No column of {@code TABLES} is read that the server computes by opening
 * the tables or their statistics.
 */
final class CatalogQueries {

    private final ServerVersion server;
    private final String database;

    /**
     * Prepares the queries.
     *
     * @param server the server
     * @param database the name of the database, as a literal
     */
    CatalogQueries(ServerVersion server, String database) {
        this.server = server;
        this.database = database;
    }

    String tablesAndViews() {
        return """
            SELECT TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, CREATE_OPTIONS, TABLE_COMMENT
            FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = %s
            """.formatted(database);
    }

    /** The catalog of MySQL 8 does not mark tables that are partitioned by KEY () as partitioned. */
    boolean hasUnmarkedPartitions() {
        return Capability.ESCAPED_CATALOG.isIn(server);
    }

    String partitionedByKey() {
        return """
            SELECT DISTINCT TABLE_NAME
            FROM information_schema.PARTITIONS
            WHERE TABLE_SCHEMA = %s AND PARTITION_METHOD LIKE '%%KEY'
            """.formatted(database);
    }

    String columns() {
        return """
            SELECT TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_TYPE, COLLATION_NAME, IS_NULLABLE,
              COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION, COLUMN_COMMENT, %s
            FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = %s
            """.formatted(Capability.SRID.isIn(server) ? "SRS_ID" : "NULL", database);
    }

    String indexes() {
        return """
            SELECT TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, COLUMN_NAME, SUB_PART, COLLATION, INDEX_TYPE,
              INDEX_COMMENT, %s, %s
            FROM information_schema.STATISTICS
            WHERE TABLE_SCHEMA = %s
            """.formatted(Capability.FUNCTIONAL_INDEX.isIn(server) ? "EXPRESSION" : "NULL", isVisible(), database);
    }

    /** An invisible index of MySQL is an ignored index in MariaDB. */
    private String isVisible() {
        if (!Capability.INVISIBLE_INDEX.isIn(server)) {
            return "'YES'";
        }
        return MySqlVersions.isMariaDb(server) ? "IF(IGNORED = 'YES', 'NO', 'YES')" : "IS_VISIBLE";
    }

    String foreignKeyColumns() {
        return """
            SELECT TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, REFERENCED_TABLE_SCHEMA,
              REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME
            FROM information_schema.KEY_COLUMN_USAGE
            WHERE TABLE_SCHEMA = %s AND REFERENCED_TABLE_NAME IS NOT NULL
            """.formatted(database);
    }

    String foreignKeyRules() {
        return """
            SELECT TABLE_NAME, CONSTRAINT_NAME, DELETE_RULE, UPDATE_RULE
            FROM information_schema.REFERENTIAL_CONSTRAINTS
            WHERE CONSTRAINT_SCHEMA = %s
            """.formatted(database);
    }

    boolean hasChecks() {
        return Capability.CHECK_CATALOG.isIn(server);
    }

    /** Names of checks are unique in the database in MySQL, and in the table in MariaDB. */
    String checks() {
        return MySqlVersions.isMariaDb(server)
                ? """
                SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, 'YES', %s
                FROM information_schema.CHECK_CONSTRAINTS
                WHERE CONSTRAINT_SCHEMA = %s
                """.formatted(
                        Capability.CHECK_LEVEL_CATALOG.isIn(server) ? "IF(LEVEL = 'Column', 'YES', 'NO')" : "'NO'",
                        database)
                : """
                SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE, ENFORCED, 'NO'
                FROM information_schema.TABLE_CONSTRAINTS
                  JOIN information_schema.CHECK_CONSTRAINTS USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
                WHERE TABLE_SCHEMA = %s AND CONSTRAINT_TYPE = 'CHECK'
                """.formatted(database);
    }

    String triggers() {
        return """
            SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER
            FROM information_schema.TRIGGERS
            WHERE TRIGGER_SCHEMA = %s
            """.formatted(database);
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

    /** MySQL returns the reference systems with the columns. */
    boolean hasGeometryColumns() {
        return MySqlVersions.isMariaDb(server);
    }

    String referenceSystems() {
        return """
            SELECT G_TABLE_NAME, G_GEOMETRY_COLUMN, SRID
            FROM information_schema.GEOMETRY_COLUMNS
            WHERE G_TABLE_SCHEMA = %s
            """.formatted(database);
    }

    static String defaultCollations() {
        return """
            SELECT CHARACTER_SET_NAME, DEFAULT_COLLATE_NAME
            FROM information_schema.CHARACTER_SETS
            """;
    }
}
