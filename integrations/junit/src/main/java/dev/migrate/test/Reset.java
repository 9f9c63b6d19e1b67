package dev.migrate.test;

/** What happens to the changes of a test before the database is used again. */
public enum Reset {
    /**
     * The rows of tables that were written to are deleted, and those that the migrations inserted are restored. A test that
     * changes the schema by statements of its own needs {@link #NEW}; one that takes a {@code Migrator} or a
     * {@link TestDatabase} gets a new database by itself.
     */
    ROWS,

    /**
     * The test runs in a transaction that is rolled back. All its connections are the same one; {@code commit} and
     * {@code close} leave the transaction open. Not available for a JDBC URL.
     */
    ROLLBACK,

    /** Each test gets a new copy of the migrated database. */
    NEW,

    /** The tests of a class share a database and see the changes of earlier tests. */
    NONE
}
