package dev.migrate.testing;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A random sequence of operations that are valid in this order. */
public abstract class RandomOperations {

    final Random random;
    private final List<Consumer<Operations>> operations = new ArrayList<>();
    private int names;

    RandomOperations(Random random) {
        this.random = random;
    }

    /** Adds a random operation and what it needs. */
    abstract void addNext();

    /** Adds a random number of random operations. */
    final void addBetween(int least, int most) {
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            addNext();
        }
    }

    /** Adds an operation. */
    final void add(Consumer<Operations> operation) {
        operations.add(operation);
    }

    /** Returns a name that has not been used. */
    final String newName() {
        return "n" + names++;
    }

    /** Returns one of some names. */
    final String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Records them. */
    public final void record(Operations op) {
        operations.forEach(operation -> operation.accept(op));
    }

    /** One operation per line. */
    @Override
    public final String toString() {
        List<String> lines = new ArrayList<>();
        for (Operation operation : Operations.recordedBy(this::record)) {
            lines.add(operation.toString());
        }
        return String.join("\n", lines);
    }
}
