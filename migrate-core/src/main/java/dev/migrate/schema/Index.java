package dev.migrate.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of any kind but the primary key. A unique constraint is a unique index.
 *
 * @param name the name
 * @param kind what the index is for
 * @param parts what it orders rows by, one part at least
 * @param isInvisible whether the optimizer ignores it
 * @param algorithm how it finds rows, or null for what the storage engine does anyway
 * @param parser the plugin that finds the words of a full-text index, or null for the server's own
 * @param comment the comment, or null for none
 * @param options what else is said of the index: the values in the server's SQL by their names, for instance
 *     {@code KEY_BLOCK_SIZE}
 */
public record Index(
        String name,
        Kind kind,
        List<KeyPart> parts,
        boolean isInvisible,
        @Nullable Algorithm algorithm,
        @Nullable String parser,
        @Nullable String comment,
        Map<String, String> options) {

    /** What an index is for. */
    public enum Kind {
        /** Finding rows. */
        PLAIN,
        /** Finding rows, and refusing a second one with the same values. */
        UNIQUE,
        /** Finding words. */
        FULLTEXT,
        /** Finding shapes. */
        SPATIAL
    }

    /** How an index finds rows, by the SQL names. Matters to storage engines that know both. */
    public enum Algorithm {
        /** Along a tree, so that ranges are found as well. */
        BTREE,
        /** By a hash. */
        HASH
    }

    /** Copies the parts, of which there must be one at least. */
    public Index {
        Require.name("an index", name);
        Objects.requireNonNull(kind, "kind");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Index " + name + " has no columns.");
        }
        if (parser != null && kind != Kind.FULLTEXT) {
            throw new IllegalArgumentException(
                    "Index " + name + " has the parser " + parser + ", but is no full-text index.");
        }
        if (algorithm != null && kind != Kind.PLAIN && kind != Kind.UNIQUE) {
            throw new IllegalArgumentException(
                    "Index " + name + " is of kind " + kind + ", which knows no " + algorithm + ".");
        }
        Require.word("parser of index " + name, parser);
        comment = Require.comment(comment);
        options = Require.options("index " + name, options);
    }

    /**
     * An index that allows duplicates.
     *
     * @param name the name
     * @param columns the columns, in the order of the index
     * @return the index
     */
    public static Index of(String name, String... columns) {
        return new IndexBuilder(name).columns(columns).build();
    }

    /**
     * An index that forbids duplicates.
     *
     * @param name the name
     * @param columns the columns, in the order of the index
     * @return the index
     */
    public static Index unique(String name, String... columns) {
        return new IndexBuilder(name).unique().columns(columns).build();
    }

    /**
     * The names of the parts that are columns or the beginnings of columns.
     *
     * @return the names, in the order of the index
     */
    public List<String> columns() {
        return Keys.columns(parts);
    }

    /**
     * Returns a copy with another name.
     *
     * @param newName the name
     * @return the copy
     */
    public Index withName(String newName) {
        return new Index(newName, kind, parts, isInvisible, algorithm, parser, comment, options);
    }

    /**
     * Returns a copy with other parts.
     *
     * @param newParts the parts, at least one
     * @return the copy
     */
    public Index withParts(List<KeyPart> newParts) {
        return new Index(name, kind, newParts, isInvisible, algorithm, parser, comment, options);
    }

    /**
     * Returns a copy with another visibility.
     *
     * @param invisible whether queries ignore the index
     * @return the copy
     */
    public Index withInvisible(boolean invisible) {
        return new Index(name, kind, parts, invisible, algorithm, parser, comment, options);
    }

    /**
     * Returns a copy with another algorithm.
     *
     * @param newAlgorithm the algorithm, or null for the default of the storage engine
     * @return the copy
     */
    public Index withAlgorithm(@Nullable Algorithm newAlgorithm) {
        return new Index(name, kind, parts, isInvisible, newAlgorithm, parser, comment, options);
    }

    /**
     * Returns a copy with another comment.
     *
     * @param newComment the comment, or null for none
     * @return the copy
     */
    public Index withComment(@Nullable String newComment) {
        return new Index(name, kind, parts, isInvisible, algorithm, parser, newComment, options);
    }
}
