package dev.migrate.internal.mysql.server;

import dev.migrate.provider.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a table that a server makes without touching a row, with the first version that does. Measured by
 * running them with {@code ALGORITHM=INSTANT} on ten servers from MySQL 5.6 to 9.7 and from MariaDB 10.2 to 11.8; if
 * the manual names a version between two of them, that one is used.
 */
public enum InstantChange {
    /** A new last column whose initial value is a constant or NULL. */
    ADD_LAST_COLUMN("8.0.12", "10.3.2"),
    /** A new column at another position. */
    ADD_COLUMN_BETWEEN("8.0.29", "10.4.0"),
    /** Dropping a column that is in no index. */
    DROP_COLUMN("8.0.29", "10.4.0"),
    /** The name of a column, without other attributes. */
    RENAME_COLUMN("8.0.28", "10.5.2"),
    /** The position of a column. */
    MOVE_COLUMN(null, "10.4.0"),
    /** Defaults, comments and ON UPDATE. */
    CHANGE_DEFAULT("8.0.12", "10.5.2"),
    /** Whether {@code SELECT *} shows a column. */
    CHANGE_VISIBILITY("8.0.23", "10.5.2"),
    /** The name of an index. */
    RENAME_INDEX(null, "10.5.2"),
    /** Dropping a foreign key without its index. */
    DROP_FOREIGN_KEY(null, "10.5.2"),
    /** Dropping a check. */
    DROP_CHECK("8.0.16", "10.5.2"),
    /** The table's comment, AUTO_INCREMENT value and default character set. */
    CHANGE_OPTIONS(null, "10.5.2");

    private final @Nullable String mySql;
    private final @Nullable String mariaDb;

    InstantChange(@Nullable String mySql, @Nullable String mariaDb) {
        this.mySql = mySql;
        this.mariaDb = mariaDb;
    }

    /** Checks whether a server makes the change instantly. */
    public boolean isIn(ServerVersion server) {
        return VersionThreshold.isReached(server, mySql, mariaDb);
    }
}
