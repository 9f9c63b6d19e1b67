package dev.migrate.plan;

/** One change of the version table; each changes exactly one row. */
public sealed interface RowChange {

    /**
     * A row is added.
     *
     * @param id the id that the row holds
     */
    record Insert(String id) implements RowChange {}

    /**
     * A row is removed.
     *
     * @param id the id that the row held
     */
    record Delete(String id) implements RowChange {}

    /**
     * A row moves from one id to another.
     *
     * @param from the id that the row held
     * @param to the id that it holds now
     */
    record Update(String from, String to) implements RowChange {}
}
