package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a schema does not contain and that is not compared: an object that could not be read, or an attribute of
 * an object that has no place in the schema or no effect on the server.
 *
 * @param kind the kind of the object
 * @param name its name
 * @param attribute the attribute, in words, or null for the whole object
 * @param reason why it is not compared, as a clause without a full stop
 */
public record Omission(
        ObjectKind kind, String name, @Nullable String attribute, String reason) {

    /** Rejects null. */
    public Omission {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns whether the whole object is left out.
     *
     * @return true if the schema does not contain the object
     */
    public boolean isObject() {
        return attribute == null;
    }

    /**
     * Describes the omission.
     *
     * @return a sentence that names the object and the attribute
     */
    public String sentence() {
        String object = kind.words() + " " + name;
        return isObject()
                ? "The " + object + " is not compared, because it could not be read: " + reason + "."
                : "The " + attribute + " of " + object + " is not compared: " + reason + ".";
    }
}
