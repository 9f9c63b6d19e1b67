package dev.migrate.schema;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what a table is as a whole. What is not said is left as it is, or to the server. Not thread-safe. */
public final class TableOptionsBuilder {

    private final Map<String, String> others = new TreeMap<>();
    private @Nullable String engine;
    private @Nullable String charset;
    private @Nullable String collation;
    private @Nullable String rowFormat;
    private @Nullable BigInteger autoIncrement;
    private @Nullable String comment;

    /** Starts with nothing said. */
    public TableOptionsBuilder() {}

    /**
     * Sets the storage engine.
     *
     * @param engineName the name of the engine
     * @return this builder
     */
    public TableOptionsBuilder engine(String engineName) {
        engine = engineName;
        return this;
    }

    /**
     * Names the character set of columns that name none.
     *
     * @param charsetName the character set, for instance utf8mb4
     * @return this builder
     */
    public TableOptionsBuilder charset(String charsetName) {
        charset = charsetName;
        return this;
    }

    /**
     * Names the collation of columns that name none.
     *
     * @param collationName the collation, for instance utf8mb4_unicode_ci
     * @return this builder
     */
    public TableOptionsBuilder collation(String collationName) {
        collation = collationName;
        return this;
    }

    /**
     * Says how rows are laid out.
     *
     * @param format the row format, for instance DYNAMIC
     * @return this builder
     */
    public TableOptionsBuilder rowFormat(String format) {
        rowFormat = format;
        return this;
    }

    /**
     * Says where the server starts to count.
     *
     * @param first the first value of the column that is counted
     * @return this builder
     */
    public TableOptionsBuilder autoIncrement(long first) {
        return autoIncrement(BigInteger.valueOf(first));
    }

    /**
     * Says where the server starts to count, beyond what a long can hold.
     *
     * @param first the first value of the column that is counted
     * @return this builder
     */
    public TableOptionsBuilder autoIncrement(BigInteger first) {
        autoIncrement = first;
        return this;
    }

    /**
     * Sets the comment.
     *
     * @param text the comment
     * @return this builder
     */
    public TableOptionsBuilder comment(String text) {
        comment = text;
        return this;
    }

    /**
     * Says something that there is no method for.
     *
     * @param option the name of the option, for instance {@code STATS_PERSISTENT}
     * @param sql its value, in the server's SQL; empty if it has none
     * @return this builder
     */
    public TableOptionsBuilder option(String option, String sql) {
        others.put(option, sql);
        return this;
    }

    /**
     * Builds the options as they stand now.
     *
     * @return the options
     * @throws IllegalArgumentException if what was said contradicts itself
     */
    public TableOptions build() {
        return new TableOptions(engine, new Encoding(charset, collation), rowFormat, autoIncrement, comment, others);
    }
}
