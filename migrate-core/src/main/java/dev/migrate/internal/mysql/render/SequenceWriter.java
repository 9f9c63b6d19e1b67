package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.parse.SequenceText;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders sequences.
 *
 * @param server the server
 */
record SequenceWriter(ServerVersion server) {

    String definition(Sequence sequence) {
        require(sequence.name());
        return joined(Quoting.name(sequence.name()), sequence.definition());
    }

    /** A sequence is held by a table, which has the engine and the comment. */
    List<String> changes(Sequence sequence, @Nullable Sequence before) {
        require(sequence.name());
        String name = Quoting.name(sequence.name());
        SequenceText options = SequenceText.of(sequence.definition());
        List<String> changes = new ArrayList<>();
        String ofTable = options.ofTable(before == null ? null : SequenceText.of(before.definition()));
        if (!ofTable.isEmpty()) {
            changes.add("ALTER TABLE " + name + " " + ofTable);
        }
        if (!options.changeable().isEmpty()) {
            changes.add("ALTER SEQUENCE " + joined(name, options.changeable()));
        }
        return changes;
    }

    void require(String name) {
        Capability.SEQUENCE.require(server, "The sequence " + name);
    }

    private static String joined(String name, String options) {
        return options.isEmpty() ? name : name + " " + options;
    }
}
