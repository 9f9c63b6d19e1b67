package dev.migrate.testing;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a compact notation of revisions: {@code "a -> b -> c; b -> d; c, d -> e"}.
 *
 * <p>A revision may have labels, {@code a[lib]}, and dependencies, {@code b(a, lib)}, wherever it occurs.
 * {@code x -> y} makes x a parent of y; a list on the left makes a merge, in the order written, and a list on the right
 * makes several children.
 */
public final class HistoryNotation {

    /**
     * Two branches and their merge.
     *
     * <pre>
     *         c1 - d1
     *        /       \
     *   a - b         e - f
     *        \       /
     *         c2 - d2
     * </pre>
     */
    public static final String DIAMOND = "a -> b -> c1[c1branch] -> d1; b -> c2[c2branch] -> d2; d1, d2 -> e -> f";

    /**
     * Two histories, one of which depends on the other.
     *
     * <pre>
     *   lib:  a1 - a2 - a3
     *               :
     *   app:  b1 -- b2 - b3
     * </pre>
     */
    public static final String DEPENDENT = "a1[lib] -> a2 -> a3; b1[app] -> b2(a2) -> b3";

    private static final Pattern REVISION = Pattern.compile("([^\\[(]+)(?:\\[([^\\]]*)])?(?:\\(([^)]*)\\))?");

    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private static final class Draft {
        final List<String> parents = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
        final List<String> dependsOn = new ArrayList<>();
    }

    private HistoryNotation() {}

    /** The revisions of a text, in the order of their first occurrence. */
    public static List<RevisionNode> nodes(String text) {
        HistoryNotation histories = new HistoryNotation();
        for (String chain : text.split(";", -1)) {
            histories.chain(chain);
        }
        List<RevisionNode> nodes = new ArrayList<>();
        histories.drafts.forEach((id, draft) ->
                nodes.add(new RevisionNode(id, draft.parents, draft.labels, draft.dependsOn, "makes " + id)));
        return nodes;
    }

    /** The graph of a text. */
    public static RevisionGraph graph(String text) {
        return RevisionGraph.of(nodes(text));
    }

    private void chain(String chain) {
        List<String> before = List.of();
        for (String link : chain.split("->", -1)) {
            List<String> ids = new ArrayList<>();
            for (String revision : items(link)) {
                ids.add(revision(revision, before));
            }
            before = ids;
        }
    }

    private String revision(String text, List<String> parents) {
        Matcher matcher = REVISION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a revision: " + text);
        }
        String id = matcher.group(1).strip();
        Draft draft = drafts.computeIfAbsent(id, any -> new Draft());
        draft.parents.addAll(parents);
        String labels = matcher.group(2);
        String dependsOn = matcher.group(3);
        if (labels != null) {
            draft.labels.addAll(items(labels));
        }
        if (dependsOn != null) {
            draft.dependsOn.addAll(items(dependsOn));
        }
        return id;
    }

    /** Splits at commas outside of brackets. */
    private static List<String> items(String list) {
        List<String> items = new ArrayList<>();
        for (String item : list.split(",(?![^\\[(]*[\\])])", -1)) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }
}
