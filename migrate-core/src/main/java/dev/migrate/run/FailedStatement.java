package dev.migrate.run;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Effect;
import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.plan.Direction;
import java.sql.SQLException;

/**
 * A statement that failed, and what is known of the database then.
 *
 * @param step the step that it belongs to
 * @param index which statement it is, counted from zero
 * @param text what was carried out, as far as it is known
 * @param durable how many statements of the step are committed
 * @param cause what the driver said, or what code of the migration threw
 */
record FailedStatement(PreparedStep step, int index, String text, int durable, Exception cause) {

    /** Longer statements are cut in messages; the error has the whole text. */
    private static final int MOST_CHARACTERS = 500;

    StatementFailedException describe() {
        SqlFailure failure = SqlFailure.of(
                cause instanceof SQLException sql ? sql : new SQLException(cause.toString(), "HY000", cause));
        Statement statement = step.statements().get(index);
        boolean isUnknown = failure.isAnswerLost() && statement.effect() == Effect.COMMITS_BY_ITSELF;
        String id = step.step().revision().id();
        return new StatementFailedException(
                isUnknown ? Outcome.UNKNOWN : Outcome.NOT_DONE,
                id,
                index + 1,
                text,
                problem(id, failure, isUnknown),
                remedy(failure, isUnknown),
                cause);
    }

    private String problem(String id, SqlFailure failure, boolean isUnknown) {
        return "Migration " + id + " failed on the way " + (step.step().direction() == Direction.UP ? "up" : "down")
                + ", at statement " + (index + 1) + " of " + step.statements().size() + ": " + failure.text()
                + ". The statement: " + shortened(text) + ". "
                + (isUnknown ? "Whether the server carried it out is unknown. " : "It was not carried out. ")
                + stateOfTheOthers()
                + " The version table does not have this step.";
    }

    private String stateOfTheOthers() {
        if (index == 0) {
            return "None came before it.";
        }
        if (durable == 0) {
            return "Those before it were rolled back.";
        }
        String kept =
                durable == 1 ? "Statement 1 is in the database" : "Statements 1 to " + durable + " are in the database";
        return durable == index ? kept + "." : kept + ", those after were rolled back.";
    }

    private String remedy(SqlFailure failure, boolean isUnknown) {
        if (isUnknown) {
            return "Look whether its effect is there before you run again.";
        }
        String cause = failure.isPrivilegeDenied()
                ? "Grant the user the privilege that it lacks"
                : "Remove the cause or correct the migration";
        return durable == 0
                ? cause + " and run again."
                : cause + ", and take back by hand what is in the database of this step before you run again:"
                        + " it would run twice.";
    }

    private static String shortened(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }
}
