package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/** A type with a character set and a collation. */
public sealed interface CharacterType extends ColumnType permits StringType, TextType, EnumType, SetType {

    /**
     * Returns the character set and the collation.
     *
     * @return the encoding; {@link Encoding#INHERITED} if it is inherited from the table
     */
    Encoding encoding();

    /**
     * Returns the same type with another encoding.
     *
     * @param encoding the encoding
     * @return the type
     */
    CharacterType encoding(Encoding encoding);

    /**
     * Returns the same type with another character set.
     *
     * @param name the character set, for instance {@code latin1}
     * @return the type
     */
    default CharacterType charset(String name) {
        return encoding(encoding().charset(name));
    }

    /**
     * Returns the same type with another collation.
     *
     * @param name the collation, for instance {@code utf8mb4_bin}
     * @return the type
     */
    default CharacterType collation(String name) {
        return encoding(encoding().collation(name));
    }

    /**
     * Returns the character set.
     *
     * @return its name, or null if it is inherited from the table
     */
    default @Nullable String charset() {
        return encoding().charset();
    }

    /**
     * Returns the collation.
     *
     * @return its name, or null if it is inherited from the character set or the table
     */
    default @Nullable String collation() {
        return encoding().collation();
    }
}
