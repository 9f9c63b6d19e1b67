package dev.migrate.internal.mysql;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.provider.UnsupportedOnServerException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What not every server can do, and since when which one can. This is the only place that knows these versions.
 *
 * <p>They are those of the vendors' release notes and manuals; "measured" says what older servers really do with the
 * syntax, since some take it and forget it.
 */
public enum Capability {
    /**
     * CHECK. Measured: MySQL 5.7.22 and 8.0.15 parse it and keep nothing. MySQL manual, "CHECK Constraints"; MariaDB
     * 10.2.1 release notes (MDEV-7563).
     */
    CHECK("8.0.16", "10.2.1"),
    /** CHECK ... NOT ENFORCED. MySQL manual, "CHECK Constraints"; no MariaDB has it (measured to 11.4: error 1064). */
    UNENFORCED_CHECK("8.0.16", null),
    /** A CHECK that belongs to its column, so that changing the column changes it. MySQL makes it one of the table. */
    COLUMN_CHECK(null, "10.2.1"),
    /** Defaults that are expressions. MySQL manual, "Data Type Default Values"; MariaDB 10.2.1 (MDEV-10134). */
    EXPRESSION_DEFAULT("8.0.13", "10.2.1"),
    /** Keys over expressions. MySQL manual, "Functional Key Parts"; no MariaDB has them (measured to 11.4). */
    FUNCTIONAL_INDEX("8.0.13", null),
    /**
     * Keys with the greatest first. Measured: MySQL 5.7.22 parses DESC and forgets it, and so did MariaDB. MySQL 8.0.1
     * release notes; MariaDB 10.8.1 release notes (MDEV-13756).
     */
    DESCENDING_INDEX("8.0.1", "10.8.1"),
    /** Indexes that queries leave out. MySQL 8.0.0 (INVISIBLE); MariaDB 10.6.0 (IGNORED, MDEV-7317). */
    INVISIBLE_INDEX("8.0.0", "10.6.0"),
    /** Columns that {@code SELECT *} leaves out. MySQL 8.0.23 and MariaDB 10.3.3 release notes (MDEV-10177). */
    INVISIBLE_COLUMN("8.0.23", "10.3.3"),
    /** Generated columns that forbid NULL. Measured: error 1064 on MariaDB 10.11 and 11.4. */
    GENERATED_NOT_NULL("5.7.6", null),
    /**
     * Spatial columns that hold values of one reference system only. MySQL 8.0.3 release notes. MariaDB has
     * REF_SYSTEM_ID; measured: it is shown nowhere and checked by nobody.
     */
    SRID("8.0.3", null),
    /** The type JSON. MySQL 5.7.8; MariaDB 10.2.7 (MDEV-9144). */
    JSON("5.7.8", "10.2.7"),
    /** The type UUID. MariaDB 10.7.0 release notes (MDEV-4958). */
    UUID(null, "10.7.0"),
    /** The type INET6. MariaDB 10.5.0 release notes (MDEV-274). */
    INET6(null, "10.5.0"),
    /** The type INET4. MariaDB 10.10.0 release notes (MDEV-23287). */
    INET4(null, "10.10.0"),
    /** The type VECTOR. MySQL 9.0.0 and MariaDB 11.7.1 release notes. */
    VECTOR("9.0.0", "11.7.1"),
    /** More than 30 digits behind the point. MariaDB 10.2.1; measured: error 1425 on every MySQL. */
    LONG_SCALE(null, "10.2.1"),
    /**
     * ON DELETE and ON UPDATE SET DEFAULT. Measured: error 1215 on MySQL 5.7.22 with InnoDB; kept by MySQL 9.7; taken by
     * MariaDB, which keeps RESTRICT instead.
     */
    SET_DEFAULT("8.0.0", null),
    /**
     * Names with a backslash at their end or before a backquote. Measured: InnoDB of MySQL 5.7.22 reads foreign keys
     * from the text of the statement, takes the backslash for an escape and loses every foreign key behind it without a
     * word. MySQL 8.0.15 and MariaDB 10.11 do not; what is older than that was not measured.
     */
    BACKSLASH_AT_END_OF_NAME("8.0.0", "10.11.0"),
    /** RENAME COLUMN. MySQL 8.0.3 release notes; MariaDB 10.5.2 (MDEV-16290). Before, CHANGE repeats the definition. */
    RENAME_COLUMN("8.0.3", "10.5.2"),
    /** RENAME INDEX. MySQL 5.7.1 release notes; MariaDB 10.5.2 (MDEV-7318). */
    RENAME_INDEX("5.7.1", "10.5.2"),
    /** DROP CONSTRAINT for whatever constraint. MySQL 8.0.19 (before: DROP CHECK and so on); MariaDB 10.2.1. */
    DROP_CONSTRAINT("8.0.19", "10.2.1");

    private final @Nullable String mySql;
    private final @Nullable String mariaDb;

    /**
     * @param mySql the first version of MySQL that can do it, or null for none
     * @param mariaDb the first version of MariaDB that can do it, or null for none
     */
    Capability(@Nullable String mySql, @Nullable String mariaDb) {
        this.mySql = mySql;
        this.mariaDb = mariaDb;
    }

    /**
     * Tells whether a server can do it.
     *
     * @param server the server
     * @return true if it can
     */
    public boolean isIn(ServerVersion server) {
        return VersionThreshold.isReached(server, mySql, mariaDb);
    }

    /**
     * Refuses what the server cannot do.
     *
     * @param what what was asked for, as the subject of a sentence
     */
    void require(ServerVersion server, String what) {
        if (!isIn(server)) {
            throw new UnsupportedOnServerException(server, what, since());
        }
    }

    private String since() {
        return Stream.of(named(MySqlVersions.MYSQL, mySql), named(MySqlVersions.MARIADB, mariaDb))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" or "));
    }

    private static String named(String product, @Nullable String version) {
        return version == null ? "" : product + " " + version;
    }
}
