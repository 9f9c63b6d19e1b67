package dev.migrate.operation;

import java.sql.Connection;

/** Java code of a migration, which uses the connection of the run. */
@FunctionalInterface
public interface ConnectionWork {

    /**
     * Executes the code in the open transaction, which is committed or rolled back as a whole. The code must not
     * commit, roll back or close the connection, and must not execute statements that commit implicitly (DDL).
     *
     * @param connection the connection of the run
     * @throws Exception if the code fails; the transaction is then rolled back
     */
    void run(Connection connection) throws Exception;
}
