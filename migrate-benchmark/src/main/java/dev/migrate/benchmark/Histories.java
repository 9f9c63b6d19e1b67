package dev.migrate.benchmark;

import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;

/** Histories of a given shape. */
final class Histories {

    private Histories() {}

    /** A linear history. */
    static List<RevisionNode> linear(int size) {
        List<RevisionNode> nodes = new ArrayList<>(size);
        List<String> parents = List.of();
        for (int i = 0; i < size; i++) {
            String id = "r" + i;
            nodes.add(node(id, parents));
            parents = List.of(id);
        }
        return nodes;
    }

    /** A base, then a sequence of diamonds: two branches, merged by a third revision. */
    static List<RevisionNode> diamonds(int count) {
        List<RevisionNode> nodes = new ArrayList<>(3 * count + 1);
        nodes.add(node("base0", List.of()));
        String below = "base0";
        for (int i = 0; i < count; i++) {
            nodes.add(node("left" + i, List.of(below)));
            nodes.add(node("right" + i, List.of(below)));
            nodes.add(node("merge" + i, List.of("left" + i, "right" + i)));
            below = "merge" + i;
        }
        return nodes;
    }

    private static RevisionNode node(String id, List<String> parents) {
        return new RevisionNode(id, parents, List.of(), List.of(), "");
    }
}
