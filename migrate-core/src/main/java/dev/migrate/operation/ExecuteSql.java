package dev.migrate.operation;

/**
 * Runs one statement as its author wrote it.
 *
 * @param sql the statement, in the server's SQL, without a delimiter at its end
 */
public record ExecuteSql(String sql) implements Operation {

    /** Refuses an empty statement. */
    public ExecuteSql {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The SQL statement is empty.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeSql(this);
    }
}
