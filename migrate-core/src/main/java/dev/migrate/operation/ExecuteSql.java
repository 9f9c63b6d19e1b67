package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.List;

/**
 * Executes one statement exactly as given.
 *
 * @param sql the statement, in the server's SQL, without a delimiter at the end
 * @param parameters the values of its question marks, one for each; without parameters, question marks are sent as they
 *     are
 */
public record ExecuteSql(String sql, List<Literal> parameters) implements Operation {

    /** Copies the parameters and rejects an empty statement. */
    public ExecuteSql {
        parameters = List.copyOf(parameters);
        if (sql.isBlank()) {
            throw new IllegalArgumentException("The SQL statement is empty.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeSql(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("The inverse of a handwritten SQL statement cannot be derived.");
    }

    @Override
    public String description() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "execute " + (line.length() <= 60 ? line : line.substring(0, 60) + "…");
    }
}
