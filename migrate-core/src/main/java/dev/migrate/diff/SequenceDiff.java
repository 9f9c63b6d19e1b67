package dev.migrate.diff;

import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.DropSequence;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares sequences. They are created before the tables, whose defaults may use them, and dropped after them. */
final class SequenceDiff {

    private final List<Change> creations = new ArrayList<>();
    private final List<Change> drops = new ArrayList<>();

    SequenceDiff(Schema from, Schema to) {
        Map<String, Sequence> existing = new LinkedHashMap<>();
        from.sequences().forEach(sequence -> existing.put(sequence.name(), sequence));
        for (Sequence wanted : to.sequences()) {
            Sequence before = existing.remove(wanted.name());
            if (before == null) {
                creations.add(new Change(new CreateSequence(wanted)));
            } else if (!before.equals(wanted)) {
                creations.add(new Change(new AlterSequence(wanted, before)));
            }
        }
        existing.values()
                .forEach(sequence -> drops.add(new Change(
                        new DropSequence(sequence.name(), sequence),
                        List.of("The current value of " + sequence.name() + " is lost."))));
    }

    /** The sequences that are created or changed. */
    List<Change> creations() {
        return creations;
    }

    List<Change> drops() {
        return drops;
    }
}
