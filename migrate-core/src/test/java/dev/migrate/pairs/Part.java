package dev.migrate.pairs;

import java.util.Set;

/**
 * A part of a schema.
 *
 * @param kind its kind
 * @param table the id of the table that it belongs to, or empty
 * @param name its name, quoted; empty if it has none
 * @param sql its definition, without the name
 * @param uses the ids of the parts that it refers to
 */
record Part(Kind kind, String table, String name, String sql, Set<String> uses) {

    /** The kinds, in the order in which they can be created. */
    enum Kind {
        SEQUENCE,
        FUNCTION,
        TABLE,
        COLUMN,
        KEY,
        CONSTRAINT,
        OPTIONS,
        PARTITIONS,
        PROCEDURE,
        VIEW,
        TRIGGER,
        EVENT;

        /** Whether it is a part of a CREATE TABLE statement. */
        boolean isOfTable() {
            return switch (this) {
                case COLUMN, KEY, CONSTRAINT, OPTIONS, PARTITIONS -> true;
                default -> false;
            };
        }
    }

    static Part of(Kind kind, String name, String sql, String... uses) {
        return new Part(kind, "", name, sql, Set.of(uses));
    }

    /** Unique in a schema. */
    String id() {
        return table + "/" + kind + " " + name;
    }

    Part as(String otherSql) {
        return new Part(kind, table, name, otherSql, uses);
    }

    boolean dependsOn(String id) {
        return table.equals(id) || uses.contains(id);
    }
}
