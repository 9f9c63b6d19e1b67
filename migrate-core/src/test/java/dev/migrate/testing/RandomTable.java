package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.SpatialType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import java.util.List;
import java.util.Random;

/** Generates one table of a {@link RandomSchema}: a key, columns of every type, and further objects. */
final class RandomTable {

    private static final List<String> COMMENTS = List.of("", "plain", "it's \\ \"x\"", "a, b) ` ü\n-- c");
    private static final List<String> NUMBER_EXPRESSIONS =
            List.of("n+1", "(`n` * 2) - b", "coalesce(n, 0)", "IF(n>b, 1, 0)", "n DIV 7");
    private static final List<String> TEXT_EXPRESSIONS =
            List.of("LOWER(s)", "concat(s, 'it''s \\\\ (')", "left(s,3)", "CASE WHEN s='a' THEN 'b' ELSE s END");
    private static final List<String> CONDITIONS =
            List.of("n>0", "n BETWEEN 1 AND 9 OR s = 'it''s'", "s <> '\\\\' and (b is not null)", "not (n in (1,2,3))");

    private final ServerVersion server;
    private final Random random;
    private final RandomColumn columns;

    RandomTable(ServerVersion server, Random random) {
        this.server = server;
        this.random = random;
        columns = new RandomColumn(server, random);
    }

    Table table(String name, List<Table> others) {
        TableBuilder table = new TableBuilder(name);
        table.column("id", bigint().unsigned()).notNull();
        table.column("n", integer());
        table.column("b", integer()).notNull().defaultValue(3);
        table.column("s", varchar(60));
        int more = random.nextInt(9);
        for (int i = 0; i < more; i++) {
            columns.add(table, "c" + i);
        }
        table.primaryKey("id");
        generated(table);
        indexes(table);
        checks(table, name);
        options(table);
        foreignKeys(
                table,
                name,
                others.stream().filter(other -> other.partitioning() == null).toList());
        boolean isPartitioned = random.nextBoolean() && isPartitionable(table.build());
        return isPartitioned ? table.partitionedBy(partitioning()).build() : table.build();
    }

    /**
     * Partitioned tables cannot have foreign keys, full-text or spatial indexes, and every unique key must contain the
     * partitioning columns. MySQL 8.0.15 mistakes a default like UUID() for a part of the partitioning expression
     * (error 1564).
     */
    static boolean isPartitionable(Table table) {
        return table.foreignKeys().isEmpty()
                && table.indexes().stream().allMatch(index -> index.kind() == Index.Kind.PLAIN)
                && table.columns().stream().noneMatch(column -> column.type() instanceof SpatialType)
                && table.columns().stream()
                        .noneMatch(column -> column.defaultValue() instanceof DefaultValue.Expression);
    }

