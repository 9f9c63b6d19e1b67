package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.ServerVersion.Product;
import dev.migrate.dialect.UnsupportedOnServerException;

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

    /** {@code ALTER COLUMN ... SET INVISIBLE}; MariaDB wants the whole definition. */
    boolean setsVisibility() {
        return server.isAtLeast(Product.MYSQL, 8, 0, 23);
    }

    void requireInvisibleColumns(String column) {
        if (!since(8, 0, 23, 10, 3, 3)) {
            throw new UnsupportedOnServerException(
                    server, "The visibility of column " + column, "MySQL 8.0.23 or MariaDB 10.3.3");
        }
    }

    void requireExpressionDefaults(String column, String sql) {
        if (!since(8, 0, 13, 10, 2, 1)) {
            throw new UnsupportedOnServerException(
                    server,
                    "The default (" + sql + ") of column " + column + ", which is an expression,",
                    "MySQL 8.0.13 or MariaDB 10.2.1");
        }
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
