package dev.migrate.provider;

/** The ways in which a server can change a table, from the cheapest to the most expensive. */
public enum DdlAlgorithm {
    /** Only the definition of the table changes; the cost does not depend on the rows. */
    INSTANT,
    /** Indexes may be built or dropped; the rows are not rewritten. */
    NOCOPY,
    /** The storage engine makes the change; it may rewrite the rows. */
    INPLACE,
    /** The server copies all rows to a new table. */
    COPY
}
