package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a table as a whole. Whatever is null is left to the server.
 *
 * @param engine the storage engine
 * @param charset the character set of columns that name none
 * @param collation the collation of columns that name none
 * @param comment the comment
 */
public record TableOptions(
        @Nullable String engine,
        @Nullable String charset,
        @Nullable String collation,
        @Nullable String comment) {

    /** Everything left to the server. */
    public static final TableOptions NONE = new TableOptions(null, null, null, null);

    /** Refuses engines, character sets and collations that are not plain words, as all of the servers' are. */
    public TableOptions {
        Check.word("engine", engine);
        Check.word("character set", charset);
        Check.word("collation", collation);
    }
}
