package dev.migrate.provider;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * The values of its session that a statement reads and assigns, by name: variables, prepared statements, savepoints, the
 * last generated key. They are lost with the session, and a transaction does not restore them. Immutable.
 *
 * @param reads the values that the statement reads
 * @param assigns the values that it assigns
 * @param traits what else it does to its session
 */
public record SessionUse(Set<String> reads, Set<String> assigns, Set<Trait> traits) {

    /** What else a statement may do to its session. */
    public enum Trait {
        /** It may assign any value, as a procedure does. */
        ASSIGNS_ANYTHING,
        /** It changes settings, which apply to all later statements. */
        CHANGES_SETTINGS,
        /** It cannot run in a transaction; what was done before is committed first. */
        NEEDS_NO_TRANSACTION,
        /** It is interpreted with the settings of the connection, as in a client. All others reject invalid values. */
        HANDWRITTEN,
        /** The server could add a default that the statement does not contain, unless this is turned off. */
        NEEDS_EXPLICIT_DEFAULTS,
        /** It waits for itself unless autocommit is on. */
        NEEDS_AUTOCOMMIT,
        /** It begins a transaction of the author, which lasts until the next implicit commit. */
        BEGINS_TRANSACTION
    }

    private static final SessionUse NONE = new SessionUse(Set.of(), Set.of(), Set.of());
    private static final SessionUse ANYTHING =
            new SessionUse(Set.of(), Set.of(), Set.of(Trait.ASSIGNS_ANYTHING, Trait.HANDWRITTEN));

    /** Copies the sets. */
    public SessionUse {
        reads = Set.copyOf(reads);
        assigns = Set.copyOf(assigns);
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
    }

    /**
     * Returns the use of a statement that neither reads nor assigns a value of its session.
     *
     * @return the use
     */
    public static SessionUse none() {
        return NONE;
    }

    /**
     * Returns the use of a statement that may assign any value, and reads none that is known.
     *
     * @return the use
     */
    public static SessionUse anything() {
        return ANYTHING;
    }

    /**
     * Returns a copy with a trait.
     *
     * @param trait the trait
     * @return the copy
     */
    public SessionUse with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new SessionUse(reads, assigns, all);
    }

    /**
     * Checks for a trait.
     *
     * @param trait the trait
     * @return whether the statement has it
     */
    public boolean has(Trait trait) {
        return traits.contains(Objects.requireNonNull(trait, "trait"));
    }
}
