package dev.migrate.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A character set and a collation. A value that is null is inherited: by a column from its table, by a table from its
 * database, and a collation from its character set.
 *
 * <p>A collation alone determines its character set, and {@code utf8} becomes {@code utf8mb3}, its real name, so that
 * equivalent encodings are equal.
 *
 * @param charset the character set, for instance {@code utf8mb4}, in lower case
 * @param collation the collation, for instance {@code utf8mb4_bin}, in lower case
 */
public record Encoding(@Nullable String charset, @Nullable String collation) {

    /** The encoding that inherits everything. */
    public static final Encoding INHERITED = new Encoding(null, null);

    /** The prefix of the collations whose short names omit the character set. */
    private static final String WITHOUT_CHARSET = "uca1400_";

    private static final String BINARY = "binary";

    /** Rejects names that are not plain words, and a collation of another character set. */
    public Encoding {
        Require.word("character set", charset);
        Require.word("collation", collation);
        charset = charset == null ? null : charset.toLowerCase(Locale.ROOT);
        collation = collation == null ? null : collation.toLowerCase(Locale.ROOT);
        if (charset != null && charset.equals("utf8")) {
            charset = "utf8mb3";
        }
        if (collation != null && collation.startsWith("utf8_")) {
            collation = "utf8mb3" + collation.substring("utf8".length());
        }
        String implied = collation == null ? null : charsetOf(collation);
        if (charset == null) {
            charset = implied;
        } else if (implied != null && !implied.equals(charset)) {
            throw new IllegalArgumentException(
                    "Collation " + collation + " does not belong to character set " + charset + ".");
        }
    }

    private static @Nullable String charsetOf(String collation) {
        if (collation.startsWith(WITHOUT_CHARSET)) {
            return null;
        }
        int end = collation.indexOf('_');
        return end < 0 ? BINARY : collation.substring(0, end);
    }

    /**
     * Returns the same encoding with another character set.
     *
     * @param name the character set
     * @return the encoding
     * @throws IllegalArgumentException if the collation is of another character set
     */
    public Encoding charset(String name) {
        return new Encoding(name, collation);
    }

    /**
     * Returns the same encoding with another collation.
     *
     * @param name the collation
     * @return the encoding
     * @throws IllegalArgumentException if it is of another character set
     */
    public Encoding collation(String name) {
        return new Encoding(charset, name);
    }
}
