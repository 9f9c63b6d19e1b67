package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * Any of a list of words.
 *
 * @param members the words, in the order in which the server numbers them
 * @param encoding the character set and the collation
 */
public record SetType(List<String> members, Encoding encoding) implements CharacterType {
    /** Copies the list, which must not be empty, and whose words have no commas. The servers drop spaces at the ends of the words, and so does this. */
    public SetType {
        members = Require.members("SET", members, 64);
        for (String member : members) {
            if (member.contains(",")) {
                throw new IllegalArgumentException("The member \"" + member + "\" of a SET has a comma.");
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
