package dev.migrate.schema;

import java.util.List;

/**
 * One of a list of words.
 *
 * @param members the words, in the order in which the server numbers them
 */
public record EnumType(List<String> members) implements ColumnType {
    /** Copies the list, which must not be empty. */
    public EnumType {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("An ENUM needs at least one member.");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.enumeration(this);
    }
}
