package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * One of a list of words.
 *
 * @param members the words, in the order in which the server numbers them
 * @param encoding the character set and the collation
 */
public record EnumType(List<String> members, Encoding encoding) implements CharacterType {
    /** Copies the list, which must not be empty. The servers drop spaces at the ends of the words, and so does this. */
    public EnumType {
        members = Require.members("ENUM", members, 65_535);
        Objects.requireNonNull(encoding, "encoding");
    }

    @Override
    public EnumType encoding(Encoding other) {
        return new EnumType(members, other);
    }

    @Override
    public <R> R accept(ColumnTypeVisitor<R> visitor) {
        return visitor.enumeration(this);
    }
}
