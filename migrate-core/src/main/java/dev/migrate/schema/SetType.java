package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * A SET type.
 *
 * @param members the members, in the order in which the server numbers them
 * @param encoding the character set and the collation
 */
public record SetType(List<String> members, Encoding encoding) implements CharacterType {
    /**
     * Copies the list, which must not be empty and whose members must not contain commas. Trailing spaces of members
     * are removed, as the servers do.
     */
    public SetType {
        members = Require.members("SET", members, 64);
        for (String member : members) {
            if (member.contains(",")) {
                throw new IllegalArgumentException("The member \"" + member + "\" of a SET contains a comma.");
            }
        }
        Objects.requireNonNull(encoding, "encoding");
    }

    @Override
    public SetType encoding(Encoding other) {
        return new SetType(members, other);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.set(this);
    }
}
