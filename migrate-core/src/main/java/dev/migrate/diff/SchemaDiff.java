package dev.migrate.diff;

import dev.migrate.schema.ObjectKind;
import dev.migrate.schema.Omission;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The changes from one schema to another. Deterministic: equal schemas yield the same changes in the same order.
 *
 * @param changes the changes, in an executable order; each includes the previous definition, so that its inverse is
 *     exact
 * @param probableRenames pairs of dropped and added objects that may be renames
 * @param remarks differences that no operation can remove, as sentences
 * @param notices what was not compared or has no effect on the server, as sentences; these are not differences
 */
public record SchemaDiff(
        List<Change> changes, List<ProbableRename> probableRenames, List<String> remarks, List<String> notices) {

    /** Copies the lists. */
    public SchemaDiff {
        changes = List.copyOf(changes);
        probableRenames = List.copyOf(probableRenames);
        remarks = List.copyOf(remarks);
        notices = List.copyOf(notices);
    }

    /**
     * Compares two schemas in canonical form.
     *
     * @param from the current schema
     * @param to the target schema
     * @param options the options
     * @return the differences
     * @throws IllegalArgumentException if a declared rename refers to an object that does not exist, or to a name that
     *     is in use
     */
    public static SchemaDiff between(Schema from, Schema to, DiffOptions options) {
        List<Omission> omissions = Stream.concat(from.omissions().stream(), to.omissions().stream())
                .filter(omission -> options.compares(omission.kind(), omission.name()))
                .toList();
        return between(from, to, options.without(omissions), sentences(omissions));
    }

    private static List<String> sentences(List<Omission> omissions) {
        return omissions.stream().map(Omission::sentence).distinct().toList();
    }

    private static SchemaDiff between(Schema from, Schema to, DiffOptions options, List<String> notices) {
        Schema here = StoredObjectDiff.included(from, options);
        Schema there = StoredObjectDiff.included(to, options);
        TableRenames renames = new TableRenames(options.renames(), here, there);
        Schema renamed = renames.after(here);
        List<Table> excluded = from.tables().stream()
                .filter(table -> !options.compares(ObjectKind.TABLE, table.name()))
                .toList();
        TablesDiff tables = new TablesDiff(renamed, there, excluded, options);

        StoredObjectDiff storedObjects = new StoredObjectDiff(renamed, there, options.renderer());
        List<Change> changes = new ArrayList<>(renames.before(storedObjects.drops()));
        changes.addAll(renames.changes());
        SequenceDiff sequences = new SequenceDiff(renamed, there);
        changes.addAll(sequences.creations());
        changes.addAll(tables.changes());
        options.insertions().forEach(insertion -> changes.add(new Change(insertion)));
        changes.addAll(sequences.drops());
        changes.addAll(storedObjects.creations());
        List<String> remarks = new ArrayList<>();
        if (!from.encoding().equals(to.encoding())) {
            remarks.add("The collation of the database is " + from.encoding().collation() + " instead of "
                    + to.encoding().collation()
                    + ", and there is no operation for it: change it with op.execute(...).");
        }
        return new SchemaDiff(changes, tables.probableRenames(), remarks, notices);
    }

    /**
     * Returns whether there is no difference. Notices are not differences.
     *
     * @return true if the schemas are equal
     */
    public boolean isEmpty() {
        return changes.isEmpty() && remarks.isEmpty();
    }
}
