package dev.migrate.internal.mysql;

import dev.migrate.provider.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a server makes without touching a row, and since when. This is the only place that knows these
 * versions. All was measured by asking ten servers from MySQL 5.6 to 9.7 and from MariaDB 10.2 to 11.8 for
 * {@code ALGORITHM=INSTANT}; where the manual names the version between two of them, that is taken.
 */
enum InstantChange {
    /** Columns that hold a constant or nothing at first, behind all others. */
    ADD_LAST_COLUMN("8.0.12", "10.3.2"),
    /** The same, in front of others. */
    ADD_COLUMN_BETWEEN("8.0.29", "10.4.0"),
    /** Columns that are in no index. */
    DROP_COLUMN("8.0.29", "10.4.0"),
    /** The name of a column and nothing else. */
    RENAME_COLUMN("8.0.28", "10.5.2"),
    /** The place of a column. */
    MOVE_COLUMN(null, "10.4.0"),
    /** Defaults, comments and ON UPDATE. */
    CHANGE_DEFAULT("8.0.12", "10.5.2"),
    /** Whether {@code SELECT *} shows a column. */
    CHANGE_VISIBILITY("8.0.23", "10.5.2"),
    /** The name of an index. */
    RENAME_INDEX(null, "10.5.2"),
    /** Foreign keys without their index. */
    DROP_FOREIGN_KEY(null, "10.5.2"),
    /** Checks. */
    DROP_CHECK("8.0.16", "10.5.2"),
    /** The table's comment, counter and default character set. */
    CHANGE_OPTIONS(null, "10.5.2");

    private final @Nullable String mySql;
    private final @Nullable String mariaDb;

    InstantChange(@Nullable String mySql, @Nullable String mariaDb) {
        this.mySql = mySql;
        this.mariaDb = mariaDb;
    }

    boolean isIn(ServerVersion server) {
        return VersionThreshold.isReached(server, mySql, mariaDb);
    }
}
