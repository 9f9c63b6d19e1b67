package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Position;
import dev.migrate.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A new table {@code t} and a random sequence of columns, indexes and foreign keys that are added to it. */
public final class RandomAdditions {

    /** A table to which foreign keys refer. */
    public static final String PARENT = "CREATE TABLE p (id INT NOT NULL PRIMARY KEY, n BIGINT UNIQUE) ENGINE=InnoDB";

    private final Random random;
    private final List<Consumer<Operations>> additions = new ArrayList<>();
    private final List<String> columns = new ArrayList<>(List.of("a", "b"));
    private int names;

    private RandomAdditions(Random random) {
        this.random = random;
        boolean isReferring = random.nextBoolean();
        additions.add(op -> op.createTable("t", t -> {
            t.column("id", integer()).notNull();
            t.column("a", integer()).defaultValue(1);
            t.column("b", integer());
            t.primaryKey("id");
            t.index("ix_a", "a");
            if (isReferring) {
                t.foreignKey("fk_b", "b").references("p", "id");
            }
        }));
    }

    /** Generates 2 to 9 additions. */
    public static RandomAdditions of(Random random) {
        RandomAdditions made = new RandomAdditions(random);
        int count = 2 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            made.add();
        }
        return made;
    }

    /** Records them. */
    public void record(Operations op) {
        additions.forEach(addition -> addition.accept(op));
    }

    private void add() {
        String column = columns.get(random.nextInt(columns.size()));
        String other = columns.get(random.nextInt(columns.size()));
        String name = "n" + names++;
        switch (random.nextInt(11)) {
            case 0, 1 -> {
                additions.add(op -> op.addColumn("t", name, integer()));
                columns.add(name);
            }
            case 2 ->
                additions.add(op ->
                        op.table("t", t -> t.addColumn(name, bigint(), c -> c.comment("n"), Position.after(column))));
            case 3 ->
                additions.add(op -> op.addColumn(
                        "t", name, integer(), c -> c.generatedAs("a + 1").stored()));
            case 4 -> {
                additions.add(op -> op.addColumn("t", name, varchar(40), c -> c.notNull()));
                additions.add(op -> op.createIndex("t", "ix_" + name, name, column));
            }
            case 5 -> {
                additions.add(op -> op.addColumn("t", name, text()));
                additions.add(op -> op.table(
                        "t",
                        t -> t.createIndex(
                                "ft_" + name, index -> index.columns(name).kind(Index.Kind.FULLTEXT))));
            }
            case 6 -> additions.add(op -> op.createIndex("t", name, column));
            case 7 -> additions.add(op -> op.addUniqueConstraint("t", name, other));
            case 8 -> additions.add(op -> op.addForeignKey("t", "fk_" + name, column, fk -> fk.references("p", "id")));
            case 9 -> additions.add(op -> op.addForeignKey("t", "fk_" + name, column, fk -> fk.references("t", "id")));
            default -> additions.add(op -> op.alterColumn("t", column, c -> c.comment(name)));
        }
    }

    /** One operation per line. */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        for (Operation operation : Operations.recordedBy(this::record)) {
            lines.add(operation.toString());
        }
        return String.join("\n", lines);
    }
}
