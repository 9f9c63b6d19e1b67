package dev.migrate.internal.engine;

import dev.migrate.error.Outcome;
import dev.migrate.error.StatementFailedException;
import dev.migrate.journal.Action;
import dev.migrate.plan.Direction;
import dev.migrate.provider.DatabaseError;
import dev.migrate.provider.DatabaseError.Kind;
import java.util.Optional;

/**
 * A failed statement and the state of the database after it. Immutable.
 *
 * @param step the step of the statement
 * @param index the index of the statement
 * @param text the executed text without secrets, as far as it is known
 * @param durable the number of statements of the step that are committed
 * @param outcome the outcome of the statement
 * @param error the classified failure
 * @param grant the statement that grants a missing privilege, or empty if none is missing
 * @param cause the exception of the driver, or of code of the migration
 */
record FailedStatement(
        PreparedStep step,
        int index,
        String text,
        int durable,
        Outcome outcome,
        DatabaseError error,
        Optional<String> grant,
        Throwable cause) {

    StatementFailedException toException() {
        String id = step.step().revision().id();
        return new StatementFailedException(
                outcome, id, index + 1, text, failure(id), StatementText.truncated(text), state(), remedy(), cause);
    }

    private String failure(String id) {
        return "Migration " + id + " failed while " + activity() + ", at statement " + (index + 1) + " of "
                + step.statements().size() + place() + ": " + error.text() + ".";
    }

    private String place() {
        String place = step.statements().get(index).place();
        return place == null ? "" : " (" + place + ")";
    }

    private String state() {
        return outcomeInWords()
                + earlierStatements()
                + (isAbort() ? "" : " The version table was not changed for this migration.");
    }

    /** An abort does not change the version table, and can only be completed. */
    private boolean isAbort() {
        return step.action() == Action.ABORT;
    }

    private String activity() {
        if (isAbort()) {
            return "it was being reverted";
        }
        return step.step().direction() == Direction.UP ? "upgrading" : "downgrading";
    }

    private String outcomeInWords() {
        return switch (outcome) {
            case DONE -> "It was executed nevertheless. ";
            case NOT_DONE -> "It was not executed. ";
            case UNKNOWN -> "It is unknown whether it was executed, completely or in part. ";
        };
    }

    private String earlierStatements() {
        if (index == 0) {
            return "It was the first statement.";
        }
        if (durable == 0) {
            return index == 1
                    ? "The statement before it was rolled back."
                    : "The statements before it were rolled back.";
        }
        String committed = durable == 1 ? "Statement 1 is committed" : "Statements 1 to " + durable + " are committed";
        return durable == index ? committed + "." : committed + "; those after them were rolled back.";
    }

    private String remedy() {
        String again = isAbort() ? "run abort again" : "run again";
        if (outcome != Outcome.NOT_DONE) {
            return capitalized(again) + ": the next run finds out whether it was executed, and resumes there.";
        }
        String resumed = fix() + " and " + again + ": it resumes at this statement, and nothing is executed twice.";
        return resumed
                + (isAbort()
                        ? " If that is not possible, revert the rest by hand, and record that with abort --cleaned-up."
                        : " To revert the statements before it, use abort.");
    }

    private String fix() {
        if (grant.isPresent()) {
            return "Execute " + grant.get() + " as an administrator";
        }
        if (cause instanceof LimitExceededException
                || (error.kind() == Kind.CLAUSE_REJECTED && !step.limits().isNone())) {
            return "It must stay within the limits " + step.limits()
                    + ". Show its cost with plan, and write the migration"
                    + " differently, or give it limits of its own with @LimitDdl, or \"-- limit-ddl:\" in an SQL file,";
        }
        if (error.isPrivilegeMissing()) {
            return "Grant the user the missing privilege";
        }
        return isAbort() ? "Fix the cause" : "Fix the cause or the migration";
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
