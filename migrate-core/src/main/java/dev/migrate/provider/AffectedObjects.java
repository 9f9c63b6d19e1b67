package dev.migrate.provider;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * What a statement is about, by name. If two statements are about different things, then what can be seen of the one
 * says nothing of the other. Immutable.
 *
 * @param isEverything whether it may be about anything
 * @param things the tables, views and so on, each with the parts that are added to it; no parts stands for the whole
 */
public record AffectedObjects(boolean isEverything, Map<String, Set<String>> things) {

    /** Stands for a thing itself among its parts, where the statement creates it. */
    public static final String ITSELF = "";

    /** Copies the map. */
    public AffectedObjects {
        things = Map.copyOf(things);
    }

    /**
     * What a statement is about that may be about anything.
     *
     * @return the subject
     */
    public static AffectedObjects everything() {
        return new AffectedObjects(true, Map.of());
    }

    /**
     * What a statement is about that changes one thing as a whole.
     *
     * @param thing the thing's name
     * @return the subject
     */
    public static AffectedObjects of(String thing) {
        return new AffectedObjects(false, Map.of(thing, Set.of()));
    }

    /**
     * Tells whether what can be seen of this says nothing of the other.
     *
     * @param other what another statement is about
     * @return true if they have nothing in common but that both add different parts to one thing
     */
    public boolean isApartFrom(AffectedObjects other) {
        if (isEverything || other.isEverything) {
            return false;
        }
        for (Map.Entry<String, Set<String>> thing : things.entrySet()) {
            Set<String> theirs = other.things.get(thing.getKey());
            if (theirs != null && !areApart(thing.getValue(), theirs)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether this is nothing but parts of things that another statement creates.
     *
     * @param earlier what the other statement is about
     * @return true if the parts cannot be there before that statement has run
     */
    public boolean isPartOf(AffectedObjects earlier) {
        for (Map.Entry<String, Set<String>> thing : things.entrySet()) {
            Set<String> parts = thing.getValue();
            boolean isMade =
                    earlier.things.getOrDefault(thing.getKey(), Set.of()).contains(ITSELF);
            if (!isMade || parts.isEmpty() || parts.contains(ITSELF)) {
                return false;
            }
        }
        return !things.isEmpty();
    }

    private static boolean areApart(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
    }
}
