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
     * Starts a non-unique index without columns.
     *
     * @param name the name
     * @throws IllegalArgumentException if the name is empty
     */
    public IndexBuilder(String name) {
        this.name = Require.name("an index", name);
    }

    /** Starts an index that is named when its table is built. */
    IndexBuilder() {
        name = null;
    }

    /**
     * Adds columns after the existing parts.
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
     * Adds a column after the existing parts.
     *
     * @param column the column's name
     * @return this builder
     */
    public IndexBuilder column(String column) {
        return part(KeyPart.column(column));
    }

    /**
     * Adds an expression after the existing parts. Not every server supports it.
     *
     * @param sql the expression in the server's SQL, without enclosing parentheses
     * @return this builder
     */
    public IndexBuilder expression(String sql) {
        return part(KeyPart.expression(sql));
    }

    /**
     * Adds a part after the existing parts.
     *
     * @param part the part
     * @return this builder
     */
    public IndexBuilder part(KeyPart part) {
        parts.add(part);
        return this;
    }

    /**
     * Limits the last added column to a prefix of its values.
     *
     * @param characters the length of the prefix in characters, or in bytes for a binary column
     * @return this builder
     * @throws IllegalStateException if the last added part is not a column
     */
    public IndexBuilder length(int characters) {
        if (!(last() instanceof KeyPart.OfColumn column)) {
            throw new IllegalStateException(called() + " ends with an expression, which cannot have a prefix length.");
        }
        parts.set(parts.size() - 1, column.length(characters));
        return this;
    }

    /**
     * Makes the last added part descending.
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
     * Makes the index unique.
     *
     * @return this builder
     */
    public IndexBuilder unique() {
        return kind(Index.Kind.UNIQUE);
    }

    /**
     * Sets the kind of the index.
     *
     * @param indexKind the kind
     * @return this builder
     */
    public IndexBuilder kind(Index.Kind indexKind) {
        kind = indexKind;
        return this;
    }

    /**
     * Makes the index invisible: the server maintains it, but the optimizer ignores it.
     *
     * @return this builder
     */
    public IndexBuilder invisible() {
        isInvisible = true;
        return this;
    }

    /**
     * Sets the index algorithm.
     *
     * @param indexAlgorithm the algorithm
     * @return this builder
     */
    public IndexBuilder using(Index.Algorithm indexAlgorithm) {
        algorithm = indexAlgorithm;
        return this;
    }

    /**
     * Sets the parser plugin of a full-text index, for instance {@code ngram}.
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
     * Sets an option without a dedicated method.
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
     * Builds the index.
     *
     * @return the index
     * @throws IllegalArgumentException if it has no columns, or has a parser but is not a full-text index
     */
    public Index build() {
        return build(Require.name("an index", name == null ? "" : name));
    }

    /** Builds the index; without a name, it is named by the convention. */
    Index build(String table, KeyNames names) {
        if (name != null) {
            return build(name);
        }
        List<String> columns = Keys.columns(parts);
        if (columns.size() < parts.size()) {
            throw new IllegalArgumentException("An index of table " + table
                    + " contains an expression, so its name cannot be derived; set a name.");
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
