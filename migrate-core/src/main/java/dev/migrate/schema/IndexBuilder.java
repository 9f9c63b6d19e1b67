package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Index}. Not thread-safe.
 *
 * <pre>{@code
 * t.index("ix_title").column("title").length(10).column("rating").descending().invisible();
 * t.index("ix_lower").expression("lower(title)").unique();
 * }</pre>
 */
public final class IndexBuilder {

    private final @Nullable String name;
    private final List<KeyPart> parts = new ArrayList<>();
    private Index.Kind kind = Index.Kind.PLAIN;
    private boolean isInvisible;
    private Index.@Nullable Algorithm algorithm;
    private @Nullable String parser;
    private @Nullable String comment;
    private final Map<String, String> options = new TreeMap<>();

    /**
     * Starts an index that allows duplicates and has no columns yet.
     *
     * @param name the name
     * @throws IllegalArgumentException if the name is empty
     */
    public IndexBuilder(String name) {
        this.name = Require.name("an index", name);
    }

    /** Starts an index that gets its name when its table is built. */
    IndexBuilder() {
        name = null;
    }

    /**
     * Adds columns behind the parts that are there.
     *
     * @param names the columns' names
     * @return this builder
     */
    public IndexBuilder columns(String... names) {
        for (String column : names) {
            column(column);
        }
        return this;
    }

    /**
     * Adds a column behind the parts that are there.
     *
     * @param column the column's name
     * @return this builder
     */
    public IndexBuilder column(String column) {
        return part(KeyPart.column(column));
    }

    /**
     * Appends an expression. Not every server supports it.
     *
     * @param sql the expression in the server's SQL, without parentheses around it
     * @return this builder
     */
    public IndexBuilder expression(String sql) {
        return part(KeyPart.expression(sql));
    }

    /**
     * Adds a part behind those that are there.
     *
     * @param part the part
     * @return this builder
     */
    public IndexBuilder part(KeyPart part) {
        parts.add(part);
        return this;
    }

    /**
     * Lets only the beginning of the column count that was added last.
     *
     * @param characters how many characters, or bytes of a binary column
     * @return this builder
     * @throws IllegalStateException if no column was added last
     */
    public IndexBuilder length(int characters) {
        if (!(last() instanceof KeyPart.OfColumn column)) {
            throw new IllegalStateException(called() + " has an expression last, which has no length.");
        }
        parts.set(parts.size() - 1, column.length(characters));
        return this;
    }

    /**
     * Lets the part that was added last have its greatest value first.
     *
     * @return this builder
     * @throws IllegalStateException if no part was added
     */
    public IndexBuilder descending() {
        parts.set(parts.size() - 1, last().descending());
        return this;
    }

    private KeyPart last() {
        if (parts.isEmpty()) {
            throw new IllegalStateException(called() + " has no columns yet; call column(...) first.");
        }
        return parts.get(parts.size() - 1);
    }

    /**
     * Forbids duplicates.
     *
     * @return this builder
     */
    public IndexBuilder unique() {
        return kind(Index.Kind.UNIQUE);
    }

    /**
     * Says what the index is for.
     *
     * @param indexKind the kind
     * @return this builder
     */
    public IndexBuilder kind(Index.Kind indexKind) {
        kind = indexKind;
        return this;
    }

    /**
     * Hides the index from queries, while it is still kept up to date.
     *
     * @return this builder
     */
    public IndexBuilder invisible() {
        isInvisible = true;
        return this;
    }

    /**
     * Says how rows are found, where the storage engine leaves the choice.
     *
     * @param indexAlgorithm the algorithm
     * @return this builder
     */
    public IndexBuilder using(Index.Algorithm indexAlgorithm) {
        algorithm = indexAlgorithm;
        return this;
    }

    /**
     * Names the plugin that finds the words of a full-text index, for instance {@code ngram}.
     *
     * @param plugin its name
     * @return this builder
     */
    public IndexBuilder parser(String plugin) {
        parser = plugin;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment; empty for none
     * @return this builder
     */
    public IndexBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Says something that there is no method for.
     *
     * @param option the name of the option, for instance {@code KEY_BLOCK_SIZE}
     * @param sql its value, in the server's SQL
     * @return this builder
     */
    public IndexBuilder option(String option, String sql) {
        options.put(option, sql);
        return this;
    }

    /**
     * Builds the index as it stands now.
     *
     * @return the index
     * @throws IllegalArgumentException if it has no columns, or a parser without being a full-text index
     */
    public Index build() {
        return build(Require.name("an index", name == null ? "" : name));
    }

    /** Builds the index; one that has no name yet is named after its columns. */
    Index build(String table, KeyNames names) {
        if (name != null) {
            return build(name);
        }
        List<String> columns = Keys.columns(parts);
        if (columns.size() < parts.size()) {
            throw new IllegalArgumentException(
                    "An index of table " + table + " has an expression, which makes no name; give it one.");
        }
        return build(kind == Index.Kind.UNIQUE ? names.uniqueConstraint(table, columns) : names.index(table, columns));
    }

    private Index build(String indexName) {
        return new Index(indexName, kind, parts, isInvisible, algorithm, parser, comment, options);
    }

    private String called() {
        return name == null ? "An index without a name" : "Index " + name;
    }
}
