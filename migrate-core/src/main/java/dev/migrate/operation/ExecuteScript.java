package dev.migrate.operation;

/**
 * Executes the statements of a script in the syntax of the database's command-line client.
 *
 * @param name the name of the script in messages
 * @param text the script, in the server's SQL
 */
public record ExecuteScript(String name, String text) implements Operation {

    /** The name of a script that was passed as text, without a name. */
    public static final String UNNAMED = "written in the migration";

    /** Rejects an empty script. */
    public ExecuteScript {
        if (text.isBlank()) {
            throw new IllegalArgumentException("The script " + name + " is empty.");
        }
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeScript(this);
    }

    @Override
    public Inverse<Operation> inverse() {
        return new Inverse.None<>("The inverse of a script cannot be derived.");
    }

    @Override
    public String description() {
        return "run the script " + name;
    }
}
