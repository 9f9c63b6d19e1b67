package dev.migrate.internal.mysql.effect;

import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Combines the effects on parts of tables to the effect check of a statement. Stateless. */
final class TableEffect {

    private TableEffect() {}

    /**
     * Writes the check. A part that one change removes and another one adds is there afterwards: an index that is dropped
     * and created again, or one of two columns that exchange their names. Of such a column, the position counts as well.
     */
    static EffectCheck of(List<PartState> changes, AffectedObjects subject) {
        Map<String, PartState> parts = new LinkedHashMap<>();
        Set<String> changedTwice = new HashSet<>();
        for (PartState change : changes) {
            PartState earlier = parts.get(change.part());
            if (earlier != null) {
                changedTwice.add(change.part());
            }
            if (earlier == null || change.after() != PartState.After.ABSENT) {
                parts.put(change.part(), change);
            }
        }
        List<String> states = new ArrayList<>();
        List<String> effects = new ArrayList<>();
        for (PartState part : parts.values()) {
            states.add(changedTwice.contains(part.part()) ? part.placedState() : part.state());
            effects.add(part.effect());
        }
        return EffectCheck.stateComparison(states(states), String.join(" AND ", effects), subject);
    }

    /**
     * Writes the check of statements that give objects other names.
     *
     * @param names the names before
     * @param targets what has become of each
     * @param content describes what is found by a name
     */
    static EffectCheck relocation(List<String> names, List<String> targets, UnaryOperator<String> content) {
        return EffectCheck.relocation(
                states(names.stream().map(content).toList()),
                states(targets.stream().map(content).toList()),
                AffectedObjects.everything());
    }

    /** Joins states; null if no part exists. */
    static String states(List<String> states) {
        return states.size() == 1
                ? states.get(0)
                : states.stream()
                        .map(state -> "IFNULL(" + state + ", '-')")
                        .collect(Collectors.joining(
                                ", ", "NULLIF(CONCAT_WS('|', ", "), '" + "-|".repeat(states.size() - 1) + "-')"));
    }
}
