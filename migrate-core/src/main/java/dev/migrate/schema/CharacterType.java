package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/** A type whose values are characters, so that it has a character set and a collation. */
public sealed interface CharacterType extends ColumnType permits StringType, TextType, EnumType, SetType {

    /**
     * Which characters there are, and how they compare.
     *
     * @return the encoding; {@link Encoding#INHERITED} if it is the table's
     */
    Encoding encoding();

    /**
     * The same type with another encoding.
     *
     * @param encoding the encoding
     * @return the type
     */
    CharacterType encoding(Encoding encoding);

    /**
     * The same type with a character set of its own.
     *
     * @param name the character set, for instance {@code latin1}
     * @return the type
     */
    default CharacterType charset(String name) {
        return encoding(encoding().charset(name));
    }

    /**
     * The same type with a collation of its own.
     *
     * @param name the collation, for instance {@code utf8mb4_bin}
     * @return the type
     */
    default CharacterType collation(String name) {
        return encoding(encoding().collation(name));
    }

    /**
     * The character set.
     *
     * @return its name, or null if it is the table's
     */
    default @Nullable String charset() {
        return encoding().charset();
    }

    /**
     * The collation.
     *
     * @return its name, or null if it is the character set's or the table's
     */
    default @Nullable String collation() {
        return encoding().collation();
    }
}
