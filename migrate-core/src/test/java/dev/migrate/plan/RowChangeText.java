package dev.migrate.plan;

import java.util.List;
import java.util.stream.Collectors;

/** Row changes in the short form that the tables of tests use. */
final class RowChangeText implements RowChange.Visitor<String> {

    static String of(List<RowChange> changes) {
        return changes.stream()
                .map(change -> change.accept(new RowChangeText()))
                .collect(Collectors.joining("; "));
    }

    @Override
    public String insert(RowChange.Insert insert) {
        return "INS " + insert.id();
    }

    @Override
    public String delete(RowChange.Delete delete) {
        return "DEL " + delete.id();
    }

    @Override
    public String update(RowChange.Update update) {
        return update.from() + "→" + update.to();
    }
}
