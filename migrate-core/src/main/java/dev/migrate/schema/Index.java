package dev.migrate.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of any kind except the primary key. A unique constraint is a unique index.
 *
 * @param name the name
 * @param kind the kind
 * @param parts the key parts, at least one
 * @param isInvisible whether the optimizer ignores it
 * @param algorithm the index algorithm, or null for the default of the storage engine
 * @param parser the parser plugin of a full-text index, or null for the built-in parser
 * @param comment the comment, or null for none
 * @param options further options: values in the server's SQL by their names, for instance {@code KEY_BLOCK_SIZE}
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

    /** The kind of an index. */
    public enum Kind {
        /** A non-unique index. */
        PLAIN,
        /** A unique index. */
        UNIQUE,
        /** A full-text index. */
        FULLTEXT,
        /** A spatial index. */
        SPATIAL
    }

    /** The index algorithm, by the SQL names. It applies to storage engines that support both. */
    public enum Algorithm {
        /** A B-tree, which supports ranges. */
        BTREE,
        /** A hash table. */
        HASH
    }

    /** Copies the parts and checks that there is at least one. */
    public Index {
        Require.name("an index", name);
        Objects.requireNonNull(kind, "kind");
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Index " + name + " has no columns.");
        }
        if (parser != null && kind != Kind.FULLTEXT) {
            throw new IllegalArgumentException(
                    "Index " + name + " has the parser " + parser + ", but is not a full-text index.");
        }
        if (algorithm != null && kind != Kind.PLAIN && kind != Kind.UNIQUE) {
            throw new IllegalArgumentException(
                    "Index " + name + " is of kind " + kind + ", which does not support " + algorithm + ".");
        }
        Require.word("parser of index " + name, parser);
        comment = Require.comment(comment);
        options = Require.options("index " + name, options);
    }

    /**
     * Creates a non-unique index.
     *
     * @param name the name
     * @param columns the columns, in the order of the index
     * @return the index
     */
    public static Index of(String name, String... columns) {
        return new IndexBuilder(name).columns(columns).build();
    }

    /**
     * Creates a unique index.
     *
     * @param name the name
     * @param columns the columns, in the order of the index
     * @return the index
     */
    public static Index unique(String name, String... columns) {
        return new IndexBuilder(name).unique().columns(columns).build();
    }

    /**
     * Returns the names of the parts that are columns or column prefixes.
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
     * @param invisible whether the optimizer ignores the index
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
