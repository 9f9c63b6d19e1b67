package dev.migrate.provider;

import dev.migrate.error.MigrateException;
import java.util.List;

/** A statement must repeat what only the database knows, and there is none to ask. */
public final class LiveDatabaseRequiredException extends MigrateException {

    private final String table;
    private final List<String> unknown;

    /**
     * Says what is not known.
     *
     * @param table the table that the statement changes
     * @param sql the statement, with a place for what is not known
     * @param unknown what is not known, for instance "the type of column email"
     * @param remedy what to give instead: whole sentences
     */
    public LiveDatabaseRequiredException(String table, String sql, List<String> unknown, String remedy) {
        super(
                "Without a database, the statement cannot be written that changes table " + table + ": " + sql
                        + ". Only the database knows " + String.join(", and ", unknown) + ".",
                remedy);
        this.table = table;
        this.unknown = List.copyOf(unknown);
    }

    /**
     * Names the table.
     *
     * @return its name
     */
    public String table() {
        return table;
    }

    /**
     * Says what is not known.
     *
     * @return one text for each change that needs the database
     */
    public List<String> unknown() {
        return unknown;
    }
}
