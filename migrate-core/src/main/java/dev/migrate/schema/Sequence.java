package dev.migrate.schema;

import java.util.Objects;

/**
 * A sequence, which generates numbers.
 *
 * @param name the name
 * @param definition the options in the server's SQL, for instance {@code START WITH 1 INCREMENT BY 50}; options that are
 *     omitted are left to the server, or to the database if the sequence exists
 */
public record Sequence(String name, String definition) {

    /** Rejects an empty name. */
    public Sequence {
        Require.name("a sequence", name);
        definition = Objects.requireNonNull(definition, "definition").strip();
    }

    /**
     * Returns a copy with other options.
     *
     * @param newDefinition the options
     * @return the copy
     */
    public Sequence withDefinition(String newDefinition) {
        return new Sequence(name, newDefinition);
    }
}
