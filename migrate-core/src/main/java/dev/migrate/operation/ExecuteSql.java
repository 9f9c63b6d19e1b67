package dev.migrate.operation;

import dev.migrate.schema.Literal;
import java.util.List;

/**
 * Runs one statement as its author wrote it.
 *
 * @param sql the statement, in the server's SQL, without a delimiter at its end
 * @param parameters what stands for its question marks, one for each; where there are none, question marks are left as
 *     they are
 */
public record ExecuteSql(String sql, List<Literal> parameters) implements Operation {

    /** Copies the parameters; refuses an empty statement. */
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
        return new Inverse.None<>("What takes a statement back that was written by hand is known to its author only.");
    }

    @Override
    public String description() {
        String line = sql.strip().replaceAll("\\s+", " ");
        return "execute " + (line.length() <= 60 ? line : line.substring(0, 60) + "…");
    }
}
