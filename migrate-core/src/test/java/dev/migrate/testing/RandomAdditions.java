package dev.migrate.testing;

import static dev.migrate.schema.ColumnType.bigint;
import static dev.migrate.schema.ColumnType.integer;
import static dev.migrate.schema.ColumnType.text;
import static dev.migrate.schema.ColumnType.varchar;

import dev.migrate.operation.Position;
import dev.migrate.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A new table {@code t} and a random sequence of columns, indexes and foreign keys that are added to it. */
public final class RandomAdditions extends RandomOperations {

    /** A table to which foreign keys refer. */
    public static final String PARENT = "CREATE TABLE p (id INT NOT NULL PRIMARY KEY, n BIGINT UNIQUE) ENGINE=InnoDB";

    private final List<String> columns = new ArrayList<>(List.of("a", "b"));

    private RandomAdditions(Random random) {
        super(random);
        boolean isReferring = random.nextBoolean();
        add(op -> op.createTable("t", t -> {
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
        made.addBetween(2, 9);
        return made;
    }

    @Override
    void addNext() {
        String column = any(columns);
        String other = any(columns);
        String name = newName();
        switch (random.nextInt(11)) {
            case 0, 1 -> {
                add(op -> op.addColumn("t", name, integer()));
                columns.add(name);
            }
            case 2 ->
                add(op -> op.table("t", t -> t.addColumn(name, bigint(), c -> c.comment("n"), Position.after(column))));
            case 3 ->
                add(op -> op.addColumn(
                        "t", name, integer(), c -> c.generatedAs("a + 1").stored()));
            case 4 -> {
                add(op -> op.addColumn("t", name, varchar(40), c -> c.notNull()));
                add(op -> op.createIndex("t", "ix_" + name, name, column));
            }
            case 5 -> {
                add(op -> op.addColumn("t", name, text()));
                add(op -> op.table(
                        "t",
                        t -> t.createIndex(
                                "ft_" + name, index -> index.columns(name).kind(Index.Kind.FULLTEXT))));
            }
            case 6 -> add(op -> op.createIndex("t", name, column));
            case 7 -> add(op -> op.addUniqueConstraint("t", name, other));
            case 8 -> add(op -> op.addForeignKey("t", "fk_" + name, column, fk -> fk.references("p", "id")));
            case 9 -> add(op -> op.addForeignKey("t", "fk_" + name, column, fk -> fk.references("t", "id")));
            default -> add(op -> op.alterColumn("t", column, c -> c.comment(name)));
        }
    }
}
