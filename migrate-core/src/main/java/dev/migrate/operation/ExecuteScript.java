package dev.migrate.operation;

/**
 * Runs the statements of a script, as its author would have the database's command-line client do it.
 *
 * @param name names the script in errors
 * @param text the script, in the server's SQL
 */
public record ExecuteScript(String name, String text) implements Operation {

    /** The name of a script that was given as text, without a name. */
    public static final String UNNAMED = "written in the migration";

    /** Refuses an empty script. */
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
        return new Inverse.None<>("What takes a script back is known to its author only.");
    }

    @Override
    public String description() {
        return "run the script " + name;
    }
}
