package dev.migrate.internal.engine;

import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;

/**
 * A statement that failed, and what is known of the database then.
 *
 * @param step the step that it belongs to
 * @param index which statement it is, counted from zero
 * @param text what was carried out, as far as it is known
 * @param durable how many statements of the step are committed
 * @param outcome what became of it
 * @param cause what the driver said, or what code of the migration threw
 */
record FailedStatement(PreparedStep step, int index, String text, int durable, Outcome outcome, Exception cause) {

    /** Longer statements are cut in messages; the error has the whole text. */
    private static final int MOST_CHARACTERS = 500;

    StatementFailedException describe() {
        ServerError failure = ServerError.of(ServerError.asSqlException(cause));
        String id = step.step().revision().id();
        return new StatementFailedException(outcome, id, index + 1, text, problem(id, failure), remedy(failure), cause);
    }

    private String problem(String id, ServerError failure) {
        return "Migration " + id + " failed " + (isAbort() ? "while it was taken back" : "on the way " + direction())
                + ", at statement " + (index + 1) + " of " + step.statements().size() + ": " + failure.text()
                + ". The statement: " + shortened(text) + ". "
                + becameOfIt()
                + stateOfTheOthers()
                + (isAbort() ? "" : " The version table does not have this step.");
    }

    /** An abort leaves the version table as it is, and has no other way out than its end. */
    private boolean isAbort() {
        return step.action() == Action.ABORT;
    }

    private String direction() {
        return step.step().direction() == Direction.UP ? "up" : "down";
    }

    private String becameOfIt() {
        return switch (outcome) {
            case DONE -> "It was carried out all the same. ";
            case NOT_DONE -> "It was not carried out. ";
            case UNKNOWN -> "Whether it was carried out, or a part of it, is unknown. ";
        };
    }

    private String stateOfTheOthers() {
        if (index == 0) {
            return "None came before it.";
        }
        if (durable == 0) {
            return index == 1 ? "The one before it was rolled back." : "Those before it were rolled back.";
        }
        String kept =
                durable == 1 ? "Statement 1 is in the database" : "Statements 1 to " + durable + " are in the database";
        return durable == index ? kept + "." : kept + ", those after were rolled back.";
    }

    private String remedy(ServerError failure) {
        if (outcome != Outcome.NOT_DONE) {
            return (isAbort() ? "Abort" : "Run")
                    + " again: the next run looks whether it was carried out, and goes on from there.";
        }
        String first = mending(failure);
        return isAbort()
                ? first + " and abort again: it goes on where it stands, and nothing runs twice."
                : first + " and run again: it goes on where it stands, and nothing runs twice. To take back what is"
                        + " done of it, use abort.";
    }

    private String mending(ServerError failure) {
        if (failure.isPrivilegeDenied()) {
            return "Grant the user the privilege that it lacks";
        }
        return isAbort() ? "Remove the cause" : "Remove the cause or correct the migration";
    }

    static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
