package dev.migrate.schema;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a table. An option that is null is left to the server.
 *
 * @param engine the storage engine
 * @param encoding the default character set and collation of the columns
 * @param rowFormat the row format, for instance DYNAMIC; DEFAULT specifies the default one
 * @param autoIncrement the first value of the AUTO_INCREMENT column, or null for 1
 * @param comment the comment
 * @param others further options: values in the server's SQL by their names, for instance {@code KEY_BLOCK_SIZE}; an
 *     option without a value has an empty one
 */
public record TableOptions(
        @Nullable String engine,
        Encoding encoding,
        @Nullable String rowFormat,
        @Nullable BigInteger autoIncrement,
        @Nullable String comment,
        Map<String, String> others) {

    /** The options that leave everything to the server. */
    public static final TableOptions NONE = new TableOptions(null, Encoding.INHERITED, null, null, null, Map.of());

    private static final Set<String> ZERO_BY_DEFAULT = Set.of(
            "AVG_ROW_LENGTH",
            "CHECKSUM",
            "DELAY_KEY_WRITE",
            "KEY_BLOCK_SIZE",
            "MAX_ROWS",
            "MIN_ROWS",
            "TABLE_CHECKSUM");

    /** Rejects engines and row formats that are not plain words. */
    public TableOptions {
        Require.word("engine", engine);
        Objects.requireNonNull(encoding, "encoding");
        Require.word("row format", rowFormat);
        rowFormat = rowFormat == null ? null : rowFormat.toUpperCase(Locale.ROOT);
        if (autoIncrement != null && autoIncrement.signum() <= 0) {
            throw new IllegalArgumentException("AUTO_INCREMENT must be at least 1, but is " + autoIncrement + ".");
        }
        if (BigInteger.ONE.equals(autoIncrement)) {
            autoIncrement = null;
        }
        comment = Require.comment(comment);
        others = Require.options("the table", others);
    }

    /**
     * Returns the value that resets one of the other options.
     *
     * @param option the name of the option, in upper case
     * @return 0, 1 or DEFAULT
     */
    public static String defaultOf(String option) {
        // DEFAULT would leave it unchanged.
        if (option.equals("PAGE_CHECKSUM")) {
            return "1";
        }
        return ZERO_BY_DEFAULT.contains(option) ? "0" : "DEFAULT";
    }

    /**
     * Returns a copy with another row format and other options.
     *
     * @param newRowFormat the row format, or null
     * @param newOthers the other options
     * @return the copy
     */
    public TableOptions withOthers(@Nullable String newRowFormat, Map<String, String> newOthers) {
        return new TableOptions(engine, encoding, newRowFormat, autoIncrement, comment, newOthers);
    }

    /**
     * Returns a copy with another storage engine.
     *
     * @param newEngine the storage engine, or null for the default
     * @return the copy
     */
    public TableOptions withEngine(@Nullable String newEngine) {
        return new TableOptions(newEngine, encoding, rowFormat, autoIncrement, comment, others);
    }

    /**
     * Returns a copy with another encoding.
     *
     * @param newEncoding the encoding
     * @return the copy
     */
    public TableOptions withEncoding(Encoding newEncoding) {
        return new TableOptions(engine, newEncoding, rowFormat, autoIncrement, comment, others);
    }

    /**
     * Returns a copy with another first value of the AUTO_INCREMENT column.
     *
     * @param first the value, or null for 1
     * @return the copy
     */
    public TableOptions withAutoIncrement(@Nullable BigInteger first) {
        return new TableOptions(engine, encoding, rowFormat, first, comment, others);
    }

    /**
     * Returns a copy with another comment.
     *
     * @param newComment the comment, or null for none
     * @return the copy
     */
    public TableOptions withComment(@Nullable String newComment) {
        return new TableOptions(engine, encoding, rowFormat, autoIncrement, newComment, others);
    }
}
