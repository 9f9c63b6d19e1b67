package dev.migrate.internal.engine;

import java.util.Locale;

/**
 * The name under which runners of one database meet: it depends on what the server calls the database and on the version
 * table, and on nothing of the URL.
 */
public final class LockName {

    /** MySQL takes 64 characters and compares without regard to case, MariaDB more and with: small digits suit both. */
    private static final int LENGTH = 64;

    private LockName() {}

    /**
     * Writes what the server itself makes the name of, for those who do not know the database yet.
     *
     * @param versionTable the name of the version table
     * @return an expression in SQL, whose value is what {@link #of} returns for the database of the session
     */
    static String sql(String versionTable) {
        String table = "." + versionTable.toLowerCase(Locale.ROOT);
        return "LEFT(CONCAT('migrate:', SHA2(CONCAT(LOWER(COALESCE(DATABASE(), '')), '" + table + "'), 256)), " + LENGTH
                + ")";
    }

    /**
     * Names the lock.
     *
     * @param database the database, as the server names it
     * @param versionTable the name of the version table
     * @return 64 characters
     */
    public static String of(String database, String versionTable) {
        // Some servers take "Shop" and "shop" for one database: both have one lock everywhere.
        String what = (database + "." + versionTable).toLowerCase(Locale.ROOT);
        return ("migrate:" + Sha256.of(what)).substring(0, LENGTH);
    }
}
