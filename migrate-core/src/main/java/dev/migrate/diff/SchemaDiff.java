package dev.migrate.diff;

import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What leads from one schema to another. Deterministic: the same two schemas give the same changes in the same order.
 *
 * @param changes what to do, in an order that runs; each change knows what was before, so that its inverse is exact
 * @param probableRenames what goes and comes and may only have another name
 * @param remarks differences that no operation can remove, in words
 */
public record SchemaDiff(List<Change> changes, List<ProbableRename> probableRenames, List<String> remarks) {

    /** Copies the lists. */
    public SchemaDiff {
        changes = List.copyOf(changes);
        probableRenames = List.copyOf(probableRenames);
        remarks = List.copyOf(remarks);
    }

    /**
     * Compares two schemas in canonical form.
     *
     * @param from the schema that is there
     * @param to the schema that is wanted
     * @param options what is compared, and what is known besides
     * @return the differences
     * @throws IllegalArgumentException if a rename is stated of something that is not there, or to a name that is taken
     */
    public static SchemaDiff between(Schema from, Schema to, DiffOptions options) {
        Schema here = StoredObjectDiff.included(from, options);
        Schema there = StoredObjectDiff.included(to, options);
        TableRenames renames = new TableRenames(options.renames(), here, there);
        Schema renamed = renames.after(here);
        TablesDiff tables = new TablesDiff(renamed, there, options);

        StoredObjectDiff programs = new StoredObjectDiff(renamed, there);
        List<Change> changes = new ArrayList<>(renames.changes());
        changes.addAll(programs.drops());
        changes.addAll(tables.changes());
        changes.addAll(programs.creations());
        List<String> remarks = new ArrayList<>(programs.remarks());
        if (!from.encoding().equals(to.encoding())) {
            remarks.add("The database has the collation " + from.encoding().collation() + ", and "
                    + to.encoding().collation()
                    + " is wanted, but there is no operation for it: change it with op.execute(...).");
        }
        return new SchemaDiff(changes, tables.probableRenames(), remarks);
    }

    /**
     * Tells whether there is no difference at all.
     *
     * @return true if the schemas mean the same
     */
    public boolean isEmpty() {
        return changes.isEmpty() && remarks.isEmpty();
    }
}
