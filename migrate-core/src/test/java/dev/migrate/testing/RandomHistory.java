package dev.migrate.testing;

import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A generated history, partly applied, with target expressions.
 *
 * @param nodes the revisions: a valid graph
 * @param applied the ids of the applied revisions, with everything that they need
 * @param targets expressions, which may be invalid
 */
public record RandomHistory(List<RevisionNode> nodes, Set<String> applied, List<String> targets) {

    /** Generates up to ten revisions with random ids, branches, merges, labels and dependencies. */
    public static RandomHistory any(Random random) {
        int size = random.nextInt(10);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add((char) ('a' + i) + "00" + random.nextInt(3));
        }
        Collections.shuffle(ids, random);
        List<RevisionNode> nodes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String id : ids) {
            List<String> labels = random.nextInt(4) == 0 ? List.of("label" + id.charAt(0)) : List.of();
            List<String> earlier = nodes.stream().map(RevisionNode::id).toList();
            List<String> parents = some(random, earlier, random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(5) / 3);
            List<String> dependsOn = random.nextInt(4) == 0 ? some(random, names, 1 + random.nextInt(2)) : List.of();
            nodes.add(new RevisionNode(id, parents, labels, dependsOn, ""));
            names.add(id);
            names.addAll(labels);
        }
        Set<String> applied = new TreeSet<>(some(random, ids, random.nextInt(4)));
        List<String> targets = new ArrayList<>();
        for (int n = 1 + random.nextInt(5) / 4; n > 0; n--) {
            targets.add(expression(random, names));
        }
        return new RandomHistory(nodes, applied, targets);
    }

    private static String expression(Random random, List<String> names) {
        String branch = random.nextInt(3) == 0 && !names.isEmpty() ? one(random, names) + "@" : "";
        String steps = random.nextInt(3) == 0 ? (random.nextBoolean() ? "+" : "-") + random.nextInt(5) : "";
        List<String> anchors = new ArrayList<>(List.of("head", "heads", "base", "current"));
        if (!steps.isEmpty()) {
            anchors.add("");
            anchors.add("");
        }
        boolean isNamed = random.nextBoolean() && !names.isEmpty();
        return branch + (isNamed ? one(random, names) : one(random, anchors)) + steps;
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> some(Random random, List<String> from, int count) {
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i < count && !from.isEmpty(); i++) {
            some.add(one(random, from));
        }
        return List.copyOf(some);
    }

    /** Without each revision, then without each reference, then without each applied id. */
    public Stream<RandomHistory> smaller() {
        Stream<RandomHistory> withoutNode = nodes.stream().map(this::without);
        Stream<RandomHistory> withoutPointer = nodes.stream()
                .flatMap(node ->
                        simpler(node).map(changed -> new RandomHistory(replaced(node, changed), applied, targets)));
        Stream<RandomHistory> withoutApplied =
                applied.stream().map(id -> new RandomHistory(nodes, minus(applied, id), targets));
        Stream<RandomHistory> withoutTarget = targets.size() < 2
                ? Stream.of()
                : targets.stream().map(target -> new RandomHistory(nodes, applied, List.of(target)));
        return Stream.of(withoutNode, withoutPointer, withoutApplied, withoutTarget)
                .flatMap(each -> each);
    }

    private RandomHistory without(RevisionNode gone) {
        List<RevisionNode> left = new ArrayList<>();
        for (RevisionNode node : nodes) {
            if (!node.equals(gone)) {
                List<String> dependsOn = new ArrayList<>(node.dependsOn());
                dependsOn.remove(gone.id());
                dependsOn.removeAll(gone.labels());
                left.add(new RevisionNode(
                        node.id(), List.copyOf(minus(node.parents(), gone.id())), node.labels(), dependsOn, ""));
            }
        }
        return new RandomHistory(left, minus(applied, gone.id()), targets);
    }

    private static Stream<RevisionNode> simpler(RevisionNode node) {
        Stream<RevisionNode> parents = node.parents().stream()
                .map(id -> new RevisionNode(
                        node.id(), List.copyOf(minus(node.parents(), id)), node.labels(), node.dependsOn(), ""));
        Stream<RevisionNode> dependencies = node.dependsOn().stream()
                .map(id -> new RevisionNode(
                        node.id(), node.parents(), node.labels(), List.copyOf(minus(node.dependsOn(), id)), ""));
        return Stream.concat(parents, dependencies);
    }

    private List<RevisionNode> replaced(RevisionNode old, RevisionNode by) {
        return nodes.stream().map(node -> node.equals(old) ? by : node).toList();
    }

    private static Set<String> minus(Collection<String> ids, String gone) {
        return ids.stream().filter(id -> !id.equals(gone)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In the notation of {@link HistoryNotation}. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (RevisionNode node : nodes) {
            out.append(out.isEmpty() ? "\"" : "; ");
            out.append(node.parents().isEmpty() ? "" : String.join(", ", node.parents()) + " -> ");
            out.append(node.id());
            out.append(node.labels().isEmpty() ? "" : "[" + String.join(",", node.labels()) + "]");
            out.append(node.dependsOn().isEmpty() ? "" : "(" + String.join(",", node.dependsOn()) + ")");
        }
        return out + "\", applied " + applied + ", targets " + targets;
    }
}
