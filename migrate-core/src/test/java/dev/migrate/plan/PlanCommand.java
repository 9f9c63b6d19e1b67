package dev.migrate.plan;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import dev.migrate.revision.TargetParser;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command as typed: {@code upgrade head}, {@code downgrade -1}, {@code stamp a b}. */
record PlanCommand(String verb, List<String> targets) {

    static PlanCommand of(String text) {
        List<String> words = words(text);
        return new PlanCommand(words.get(0), words.subList(1, words.size()));
    }

    /** The words of a text; none for null, which JUnit passes for an empty cell. */
    static List<String> words(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" +", -1));
    }

    Plan plan(RevisionGraph graph, Collection<String> rows) {
        String[] expressions = targets.toArray(String[]::new);
        return switch (verb) {
            case "upgrade" ->
                isRange()
                        ? Planner.upgrade(graph, (Target.Range) TargetParser.parse(targets.get(0)))
                        : Planner.upgrade(graph, rows, expressions);
            case "downgrade" ->
                isRange()
                        ? Planner.downgrade(graph, (Target.Range) TargetParser.parse(targets.get(0)))
                        : Planner.downgrade(graph, rows, targets.get(0));
            case "stamp" -> Planner.stamp(graph, rows, expressions);
            case "purge" -> Planner.purge(graph, rows, expressions);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private boolean isRange() {
        return targets.get(0).contains(":");
    }
}
