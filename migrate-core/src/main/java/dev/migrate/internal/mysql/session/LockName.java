package dev.migrate.internal.mysql.session;

import dev.migrate.internal.Sha256;
import java.util.Locale;

/** The name of the migration lock. It depends on the database as the server names it and on the version table only. */
public final class LockName {

    /**
     * MySQL allows 64 characters and ignores case; MariaDB allows more and does not ignore it. Hexadecimal digits suit
     * both.
     */
    private static final int LENGTH = 64;

    private LockName() {}

    /**
     * Returns the name as an SQL expression, for scripts whose database is not known yet.
     *
     * @param versionTable the name of the version table
     * @return an expression with the value that {@link #of} returns for the current database
     */
    public static String sql(String versionTable) {
        String table = "." + versionTable.toLowerCase(Locale.ROOT);
        return "LEFT(CONCAT('migrate:', SHA2(CONCAT(LOWER(COALESCE(DATABASE(), '')), '" + table + "'), 256)), " + LENGTH
                + ")";
    }

    /**
     * Returns the name of the lock.
     *
     * @param database the database as the server names it
     * @param versionTable the name of the version table
     * @return 64 characters
     */
    public static String of(String database, String versionTable) {
        // Some servers do not distinguish "Shop" and "shop": on every server, both share one lock.
        String key = (database + "." + versionTable).toLowerCase(Locale.ROOT);
        return ("migrate:" + Sha256.of(key)).substring(0, LENGTH);
    }
}
