package dev.migrate.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What can be said of a database, a table, a column or a key besides its name and its type. */
public enum Attribute {
    /** The order of columns. */
    COLUMN_ORDER,
    /** Defaults of columns. */
    COLUMN_DEFAULT,
    /** {@code ON UPDATE CURRENT_TIMESTAMP}. */
    ON_UPDATE,
    /** Whether a column or an index is invisible. */
    VISIBILITY,
    /** Comments of tables, columns and indexes. */
    COMMENT,
    /** Character sets and collations of tables and columns. */
    ENCODING,
    /** Storage engines. */
    ENGINE,
    /** Row formats and everything else that is said of a table as a whole. */
    TABLE_OPTIONS,
    /** Partitions. */
    PARTITIONING,
    /** Checks of tables and columns. */
    CHECK,
    /** Indexes that enforce nothing. */
    INDEX,
    /** Views, triggers, routines and events. */
    PROGRAM;

    /** What a server fills in where nothing is said: no schema in code spells all of it out. */
    public static final Set<Attribute> FILLED_IN_BY_THE_SERVER = Collections.unmodifiableSet(
            EnumSet.of(COLUMN_ORDER, ENCODING, ENGINE, TABLE_OPTIONS, PARTITIONING, PROGRAM));
}
