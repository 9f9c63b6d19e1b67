package dev.migrate.schema;

import java.util.List;
import java.util.Objects;

/**
 * An ENUM type.
 *
 * @param members the members, in the order in which the server numbers them
 * @param encoding the character set and the collation
 */
public record EnumType(List<String> members, Encoding encoding) implements CharacterType {
    /** Copies the list, which must not be empty. Trailing spaces of members are removed, as the servers do. */
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
