package dev.migrate.schema;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a table as a whole. Whatever is null is left to the server.
 *
 * @param engine the storage engine
 * @param encoding the character set and the collation of columns that name none
 * @param rowFormat how rows are laid out, for instance DYNAMIC
 * @param autoIncrement where the server starts to count, or null for 1
 * @param comment the comment
 * @param others what else is said of the table: the values in the server's SQL by their names, for instance
 *     {@code KEY_BLOCK_SIZE}; an option without a value has an empty one
 */
public record TableOptions(
        @Nullable String engine,
        Encoding encoding,
        @Nullable String rowFormat,
        @Nullable BigInteger autoIncrement,
        @Nullable String comment,
        Map<String, String> others) {

    /** Everything left to the server. */
    public static final TableOptions NONE = new TableOptions(null, Encoding.INHERITED, null, null, null, Map.of());

    /** Refuses engines and row formats that are not plain words, as all of the servers' are. */
    public TableOptions {
        Require.word("engine", engine);
        Objects.requireNonNull(encoding, "encoding");
        Require.word("row format", rowFormat);
        rowFormat = rowFormat == null ? null : rowFormat.toUpperCase(Locale.ROOT);
        if ("DEFAULT".equals(rowFormat)) {
            rowFormat = null;
        }
        if (autoIncrement != null && autoIncrement.signum() <= 0) {
            throw new IllegalArgumentException("A table counts from 1 at least, but got " + autoIncrement + ".");
        }
        if (BigInteger.ONE.equals(autoIncrement)) {
            autoIncrement = null;
        }
        comment = Require.comment(comment);
        others = Require.options("the table", others);
    }
}
