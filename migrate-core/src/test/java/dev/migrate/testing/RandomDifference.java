package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.internal.mysql.server.MySqlVersions;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableBuilder;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Two schemas: unrelated, or the second one a changed copy of the first.
 *
 * @param from the first
 * @param to the second
 */
public record RandomDifference(RandomSchema from, RandomSchema to) {

    /** Generates a pair. */
    public static RandomDifference of(ServerVersion server, Random random) {
        RandomSchema from = RandomSchema.of(server, random);
        if (random.nextInt(4) == 0) {
            return new RandomDifference(from, RandomSchema.of(server, random));
        }
        List<Table> tables = new ArrayList<>(from.tables());
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(tables.size());
            Table mutated = new Mutation(server, random, i).of(tables.get(at));
            if (mutated.partitioning() == null || RandomTable.isPartitionable(mutated)) {
                tables.set(at, mutated);
            }
        }
        if (random.nextInt(5) == 0) {
            tables.add(new RandomTable(server, random).table("t" + tables.size(), tables));
        }
        return new RandomDifference(from, new RandomSchema(tables));
    }

    /** One side simplified, or both in the same way. */
    public Stream<RandomDifference> smaller() {
        List<RandomSchema> fewer = from.smaller().toList();
        return Stream.of(
                        fewer.stream().map(schema -> new RandomDifference(schema, to)),
                        to.smaller().map(schema -> new RandomDifference(from, schema)))
                .flatMap(each -> each);
    }

    /** Changes single parts of a table. */
    private record Mutation(ServerVersion server, Random random, int number) {

        Table of(Table table) {
            return switch (random.nextInt(15)) {
                case 0, 1 -> withNewColumn(table);
                case 2, 3 -> withoutColumn(table);
                case 4, 5, 6 -> withOtherColumn(table);
                case 7 -> shuffled(table);
                case 8 -> withIndexes(table, indexes(table));
                case 9 -> withForeignKeys(table);
                case 10 -> withChecks(table);
                case 11 -> withKey(table);
                case 12 -> withCounter(table);
                case 13 -> withRenamedIndex(table);
                default -> withOptions(table);
            };
        }

        private Column column(String name) {
            TableBuilder scratch = new TableBuilder("scratch");
            new RandomColumn(server, random).add(scratch, name);
            return scratch.build().columns().get(0);
        }

        private Table withNewColumn(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.add(random.nextInt(columns.size() + 1), column("new" + number));
            return with(table, columns, table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks());
        }

        private boolean isUsed(Table table, Column column) {
            List<Column> others = new ArrayList<>(table.columns());
            others.remove(column);
            String text = others + " " + table.primaryKey() + table.indexes() + table.foreignKeys() + table.checks();
            return text.contains(column.name());
        }

        private Table withoutColumn(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            Column column = columns.get(random.nextInt(columns.size()));
            if (!isUsed(table, column)) {
                columns.remove(column);
            }
            return with(table, columns, table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks());
        }

        private Table withOtherColumn(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            int at = random.nextInt(columns.size());
            Column column = columns.get(at);
            if (column.name().matches("c\\d+") && random.nextBoolean()) {
                columns.set(at, column(column.name()));
            } else if (column.name().equals("n") || column.name().equals("b")) {
                columns.set(
                        at,
                        column.toBuilder().comment("other").defaultValue(number).build());
            } else if (column.name().equals("s")) {
                columns.set(
                        at,
                        column.toBuilder()
                                .type(varchar(61 + number))
                                .defaultValue("x" + number)
                                .build());
            } else if (column.generation() == null) {
                columns.set(at, column.toBuilder().comment("c" + number).build());
            } else {
                columns.set(at, column.toBuilder().generatedAs("n+7").build());
            }
            return with(table, columns, table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks());
        }

        private Table shuffled(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            // On every server, a generated column may precede its source columns.
            Collections.shuffle(columns, random);
            return with(table, columns, table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks());
        }

        private List<Index> indexes(Table table) {
            List<Index> indexes = new ArrayList<>(table.indexes());
            if (!indexes.isEmpty() && random.nextBoolean()) {
                Index gone = indexes.remove(random.nextInt(indexes.size()));
                if (random.nextBoolean()) {
                    indexes.add(Index.of(gone.name(), "b", "n"));
                }
            } else {
                String parent = table.columns().stream()
                        .map(Column::name)
                        .filter(name -> name.startsWith("parent"))
                        .findFirst()
                        .orElse("n");
                indexes.add(Index.of("more" + number, random.nextBoolean() ? parent : "b", "id"));
            }
            return indexes;
        }

        private Table withRenamedIndex(Table table) {
            List<Index> indexes = new ArrayList<>(table.indexes());
            if (!indexes.isEmpty()) {
                Index old = indexes.remove(random.nextInt(indexes.size()));
                indexes.add(new Index(
                        "renamed" + number,
                        old.kind(),
                        old.parts(),
                        old.isInvisible(),
                        old.algorithm(),
                        old.parser(),
                        old.comment(),
                        old.options()));
            }
            return withIndexes(table, indexes);
        }

        private static Table withIndexes(Table table, List<Index> indexes) {
            return with(table, table.columns(), table.primaryKey(), indexes, table.foreignKeys(), table.checks());
        }

        private Table withForeignKeys(Table table) {
            List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
            if (!keys.isEmpty()) {
                ForeignKey key = keys.remove(random.nextInt(keys.size()));
                if (random.nextBoolean()) {
                    keys.add(new ForeignKey(
                            random.nextBoolean() ? key.name() : key.name() + "_" + number,
                            key.columns(),
                            null,
                            key.referencedTable(),
                            key.referencedColumns(),
                            ForeignKey.Rule.CASCADE,
                            key.onUpdate()));
                }
            }
            return with(table, table.columns(), table.primaryKey(), table.indexes(), keys, table.checks());
        }

        private Table withChecks(Table table) {
            List<Check> checks = new ArrayList<>(table.checks());
            if (!checks.isEmpty()) {
                Check check = checks.remove(random.nextInt(checks.size()));
                if (random.nextBoolean()) {
                    checks.add(new Check(check.name(), "b > " + number));
                }
            }
            return with(table, table.columns(), table.primaryKey(), table.indexes(), table.foreignKeys(), checks);
        }

        private Table withKey(Table table) {
            if (server.isAtLeast(MySqlVersions.MYSQL, 8, 4, 0)) {
                // Foreign keys must refer to a unique key, and they refer to the id.
                return withOptions(table);
            }
            boolean isLong = table.primaryKey().size() > 1;
            List<KeyPart> key =
                    isLong ? List.of(KeyPart.column("id")) : List.of(KeyPart.column("id"), KeyPart.column("b"));
            return with(table, table.columns(), key, table.indexes(), table.foreignKeys(), table.checks());
        }

        private Table withCounter(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.replaceAll(column -> !column.name().equals("id")
                    ? column
                    : column.isAutoIncrement()
                            ? new Column(
                                    "id", column.type(), false, null, false, false, null, false, null, null, List.of())
                            : column.toBuilder().autoIncrement().build());
            return with(table, columns, table.primaryKey(), table.indexes(), table.foreignKeys(), table.checks());
        }

        private Table withOptions(Table table) {
            TableBuilder other = new TableBuilder("other");
            other.column("x", integer());
            switch (random.nextInt(5)) {
                case 0 -> other.comment("other");
                case 1 -> other.charset("latin1");
                case 2 -> other.collation("utf8mb4_bin").rowFormat("DYNAMIC");
                case 3 -> other.option("STATS_PERSISTENT", "0");
                default -> other.rowFormat("COMPACT");
            }
            return with(table, other.build().options());
        }

        private static Table with(
                Table table,
                List<Column> columns,
                List<KeyPart> key,
                List<Index> indexes,
                List<ForeignKey> foreignKeys,
                List<Check> checks) {
            return new Table(
                    table.name(), columns, key, indexes, foreignKeys, checks, table.options(), table.partitioning());
        }

        private static Table with(Table table, TableOptions options) {
            return new Table(
                    table.name(),
                    table.columns(),
                    table.primaryKey(),
                    table.indexes(),
                    table.foreignKeys(),
                    table.checks(),
                    options,
                    table.partitioning());
        }
    }
}
