package dev.migrate.diff;

import dev.migrate.operation.CreateEvent;
import dev.migrate.operation.CreateRoutine;
import dev.migrate.operation.CreateTrigger;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropEvent;
import dev.migrate.operation.DropRoutine;
import dev.migrate.operation.DropTrigger;
import dev.migrate.operation.DropView;
import dev.migrate.provider.SqlRenderer;
import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Trigger;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares views, triggers, routines and events. One that differs is dropped before the tables change and created
 * afterwards.
 */
final class StoredObjectDiff {

    private final List<Change> drops = new ArrayList<>();
    private final List<Change> creations = new ArrayList<>();

    StoredObjectDiff(Schema from, Schema to, SqlRenderer renderer) {
        droppedTriggers(from, to);
        missing(from.events(), to.events()).forEach(event -> drops.add(new Change(new DropEvent(event.name(), event))));
        List<View> views = new ArrayList<>(missing(inOrder(from.views(), renderer), to.views()));
        Collections.reverse(views);
        views.forEach(view -> drops.add(new Change(new DropView(view.name(), view))));
        missing(from.routines(), to.routines())
                .forEach(routine -> drops.add(new Change(new DropRoutine(routine.kind(), routine.name(), routine))));
        missing(to.routines(), from.routines())
                .forEach(routine -> creations.add(new Change(new CreateRoutine(routine))));
        missing(inOrder(to.views(), renderer), from.views())
                .forEach(view -> creations.add(new Change(new CreateView(view))));
        createdTriggers(from, to);
        missing(to.events(), from.events()).forEach(event -> creations.add(new Change(new CreateEvent(event))));
    }

    private static <T> List<T> missing(List<T> here, List<T> there) {
        Set<T> others = new HashSet<>(there);
        return here.stream().filter(each -> !others.contains(each)).toList();
    }

    /** Sorts views so that a view comes after those that it reads. */
    private static List<View> inOrder(List<View> views, SqlRenderer renderer) {
        Map<String, View> waiting = new LinkedHashMap<>();
        views.forEach(view -> waiting.put(view.name(), view));
        List<View> ordered = new ArrayList<>();
        views.forEach(view -> visit(view.name(), waiting, ordered, renderer));
        return ordered;
    }

    private static void visit(String name, Map<String, View> waiting, List<View> ordered, SqlRenderer renderer) {
        View view = waiting.remove(name);
        if (view != null) {
            renderer.queriedTables(view.select()).forEach(read -> visit(read, waiting, ordered, renderer));
            ordered.add(view);
        }
    }

    private void droppedTriggers(Schema from, Schema to) {
        differing(from, to).forEach(trigger -> drops.add(0, new Change(new DropTrigger(trigger.name(), trigger))));
    }

    private void createdTriggers(Schema from, Schema to) {
        differing(to, from).forEach(trigger -> creations.add(new Change(new CreateTrigger(trigger))));
    }

    /** Triggers of one table, time and event run in order, so all after the first different one are created again. */
    private static List<Trigger> differing(Schema here, Schema there) {
        Map<String, List<Trigger>> others = rows(there);
        List<Trigger> differing = new ArrayList<>();
        rows(here).forEach((key, row) -> {
            List<Trigger> other = others.getOrDefault(key, List.of());
            int same = 0;
            while (same < row.size() && same < other.size() && row.get(same).equals(other.get(same))) {
                same++;
            }
            differing.addAll(row.subList(same, row.size()));
        });
        return differing;
    }

    private static Map<String, List<Trigger>> rows(Schema schema) {
        Map<String, List<Trigger>> rows = new LinkedHashMap<>();
        for (Trigger trigger : schema.triggers()) {
            rows.computeIfAbsent(trigger.table() + "\n" + trigger.timing() + trigger.event(), key -> new ArrayList<>())
                    .add(trigger);
        }
        return rows;
    }

    List<Change> drops() {
        return drops;
    }

    List<Change> creations() {
        return creations;
    }

    /** A schema without the excluded objects. */
    static Schema included(Schema schema, DiffOptions options) {
        Predicate<String> isTable = name -> options.compares(ObjectKind.TABLE, name);
        return new Schema(
                schema.encoding(),
                schema.tables().stream()
                        .filter(table -> isTable.test(table.name()))
                        .toList(),
                schema.views().stream()
                        .filter(view -> options.compares(ObjectKind.VIEW, view.name()))
                        .toList(),
                schema.triggers().stream()
                        .filter(trigger -> isTable.test(trigger.table()))
                        .filter(trigger -> options.compares(ObjectKind.TRIGGER, trigger.name()))
                        .toList(),
                schema.routines().stream()
                        .filter(routine -> options.compares(ObjectKind.ROUTINE, routine.name()))
                        .toList(),
                schema.events().stream()
                        .filter(event -> options.compares(ObjectKind.EVENT, event.name()))
                        .toList(),
                schema.sequences().stream()
                        .filter(sequence -> options.compares(ObjectKind.SEQUENCE, sequence.name()))
                        .toList(),
                schema.omissions());
    }
}
