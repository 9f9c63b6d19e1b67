package dev.migrate.operation;

import java.sql.Connection;

/** Work that a migration does in Java, with the connection of the run. */
@FunctionalInterface
public interface ConnectionWork {

    /**
     * Does the work in the transaction that is open: it is committed together with what belongs to it, or rolled back
     * as a whole. So the work must not commit, roll back or close, and must not run statements that commit by themselves
     * (DDL).
     *
     * @param connection the connection of the run
     * @throws Exception if it goes wrong; the transaction is rolled back then
     */
    void run(Connection connection) throws Exception;
}
