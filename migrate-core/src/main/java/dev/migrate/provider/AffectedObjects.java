package dev.migrate.provider;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The names of the objects that a statement affects. If two statements affect different objects, the state of one does
 * not depend on the other. Immutable.
 *
 * @param isEverything whether it may affect any object
 * @param things the affected tables, views and so on, each with the parts that are added to it; no parts means the
 *     whole object
 */
public record AffectedObjects(boolean isEverything, Map<String, Set<String>> things) {

    /** The entry for the object itself among its parts, if the statement creates it. */
    public static final String ITSELF = "";

    /** Copies the map. */
    public AffectedObjects {
        things = Map.copyOf(things);
    }

    /**
     * Returns the objects of a statement that may affect anything.
     *
     * @return all objects
     */
    public static AffectedObjects everything() {
        return new AffectedObjects(true, Map.of());
    }

    /**
     * Returns the objects of a statement that changes one object as a whole.
     *
     * @param thing the name of the object
     * @return the object
     */
    public static AffectedObjects of(String thing) {
        return new AffectedObjects(false, Map.of(thing, Set.of()));
    }

    /**
     * Returns whether the state of these objects does not depend on another statement.
     *
     * @param other the objects that the other statement affects
     * @return true if they have nothing in common, or only add different parts to the same object
     */
    public boolean isIndependentOf(AffectedObjects other) {
        if (isEverything || other.isEverything) {
            return false;
        }
        for (Map.Entry<String, Set<String>> thing : things.entrySet()) {
            Set<String> theirs = other.things.get(thing.getKey());
            if (theirs != null && !areIndependent(thing.getValue(), theirs)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns whether these are only parts of objects that another statement creates.
     *
     * @param earlier the objects that the other statement affects
     * @return true if the parts cannot exist before that statement has run
     */
    public boolean isPartOf(AffectedObjects earlier) {
        for (Map.Entry<String, Set<String>> thing : things.entrySet()) {
            Set<String> parts = thing.getValue();
            boolean isCreated =
                    earlier.things.getOrDefault(thing.getKey(), Set.of()).contains(ITSELF);
            if (!isCreated || parts.isEmpty() || parts.contains(ITSELF)) {
                return false;
            }
        }
        return !things.isEmpty();
    }

    private static boolean areIndependent(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }
}
