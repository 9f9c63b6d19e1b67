package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;

/** What a server can say in ALTER TABLE; each difference has its version here and nowhere else. */
record Capabilities(ServerVersion server) {

    /** {@code RENAME COLUMN}; others must repeat the whole definition in {@code CHANGE}. */
    boolean renamesColumns() {
        return since(8, 0, 3, 10, 5, 2);
    }

    /** {@code RENAME INDEX}; others must drop the index and build it again. */
    boolean renamesIndexes() {
        return since(5, 7, 1, 10, 5, 2);
    }

    /** MySQL before 8.0.19 knows {@code DROP CHECK} only, MariaDB {@code DROP CONSTRAINT} only. */
    String dropCheck() {
        return server.product() == Product.MARIADB ? "DROP CONSTRAINT " : "DROP CHECK ";
    }

    private boolean since(int mySql, int mySqlMinor, int mySqlPatch, int mariaDb, int mariaDbMinor, int mariaDbPatch) {
        return server.isAtLeast(Product.MYSQL, mySql, mySqlMinor, mySqlPatch)
                || server.isAtLeast(Product.MARIADB, mariaDb, mariaDbMinor, mariaDbPatch);
    }
}
