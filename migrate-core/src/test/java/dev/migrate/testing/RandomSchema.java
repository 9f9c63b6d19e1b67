package dev.migrate.testing;

import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Generated tables that a server supports, referenced tables before referencing ones.
 *
 * @param tables the tables
 */
public record RandomSchema(List<Table> tables) {

    /** Generates one to four tables. */
    public static RandomSchema of(ServerVersion server, Random random) {
        List<Table> tables = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            tables.add(new RandomTable(server, random).table("t" + i, tables));
        }
        return new RandomSchema(tables);
    }

    /** Without one table, key, check or column. */
    public Stream<RandomSchema> smaller() {
        List<RandomSchema> smaller = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            if (isReferredTo(table)) {
                continue;
            }
            smaller.add(without(i));
            for (int k = 0; k < table.indexes().size(); k++) {
                smaller.add(with(i, table, table.columns(), k, -1, -1));
            }
            for (int k = 0; k < table.foreignKeys().size(); k++) {
                smaller.add(with(i, table, table.columns(), -1, k, -1));
            }
            for (int k = 0; k < table.checks().size(); k++) {
                smaller.add(with(i, table, table.columns(), -1, -1, k));
            }
            for (Column column : table.columns()) {
                if (table.columns().size() > 1 && !isUsed(table, column)) {
                    List<Column> rest = new ArrayList<>(table.columns());
                    rest.remove(column);
                    smaller.add(with(i, table, rest, -1, -1, -1));
                }
            }
        }
        return smaller.stream();
    }

    private boolean isReferredTo(Table table) {
        return tables.stream()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.referencedTable().equals(table.name()));
    }

    /** Its name occurs in another definition. */
    private static boolean isUsed(Table table, Column column) {
        List<Column> others = new ArrayList<>(table.columns());
        others.remove(column);
        String text = others + " " + table.primaryKey() + table.indexes() + table.foreignKeys() + table.checks();
        return text.contains(column.name());
    }

    private RandomSchema without(int table) {
        List<Table> rest = new ArrayList<>(tables);
        rest.remove(table);
        return new RandomSchema(rest);
    }

    private RandomSchema with(int at, Table table, List<Column> columns, int index, int foreignKey, int check) {
        List<Table> changed = new ArrayList<>(tables);
        changed.set(
                at,
                new Table(
                        table.name(),
                        columns,
                        table.primaryKey(),
                        without(table.indexes(), index),
                        without(table.foreignKeys(), foreignKey),
                        without(table.checks(), check),
                        table.options(),
                        table.partitioning()));
        return new RandomSchema(changed);
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> rest = new ArrayList<>(list);
        if (index >= 0) {
            rest.remove(index);
        }
        return rest;
    }
}
