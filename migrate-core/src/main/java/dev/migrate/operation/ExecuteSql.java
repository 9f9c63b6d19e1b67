package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Executes one statement exactly as given.
 *
 * @param sql the statement, in the server's SQL, without a delimiter at the end
 * @param parameters the values of its question marks, one for each; without parameters, question marks are sent as they
 *     are
 * @param reverse the statement that undoes it, or null if there is none
 */
public record ExecuteSql(
        String sql, List<Literal> parameters, @Nullable String reverse) implements Operation {

    /** Copies the parameters and rejects empty statements. */
    public ExecuteSql {
        parameters = List.copyOf(parameters);
        if (sql.isBlank() || (reverse != null && reverse.isBlank())) {
            throw new IllegalArgumentException("The SQL statement is empty.");
        }
    }

    /**
     * Creates the operation of a statement without an inverse.
     *
     * @param sql the statement
     * @param parameters the values of its question marks
     */
    public ExecuteSql(String sql, List<Literal> parameters) {
        this(sql, parameters, null);
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeSql(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return reverse == null
                ? new Inverse.None<>("The inverse of a handwritten SQL statement cannot be derived.")
                : Inverse.exactly(new ExecuteSql(reverse, List.of(), parameters.isEmpty() ? sql : null));
    }

    @Override
    public String description() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "execute " + (line.length() <= 60 ? line : line.substring(0, 60) + "…");
    }
}
