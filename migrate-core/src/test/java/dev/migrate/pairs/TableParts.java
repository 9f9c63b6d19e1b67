package dev.migrate.pairs;

import dev.migrate.pairs.Part.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Generates tables, and their keys, constraints, options and partitions. */
final class TableParts {

    private static final Pattern NEEDS_LENGTH =
            Pattern.compile("\\w*(TEXT|BLOB|LONG |GEOMETRY|JSON).*", Pattern.DOTALL);

    private final Choice choice;
    private final ColumnParts columns;

    TableParts(Choice choice) {
        this.choice = choice;
        columns = new ColumnParts(choice);
    }

    /** Adds a table. */
    SchemaParts table(SchemaParts schema) {
        Part table = Part.of(Kind.TABLE, choice.name("t"), "");
        SchemaParts result = schema.with(table, choice.random());
        Part id = new Part(
                Kind.COLUMN, table.id(), "`id`", choice.one("INT NOT NULL", "BIGINT UNSIGNED NOT NULL"), Set.of());
        result = result.with(choice.once(3) ? id.as(id.sql() + " AUTO_INCREMENT") : id, choice.random());
        if (!choice.once(8)) {
            result = result.with(
                    new Part(Kind.KEY, table.id(), "", "PRIMARY KEY (`id`)", Set.of(id.id())), choice.random());
        }
        for (int i = choice.below(7); i >= 0; i--) {
            result = result.with(columns.column(table, result.of(Kind.COLUMN, table)), choice.random());
        }
        for (int i = choice.below(4); i > 0; i--) {
            result = result.with(key(result, table), choice.random());
        }
        for (int i = choice.below(3); i > 0; i--) {
            result = constraint(result, table);
        }
        if (choice.once(2)) {
            result = result.with(options(result, table), choice.random());
        }
        return choice.once(4) ? result.with(partitions(table), choice.random()) : result;
    }

    Part column(SchemaParts schema, Part table) {
        return columns.column(table, schema.of(Kind.COLUMN, table));
    }

    /** Another definition of a column. */
    Part redefined(SchemaParts schema, Part column) {
        Part table = schema.get(column.table());
        List<Part> others = new ArrayList<>(schema.of(Kind.COLUMN, table));
        others.remove(column);
        return columns.column(table, column.name(), others);
    }

    Part key(SchemaParts schema, Part table) {
        List<Part> all = schema.of(Kind.COLUMN, table);
        if (choice.once(8)) {
            Part column = choice.one(all);
            String sql = choice.one("FULLTEXT KEY NAME (", "SPATIAL KEY NAME (") + column.name() + ")"
                    + choice.maybe(choice.isMariaDb() ? "" : " WITH PARSER ngram");
            return new Part(Kind.KEY, table.id(), choice.name("k"), sql, Set.of(column.id()));
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = choice.below(3); i >= 0; i--) {
            Part column = choice.one(all);
            parts.put(column.id(), keyPart(column));
        }
        String sql = choice.one("KEY", "KEY", "KEY", "UNIQUE KEY", "INDEX") + " NAME ("
                + String.join(", ", parts.values()) + ")"
                + choice.maybe("", " USING BTREE", " USING HASH", " KEY_BLOCK_SIZE=4")
                + (choice.once(4) ? choice.comment() : "")
                + (choice.once(6) ? choice.isMariaDb() ? " IGNORED" : " INVISIBLE" : "");
        return new Part(Kind.KEY, table.id(), choice.name("k"), sql, parts.keySet());
    }

    private String keyPart(Part column) {
        if (choice.isMySql(8, 0, 13) && choice.once(8)) {
            return "("
                    + choice.one("lower(%s)", "(%s + 1)", "cast(%s as char(10))")
                            .replace("%s", column.name()) + ")";
        }
        boolean needsLength = NEEDS_LENGTH.matcher(column.sql()).matches();
        boolean isText = column.sql().contains("CHAR") && choice.once(3);
        return column.name()
                + (needsLength || isText ? "(" + (1 + choice.below(4)) + ")" : "")
                + (choice.once(5) ? choice.one(" DESC", " ASC") : "");
    }

