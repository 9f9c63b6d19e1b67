package dev.migrate.internal.mysql.server;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.provider.ServerVersion;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The features that some supported servers lack, with the first version of each product that has them. All version
 * thresholds are in this package: here, in {@link InstantChange} and in {@link MySqlVersions}.
 *
 * <p>The versions are from the vendors' release notes and manuals, as cited for each constant. "Measured" means that it
 * was tested on a server, because the documents do not mention it or older servers accept the syntax and ignore it.
 */
public enum Capability {
    /**
     * CHECK. Measured: MySQL 5.7.22 and 8.0.15 parse and ignore it. MySQL manual, "CHECK Constraints"; MariaDB
     * 10.2.1 release notes (MDEV-7563).
     */
    CHECK("8.0.16", "10.2.1"),
    /** CHECK ... NOT ENFORCED. MySQL manual, "CHECK Constraints"; no MariaDB has it (measured to 11.4: error 1064). */
    UNENFORCED_CHECK("8.0.16", null),
    /**
     * A check that belongs to its column and changes with it. MySQL converts it to a check of the table. MariaDB
     * 10.2.1.
     */
    COLUMN_CHECK(null, "10.2.1"),
    /** Expression defaults. MySQL manual, "Data Type Default Values"; MariaDB 10.2.1 (MDEV-10134). */
    EXPRESSION_DEFAULT("8.0.13", "10.2.1"),
    /** Indexes on expressions. MySQL manual, "Functional Key Parts"; no MariaDB has them (measured to 11.4). */
    FUNCTIONAL_INDEX("8.0.13", null),
    /**
     * Descending index columns. Measured: MySQL 5.7.22 parses and ignores DESC, and so did MariaDB. MySQL 8.0.1
     * release notes; MariaDB 10.8.1 release notes (MDEV-13756).
     */
    DESCENDING_INDEX("8.0.1", "10.8.1"),
    /** Indexes that the optimizer ignores. MySQL 8.0.0 (INVISIBLE); MariaDB 10.6.0 (IGNORED, MDEV-7317). */
    INVISIBLE_INDEX("8.0.0", "10.6.0"),
    /**
     * TIMESTAMP columns get no other defaults than those that are declared, unless the server is configured otherwise.
     * MySQL manual, "explicit_defaults_for_timestamp": 8.0.2; MariaDB 10.10.1 release notes (MDEV-28632).
     */
    EXPLICIT_DEFAULTS("8.0.2", "10.10.1"),
    /** Columns that {@code SELECT *} omits. MySQL 8.0.23 and MariaDB 10.3.3 release notes (MDEV-10177). */
    INVISIBLE_COLUMN("8.0.23", "10.3.3"),
    /** NOT NULL for generated columns. MySQL 5.7.6. Measured: error 1064 on MariaDB 10.11 and 11.4. */
    GENERATED_NOT_NULL("5.7.6", null),
    /**
     * Spatial columns restricted to one reference system. MySQL 8.0.3 release notes. MariaDB has REF_SYSTEM_ID;
     * measured: it is neither shown nor enforced.
     */
    SRID("8.0.3", null),
    /** The type JSON. MySQL 5.7.8; MariaDB 10.2.7 (MDEV-9144). */
    JSON("5.7.8", "10.2.7"),
    /** Sequences. MariaDB 10.3.0 release notes (MDEV-10139); no MySQL has them. */
    SEQUENCE(null, "10.3.0"),
    /** The type UUID. MariaDB 10.7.0 release notes (MDEV-4958). */
    UUID(null, "10.7.0"),
    /** The type INET6. MariaDB 10.5.0 release notes (MDEV-274). */
    INET6(null, "10.5.0"),
    /** The type INET4. MariaDB 10.10.0 release notes (MDEV-23287). */
    INET4(null, "10.10.0"),
    /** The type VECTOR. MySQL 9.0.0 and MariaDB 11.7.1 release notes. */
    VECTOR("9.0.0", "11.7.1"),
    /** More than 30 decimal places. MariaDB 10.2.1; measured: error 1425 on every MySQL. */
    LONG_SCALE(null, "10.2.1"),
    /**
     * ON DELETE and ON UPDATE SET DEFAULT. Measured: error 1215 on MySQL 5.7.22 with InnoDB; kept by MySQL 9.7;
     * accepted by MariaDB, which stores RESTRICT instead.
     */
    SET_DEFAULT("8.0.0", null),
    /**
     * Names with a backslash at their end or before a backtick. Measured: InnoDB of MySQL 5.7.22 reads foreign keys
     * from the text of the statement, takes the backslash for an escape and silently loses every foreign key after it.
     * MySQL 8.0.15 and MariaDB 10.11 do not; older versions were not measured.
     */
    BACKSLASH_AT_END_OF_NAME("8.0.0", "10.11.0"),
    /** RENAME COLUMN. MySQL 8.0.3 release notes; MariaDB 10.5.2 (MDEV-16290). Before, CHANGE repeats the definition. */
    RENAME_COLUMN("8.0.3", "10.5.2"),
    /** RENAME INDEX. MySQL 5.7.1 release notes; MariaDB 10.5.2 (MDEV-7318). */
    RENAME_INDEX("5.7.1", "10.5.2"),
    /** DROP CONSTRAINT for constraints of any kind. MySQL 8.0.19 (before: DROP CHECK and so on); MariaDB 10.2.1. */
    DROP_CONSTRAINT("8.0.19", "10.2.1"),
    /**
     * The table {@code information_schema.CHECK_CONSTRAINTS}. MySQL has it with {@link #CHECK}; MariaDB documentation,
     * "Information Schema CHECK_CONSTRAINTS Table": 10.2.22 and 10.3.10, later than the constraints themselves.
     */
    CHECK_CATALOG("8.0.16", "10.2.22, 10.3.10"),
    /** The column LEVEL in that table, which marks checks of columns. MariaDB documentation, as above: 10.5.10. */
    CHECK_LEVEL_CATALOG(null, "10.5.10"),
    /**
     * Expressions in {@code information_schema} that are escaped a second time, with character set introducers.
     * Measured: MySQL 8.0.15 and later do it, 5.7.22 and MariaDB do not. It came with the data dictionary, MySQL 8.0.0.
     */
    ESCAPED_CATALOG("8.0.0", null),
    /** The variable {@code default_collation_for_utf8mb4}. MySQL 8.0.11 release notes. */
    UTF8MB4_COLLATION_VARIABLE("8.0.11", null),
    /** The variable {@code character_set_collations}. MariaDB 11.2.1 release notes (MDEV-30164). */
    CHARACTER_SET_COLLATIONS_VARIABLE(null, "11.2.1"),
    /** Generated invisible primary keys, and the variable that hides them. MySQL 8.0.30 release notes. */
    GENERATED_PRIMARY_KEY("8.0.30", null);

    private final @Nullable String mySql;
    private final @Nullable String mariaDb;

    /**
     * @param mySql the first version of MySQL that has the feature, or null if none does
     * @param mariaDb the first version of MariaDB that has the feature, or null if none does
     */
    Capability(@Nullable String mySql, @Nullable String mariaDb) {
        this.mySql = mySql;
        this.mariaDb = mariaDb;
    }

    /**
     * Checks whether a server has the feature.
     *
     * @param server the server
     * @return true if it does
     */
    public boolean isIn(ServerVersion server) {
        return VersionThreshold.isReached(server, mySql, mariaDb);
    }

    /**
     * Rejects the use of the feature on a server without it.
     *
     * @param what the use, as the subject of a sentence
     * @throws InvalidMigrationException if the server does not have the feature
     */
    public void require(ServerVersion server, String what) {
        if (!isIn(server)) {
            throw new InvalidMigrationException(
                    InvalidMigrationException.Reason.UNSUPPORTED_BY_SERVER,
                    what + " is not supported by " + server + ".",
                    "It needs " + since() + " or later.");
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
