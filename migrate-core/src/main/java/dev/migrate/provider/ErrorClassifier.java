package dev.migrate.provider;

import java.sql.SQLException;

/** Maps the error codes of a database product to what they mean for a run. Stateless and thread-safe. */
public interface ErrorClassifier {

    /**
     * Classifies a failure.
     *
     * @param failure the exception of the driver, possibly wrapped by a connection pool
     * @return the classified failure
     */
    DatabaseError classify(SQLException failure);

    /**
     * Classifies a failed attempt to connect.
     *
     * @param failure the exception of the driver, possibly wrapped by a connection pool
     * @return the classified failure
     */
    default DatabaseError classifyConnecting(SQLException failure) {
        return classify(failure);
    }

    /**
     * Classifies a failure of a statement, which may also be code of a migration.
     *
     * @param failure an exception of the driver, or anything that code of a migration threw
     * @return the classified failure
     */
    default DatabaseError classify(Throwable failure) {
        return failure instanceof SQLException sql
                ? classify(sql)
                : classify(new SQLException(description(failure), "HY000", failure));
    }

    /** A class outside of this library may override {@code toString}, and that may fail as well. */
    private static String description(Throwable failure) {
        try {
            return failure.toString();
        } catch (RuntimeException | Error e) {
            return failure.getClass().getName();
        }
    }
}