    /** With a check or a foreign key, with the column of the latter. */
    SchemaParts constraint(SchemaParts schema, Part table) {
        boolean isNamed = !choice.once(3);
        String name = isNamed ? choice.name("x") : "#" + choice.name("x");
        if (choice.once(2)) {
            Part column = choice.one(schema.of(Kind.COLUMN, table));
            String condition = choice.one("%s > 0", "%s <> 'it''s'", "length(%s) < 9 or %s is null", "%s in (1, 2)")
                    .replace("%s", column.name());
            String enforced = choice.isMySql(8, 0, 16) && choice.once(4) ? " NOT ENFORCED" : "";
            return schema.with(
                    new Part(
                            Kind.CONSTRAINT,
                            table.id(),
                            name,
                            "CHECK (" + condition + ")" + enforced,
                            Set.of(column.id())),
                    choice.random());
        }
        List<Part> tables = schema.of(Kind.TABLE);
        Part parent = choice.one(tables.subList(0, tables.indexOf(table) + 1));
        List<Part> ids = schema.of(Kind.COLUMN, parent).stream()
                .filter(column -> column.name().equals("`id`"))
                .toList();
        if (ids.isEmpty()) {
            return schema;
        }
        String type = ids.get(0).sql().replace(" AUTO_INCREMENT", "").replace(" NOT NULL", choice.one("", " NOT NULL"));
        Part column = new Part(Kind.COLUMN, table.id(), choice.name("f"), type, Set.of());
        String rules =
                choice.maybe(" ON DELETE CASCADE", " ON DELETE SET NULL", " ON DELETE RESTRICT", " ON DELETE NO ACTION")
                        + choice.maybe(" ON UPDATE CASCADE", " ON UPDATE NO ACTION");
        Part key = new Part(
                Kind.CONSTRAINT,
                table.id(),
                name,
                "FOREIGN KEY (" + column.name() + ") REFERENCES " + parent.name() + " (`id`)" + rules,
                Set.of(column.id(), parent.id(), ids.get(0).id()));
        return schema.with(column, choice.random()).with(key, choice.random());
    }

    /** Options, which follow those that the table has: a later one has precedence. */
    Part options(SchemaParts schema, Part table) {
        String before = schema.of(Kind.OPTIONS, table).stream().map(Part::sql).collect(Collectors.joining());
        boolean isEncoded = before.contains("CHARACTER SET") || before.contains("COLLATE");
        String options = before
                + choice.maybe(
                        " ENGINE=InnoDB", " ENGINE=MyISAM", " ENGINE=MEMORY", choice.isMariaDb() ? " ENGINE=Aria" : "")
                + (isEncoded ? "" : choice.maybe(choice.encoding()))
                + (choice.once(3) ? choice.comment() : "")
                + choice.maybe(
                        " ROW_FORMAT=DYNAMIC",
                        " ROW_FORMAT=COMPACT",
                        " ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4",
                        " MAX_ROWS=100 MIN_ROWS=2",
                        " AVG_ROW_LENGTH=100",
                        " CHECKSUM=1",
                        " DELAY_KEY_WRITE=1",
                        " PACK_KEYS=0",
                        " STATS_PERSISTENT=0 STATS_AUTO_RECALC=1 STATS_SAMPLE_PAGES=9",
                        " AUTO_INCREMENT=7",
                        choice.isMariaDb() ? " PAGE_COMPRESSED=1" : " COMPRESSION='zlib'",
                        choice.isMariaDb() ? " ENGINE=Aria" : " ENCRYPTION='N'",
                        choice.isMariaDb() ? " PAGE_CHECKSUM=" + choice.below(2) : "")
                + (choice.isMariaDb() && choice.once(4) && !before.contains("VERSIONING")
                        ? " WITH SYSTEM VERSIONING"
                        : "");
        return new Part(Kind.OPTIONS, table.id(), "", options.strip(), Set.of());
    }

    Part partitions(Part table) {
        String ranges =
                " (PARTITION p0 VALUES LESS THAN (10) COMMENT = 'it''s', PARTITION `p 1` VALUES LESS THAN (500),"
                        + " PARTITION m VALUES LESS THAN MAXVALUE)";
        String sql = choice.one(
                "HASH (id) PARTITIONS 3",
                "LINEAR HASH (id) PARTITIONS 2",
                "HASH (id MOD 7) PARTITIONS 2",
                "KEY (id) PARTITIONS 3",
                "KEY () PARTITIONS 2",
                "LINEAR KEY ALGORITHM=2 (id) PARTITIONS 2",
                "RANGE (id)" + ranges,
                "RANGE (id) SUBPARTITION BY HASH (id) SUBPARTITIONS 2" + ranges,
                "RANGE COLUMNS (id)" + ranges,
                "LIST (id) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3))",
                "LIST COLUMNS (id) (PARTITION a VALUES IN (1, 2), PARTITION b VALUES IN (3))",
                choice.isMariaDb() ? "SYSTEM_TIME (PARTITION h HISTORY, PARTITION c CURRENT)" : "HASH (id)",
                choice.isMariaDb() ? "SYSTEM_TIME LIMIT 100 PARTITIONS 3" : "KEY (id)");
        return new Part(Kind.PARTITIONS, table.id(), "", "PARTITION BY " + sql, Set.of());
    }
}
