package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;

import dev.migrate.operation.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A random sequence of valid changes of one table. */
public final class RandomChanges extends RandomOperations {

    /** The initial table. */
    public static final String TABLE = "CREATE TABLE t (id INT NOT NULL, a INT NOT NULL DEFAULT 1 COMMENT 'a', b INT,"
            + " c BIGINT COMMENT 'c', d INT, KEY ix_a (a), UNIQUE KEY ix_cd (c, d), PRIMARY KEY (id)) ENGINE=InnoDB";

    private final List<String> columns = new ArrayList<>(List.of("a", "b", "c", "d"));
    private final Map<String, List<String>> indexes =
            new TreeMap<>(Map.of("ix_a", List.of("a"), "ix_cd", List.of("c", "d")));
    private boolean hasPrimaryKey = true;

    private RandomChanges(Random random) {
        super(random);
    }

    /** Generates 5 to 16 changes. */
    public static RandomChanges of(Random random) {
        RandomChanges made = new RandomChanges(random);
        made.addBetween(5, 16);
        return made;
    }

    @Override
    void addNext() {
        String column = any(columns);
        String other = any(columns);
        String made = newName();
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                add(op -> op.addColumn("t", made, integer()));
                columns.add(made);
            }
            case 2 -> {
                add(op -> op.table("t", t -> t.addColumn(made, bigint(), c -> c.comment("n"), Position.after(column))));
                columns.add(made);
            }
            case 3 -> {
                add(op -> op.addColumn(
                        "t", made, integer(), c -> c.generatedAs("id + 1").stored()));
                add(op -> op.addColumn("t", made + "v", integer(), c -> c.generatedAs("id + 2")));
            }
            case 4 -> {
                boolean isIndexed = indexes.values().stream().anyMatch(index -> index.contains(column));
                if (!isIndexed && columns.size() > 2) {
                    add(op -> op.dropColumn("t", column));
                    columns.remove(column);
                }
            }
            case 5 -> {
                add(op -> op.renameColumn("t", column, made));
                columns.set(columns.indexOf(column), made);
                indexes.replaceAll((name, index) -> index.stream()
                        .map(each -> each.equals(column) ? made : each)
                        .toList());
            }
            case 6 -> add(op -> op.alterColumn("t", column, c -> c.comment(made)));
            case 7 -> add(op -> op.alterColumn("t", column, c -> c.type(bigint())));
            case 8 -> add(op -> op.alterColumn("t", column, c -> c.defaultValue(7)));
            case 9 -> {
                if (!column.equals(other)) {
                    add(op -> op.alterColumn("t", column, c -> c.after(other)));
                }
            }
            case 10 -> index(made, column, other);
            default -> key(column);
        }
    }

    private void index(String made, String column, String other) {
        if (indexes.size() > 2) {
            String dropped = indexes.keySet().iterator().next();
            add(op -> op.dropIndex("t", dropped));
            indexes.remove(dropped);
        }
        if (column.equals(other)) {
            add(op -> op.addUniqueConstraint("t", made, column));
            indexes.put(made, List.of(column));
        } else {
            add(op -> op.createIndex("t", made, column, other));
            indexes.put(made, List.of(column, other));
        }
    }

    private void key(String column) {
        if (hasPrimaryKey) {
            add(op -> op.table("t", t -> t.dropPrimaryKey("id")));
        } else {
            add(op -> op.table("t", t -> t.addPrimaryKey("id")));
        }
        hasPrimaryKey = !hasPrimaryKey;
        add(op -> op.alterColumn("t", column, c -> c.comment("k")));
    }
}
