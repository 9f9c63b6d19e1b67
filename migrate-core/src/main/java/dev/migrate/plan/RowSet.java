package dev.migrate.plan;

import java.util.Set;
import java.util.TreeSet;

/** Applies changes of the version table to a set. Each change returns a new set. */
final class RowSet implements RowChange.Visitor<Set<String>> {

    private final Set<String> rows;

    RowSet(Set<String> rows) {
        this.rows = rows;
    }

    @Override
    public Set<String> insert(RowChange.Insert insert) {
        return changed("", insert.id());
    }

    @Override
    public Set<String> delete(RowChange.Delete delete) {
        return changed(delete.id(), "");
    }

    @Override
    public Set<String> update(RowChange.Update update) {
        return changed(update.from(), update.to());
    }

    private Set<String> changed(String gone, String come) {
        Set<String> changed = new TreeSet<>(rows);
        changed.remove(gone);
        if (!come.isEmpty()) {
            changed.add(come);
        }
        return changed;
    }
}