    /** In the server's own form, which is not rewritten: the products quote differently. */
    private String partitioning() {
        boolean isMariaDb = MySqlVersions.isMariaDb(server);
        String expression = isMariaDb || server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 0) ? "`id`" : "id";
        String column = isMariaDb ? "`id`" : "id";
        String name = isMariaDb ? "`p0`" : "p0";
        String ranges = " (PARTITION " + name + " VALUES LESS THAN (10), PARTITION `p 1` VALUES LESS THAN (500)"
                + " COMMENT = 'it\\'s  ENGINE = no')";
        return "PARTITION BY "
                + one(List.of(
                        "HASH (" + expression + ") PARTITIONS 3",
                        "LINEAR HASH (" + expression + ") PARTITIONS 2",
                        "KEY (" + column + ") PARTITIONS 3",
                        "RANGE (" + expression + ")" + ranges,
                        "RANGE (" + expression + ") SUBPARTITION BY HASH (" + expression + ") SUBPARTITIONS 2" + ranges,
                        "RANGE COLUMNS(" + column + ")" + ranges,
                        "LIST (" + expression + ") (PARTITION " + name + " VALUES IN (1,2), PARTITION `p )`"
                                + " VALUES IN (3))"));
    }

    private void generated(TableBuilder table) {
        if (random.nextInt(3) == 0) {
            table.column("g1", integer()).generatedAs(one(NUMBER_EXPRESSIONS)).comment(one(COMMENTS));
        }
        if (random.nextInt(3) == 0) {
            table.column("g2", varchar(90)).generatedAs(one(TEXT_EXPRESSIONS)).stored();
        }
    }

    private void indexes(TableBuilder table) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            IndexBuilder index = table.index(random.nextInt(4) == 0 ? "i `'\"\\ (ü" + i : "i" + i);
            part(index, random.nextBoolean() ? "n" : "b");
            if (random.nextBoolean()) {
                index.column("s");
                if (random.nextBoolean()) {
                    index.length(1 + random.nextInt(20));
                }
            }
            index.comment(one(COMMENTS));
            if (random.nextInt(4) == 0) {
                index.unique();
            }
            boolean canHide =
                    server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 0) || server.isAtLeast(MySqlVersions.MARIADB, 10, 6, 0);
            if (canHide && random.nextInt(4) == 0) {
                index.invisible();
            }
        }
        if (server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 13) && random.nextInt(4) == 0) {
            table.index("f").expression(one(NUMBER_EXPRESSIONS)).column("b").expression(one(TEXT_EXPRESSIONS));
        }
        if (random.nextInt(8) == 0) {
            table.fulltextIndex("ft", "s");
        }
        if (random.nextInt(8) == 0) {
            table.column("shape", shape()).notNull();
            table.spatialIndex("sp", "shape");
        }
    }

    private ColumnType shape() {
        return server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 3)
                ? ColumnType.point().srid(4326)
                : ColumnType.point();
    }

    private void part(IndexBuilder index, String column) {
        index.column(column);
        boolean canDescend =
                server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 1) || server.isAtLeast(MySqlVersions.MARIADB, 10, 8, 1);
        if (canDescend && random.nextInt(3) == 0) {
            index.descending();
        }
    }

    private void checks(TableBuilder table, String name) {
        boolean isMariaDb = MySqlVersions.isMariaDb(server);
        if (!isMariaDb && !server.isAtLeast(MySqlVersions.MYSQL, 8, 0, 16)) {
            return;
        }
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            boolean isEnforced = isMariaDb || random.nextInt(4) > 0;
            table.check(new Check("ck_" + name + "_" + i, one(CONDITIONS), isEnforced));
        }
        if (isMariaDb && random.nextInt(3) == 0) {
            table.column("checked", integer()).check("checked>n");
        }
    }

    private void options(TableBuilder table) {
        table.comment(one(COMMENTS));
        switch (random.nextInt(6)) {
            case 0 -> table.engine("InnoDB").rowFormat("DYNAMIC");
            case 1 -> table.collation("utf8mb4_bin");
            case 2 -> table.charset("latin1");
            case 3 -> table.charset("utf8mb4").option("STATS_PERSISTENT", "1");
            case 4 -> table.rowFormat("COMPACT").autoIncrement(1 + random.nextInt(9));
            default -> table.option("MAX_ROWS", "1000");
        }
    }

    /** The server creates an index if the table has none that begins with the column. */
    private void foreignKeys(TableBuilder table, String name, List<Table> others) {
        int count = others.isEmpty() ? 0 : random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String column = "parent" + i;
            table.column(column, bigint().unsigned());
            if (random.nextInt(3) == 0) {
                table.index("ix_" + column, column, "n").kind(Index.Kind.PLAIN);
            }
            String other = others.get(random.nextInt(others.size())).name();
            ForeignKeyBuilder key =
                    table.foreignKey("fk_" + name + "_" + i, column).references(other, "id");
            key.onDelete(one(List.of(Rule.RESTRICT, Rule.CASCADE, Rule.SET_NULL)));
            key.onUpdate(one(List.of(Rule.RESTRICT, Rule.CASCADE, Rule.SET_NULL)));
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
