package dev.migrate.internal.mysql.introspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of {@code information_schema} for one table. */
final class TableRows {

    final String name;
    final String engine;
    final String collation;
    final String options;
    final String comment;
    final boolean isSystemVersioned;
    final List<ColumnRow> columns = new ArrayList<>();
    boolean isPartitioned;
    /** By the name of the index. */
    final Map<String, List<IndexRow>> indexes = new TreeMap<>();
    /** By the name of the foreign key. */
    final Map<String, List<ForeignKeyRow>> foreignKeys = new TreeMap<>();

    final Map<String, Rules> foreignKeyRules = new LinkedHashMap<>();
    final List<CheckRow> checks = new ArrayList<>();
    final Map<String, Long> referenceSystems = new LinkedHashMap<>();

    TableRows(String name, String engine, String collation, String options, String comment, boolean isSystemVersioned) {
        this.name = name;
        this.engine = engine;
        this.collation = collation;
        this.options = options;
        this.comment = comment;
        this.isSystemVersioned = isSystemVersioned;
        isPartitioned = options.contains("partitioned");
    }

    /** Sorts the rows, which is cheaper here than in the queries. */
    void sort() {
        columns.sort(Comparator.comparingInt(ColumnRow::position));
        indexes.values().forEach(rows -> rows.sort(Comparator.comparingInt(IndexRow::position)));
        foreignKeys.values().forEach(rows -> rows.sort(Comparator.comparingInt(ForeignKeyRow::position)));
    }

    /** A row of COLUMNS. */
    record ColumnRow(
            String name,
            int position,
            String type,
            @Nullable String collation,
            boolean isNullable,
            @Nullable String defaultText,
            String extra,
            @Nullable String generation,
            String comment,
            @Nullable Long srid) {

        boolean isExpressionDefault() {
            return extra.contains("DEFAULT_GENERATED");
        }

        boolean isGenerated() {
            return generation != null && !generation.isEmpty();
        }

        /** Checks for a binary column, whose default is truncated or decoded incorrectly in the catalog. */
        boolean isBytes() {
            return type.startsWith("binary") || type.startsWith("varbinary") || type.endsWith("blob");
        }
    }

    /** A row of STATISTICS: a part of an index. */
    record IndexRow(
            int position,
            boolean isUnique,
            @Nullable String column,
            @Nullable Integer length,
            boolean isDescending,
            String type,
            String comment,
            boolean isVisible,
            @Nullable String expression) {}

    /** A row of KEY_COLUMN_USAGE: a column of a foreign key. */
    record ForeignKeyRow(
            int position, String column, String referencedSchema, String referencedTable, String referencedColumn) {}

    /** The actions in a row of REFERENTIAL_CONSTRAINTS. */
    record Rules(String onDelete, String onUpdate) {}

    /** A row of CHECK_CONSTRAINTS. */
    record CheckRow(String name, String clause, boolean isEnforced, boolean isOfColumn) {}
}
