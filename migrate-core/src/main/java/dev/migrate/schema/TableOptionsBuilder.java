package dev.migrate.schema;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Builds {@link TableOptions}. An option that is not set is kept, or left to the server for a new table. Not
 * thread-safe.
 */
public final class TableOptionsBuilder {

    private final Map<String, String> others = new TreeMap<>();
    private @Nullable String engine;
    private @Nullable String charset;
    private @Nullable String collation;
    private @Nullable String rowFormat;
    private @Nullable BigInteger autoIncrement;
    private @Nullable String comment;

    /** Starts without options. */
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
     * Sets the default character set of the columns.
     *
     * @param charsetName the character set, for instance utf8mb4
     * @return this builder
     */
    public TableOptionsBuilder charset(String charsetName) {
        charset = charsetName;
        return this;
    }

    /**
     * Sets the default collation of the columns.
     *
     * @param collationName the collation, for instance utf8mb4_unicode_ci
     * @return this builder
     */
    public TableOptionsBuilder collation(String collationName) {
        collation = collationName;
        return this;
    }

    /**
     * Sets the row format.
     *
     * @param format the row format, for instance DYNAMIC
     * @return this builder
     */
    public TableOptionsBuilder rowFormat(String format) {
        rowFormat = format;
        return this;
    }

    /**
     * Sets the first value of the AUTO_INCREMENT column.
     *
     * @param first the value
     * @return this builder
     */
    public TableOptionsBuilder autoIncrement(long first) {
        return autoIncrement(BigInteger.valueOf(first));
    }

    /**
     * Sets the first value of the AUTO_INCREMENT column, for values that do not fit into a long.
     *
     * @param first the value
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
     * Sets an option without a dedicated method.
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
     * Builds the options.
     *
     * @return the options
     * @throws IllegalArgumentException if the attributes contradict each other
     */
    public TableOptions build() {
        return new TableOptions(engine, new Encoding(charset, collation), rowFormat, autoIncrement, comment, others);
    }
}
