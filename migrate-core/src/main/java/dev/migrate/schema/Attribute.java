package dev.migrate.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Attributes of databases, tables, columns and keys, other than names and types. */
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
    /** Row formats and all other table options. */
    TABLE_OPTIONS,
    /** Partitions. */
    PARTITIONING,
    /** Check constraints of tables and columns. */
    CHECK,
    /** Non-unique indexes. */
    INDEX,
    /** Views, triggers, routines and events. */
    STORED_OBJECT;

    /** The values that a server fills in for omitted attributes; a schema built in code does not contain them. */
    public static final Set<Attribute> FILLED_IN_BY_THE_SERVER = Collections.unmodifiableSet(
            EnumSet.of(COLUMN_ORDER, ENCODING, ENGINE, TABLE_OPTIONS, PARTITIONING, STORED_OBJECT));
}
