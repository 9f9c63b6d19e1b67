package dev.migrate.internal.lint;

import dev.migrate.error.InvalidMigrationException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.plan.Direction;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Records migrations for the rules, without a database. */
public final class MigrationRecorder {

    private final BiFunction<RevisionNode, Direction, List<Operation>> operations;
    private final Function<String, Map<String, String>> ignored;
    private final Predicate<String> isSql;
    private final List<SqlRenderer> renderers;

    /**
     * Creates a recorder.
     *
     * @param operations records the operations of a migration in a direction
     * @param ignored returns the ids of the rules that a migration suppresses, each with the reason
     * @param isSql returns whether a migration is an SQL file
     * @param renderers the renderers of the servers that each migration must support
     */
    public MigrationRecorder(
            BiFunction<RevisionNode, Direction, List<Operation>> operations,
            Function<String, Map<String, String>> ignored,
            Predicate<String> isSql,
            List<SqlRenderer> renderers) {
        this.operations = operations;
        this.ignored = ignored;
        this.isSql = isSql;
        this.renderers = List.copyOf(renderers);
    }

    Map<String, String> ignored(String id) {
        return ignored.apply(id);
    }

    RecordedMigration record(RevisionNode revision, List<String> heads, RecordedSchema before) {
        List<Problem> invalid = new ArrayList<>();
        List<Operation> up = List.of();
        boolean isDeterministic = true;
        Optional<Problem> irreversible = Optional.empty();
        try {
            up = operations.apply(revision, Direction.UP);
            isDeterministic = isSame(up, operations.apply(revision, Direction.UP));
            invalid.addAll(unsupported(up));
            List<Operation> down = operations.apply(revision, Direction.DOWN);
            invalid.addAll(invalid.isEmpty() ? unsupported(down) : List.of());
        } catch (InvalidMigrationException e) {
            if (e.reason() == InvalidMigrationException.Reason.IRREVERSIBLE) {
                irreversible = Optional.of(irreversible(e, isSql.test(revision.id())));
            } else if (invalid.isEmpty()) {
                // Otherwise the derived downgrade fails for the same reason as the upgrade.
                invalid.add(Problem.ofMigration(e.problem(), e.remedy()));
            }
        }
        return new RecordedMigration(
                revision.id(), heads, before, before.after(up), up, isDeterministic, irreversible, invalid);
    }

    private static Problem irreversible(InvalidMigrationException failure, boolean isSql) {
        String reason =
                failure.getCause() instanceof InvalidMigrationException cause ? cause.problem() : failure.problem();
        return Problem.ofMigration(
                reason + " A downgrade stops here.",
                isSql
                        ? "Write a \"-- down\" part, or explain why there is none:\n"
                                + "-- ignore-rule: irreversible ..."
                        : "Override down(), or explain why there is none:\n"
                                + "@IgnoreRule(value = \"irreversible\", reason = \"...\")");
    }

    private List<Problem> unsupported(List<Operation> all) {
        List<Problem> problems = new ArrayList<>();
        for (SqlRenderer renderer : renderers) {
            for (Operation operation : renderer.merge(all)) {
                try {
                    renderer.render(operation);
                } catch (InvalidMigrationException e) {
                    problems.add(Problem.of(operation, renderer.server() + ": " + e.problem(), e.remedy()));
                }
            }
        }
        return problems;
    }

    /** Java code is compared by its description, because two equal lambdas are different objects. */
    private static boolean isSame(List<Operation> once, List<Operation> again) {
        if (once.size() != again.size()) {
            return false;
        }
        for (int i = 0; i < once.size(); i++) {
            Operation one = once.get(i);
            Operation other = again.get(i);
            boolean isCode = one instanceof RunCode && other instanceof RunCode;
            boolean isSame = isCode ? one.description().equals(other.description()) : one.equals(other);
            if (!isSame) {
                return false;
            }
        }
        return true;
    }
}
