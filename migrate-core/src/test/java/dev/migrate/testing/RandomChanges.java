package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A random sequence of valid changes of one table. */
public final class RandomChanges {

    /** The initial table. */
    public static final String TABLE = "CREATE TABLE t (id INT NOT NULL, a INT NOT NULL DEFAULT 1 COMMENT 'a', b INT,"
            + " c BIGINT COMMENT 'c', d INT, KEY ix_a (a), UNIQUE KEY ix_cd (c, d), PRIMARY KEY (id)) ENGINE=InnoDB";

    private final Random random;
    private final List<Consumer<Operations>> changes = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("a", "b", "c", "d"));
    private final Map<String, List<String>> indexes =
            new TreeMap<>(Map.of("ix_a", List.of("a"), "ix_cd", List.of("c", "d")));
    private boolean hasPrimaryKey = true;
    private int names;

    private RandomChanges(Random random) {
        this.random = random;
    }

    /** Generates 5 to 16 changes. */
    public static RandomChanges of(Random random) {
        RandomChanges made = new RandomChanges(random);
        int count = 5 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            made.add();
        }
        return made;
    }

    /** Records them. */
    public void record(Operations op) {
        changes.forEach(change -> change.accept(op));
    }

    private void add() {
        String column = columns.get(random.nextInt(columns.size()));
        String other = columns.get(random.nextInt(columns.size()));
        String made = "n" + names++;
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                changes.add(op -> op.addColumn("t", made, integer()));
                columns.add(made);
            }
            case 2 -> {
                changes.add(op ->
                        op.table("t", t -> t.addColumn(made, bigint(), c -> c.comment("n"), Position.after(column))));
                columns.add(made);
            }
            case 3 -> {
                changes.add(op -> op.addColumn(
                        "t", made, integer(), c -> c.generatedAs("id + 1").stored()));
                changes.add(op -> op.addColumn("t", made + "v", integer(), c -> c.generatedAs("id + 2")));
            }
            case 4 -> {
                boolean isIndexed = indexes.values().stream().anyMatch(index -> index.contains(column));
                if (!isIndexed && columns.size() > 2) {
                    changes.add(op -> op.dropColumn("t", column));
                    columns.remove(column);
                }
            }
            case 5 -> {
                changes.add(op -> op.renameColumn("t", column, made));
                columns.set(columns.indexOf(column), made);
                indexes.replaceAll((name, index) -> index.stream()
                        .map(each -> each.equals(column) ? made : each)
                        .toList());
            }
            case 6 -> changes.add(op -> op.alterColumn("t", column, c -> c.comment(made)));
            case 7 -> changes.add(op -> op.alterColumn("t", column, c -> c.type(bigint())));
            case 8 -> changes.add(op -> op.alterColumn("t", column, c -> c.defaultValue(7)));
            case 9 -> {
                if (!column.equals(other)) {
                    changes.add(op -> op.alterColumn("t", column, c -> c.after(other)));
                }
            }
            case 10 -> index(made, column, other);
            default -> key(column);
        }
    }

    private void index(String made, String column, String other) {
        if (indexes.size() > 2) {
            String dropped = indexes.keySet().iterator().next();
            changes.add(op -> op.dropIndex("t", dropped));
            indexes.remove(dropped);
        }
        if (column.equals(other)) {
            changes.add(op -> op.addUniqueConstraint("t", made, column));
            indexes.put(made, List.of(column));
        } else {
            changes.add(op -> op.createIndex("t", made, column, other));
            indexes.put(made, List.of(column, other));
        }
    }

    private void key(String column) {
        if (hasPrimaryKey) {
            changes.add(op -> op.table("t", t -> t.dropPrimaryKey("id")));
        } else {
            changes.add(op -> op.table("t", t -> t.addPrimaryKey("id")));
        }
        hasPrimaryKey = !hasPrimaryKey;
        changes.add(op -> op.alterColumn("t", column, c -> c.comment("k")));
    }

    /** One change per line. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Operation operation : Operations.recordedBy(this::record)) {
            lines.add(operation.toString());
        }
        return String.join("\n", lines);
    }
}
