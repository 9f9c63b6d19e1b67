package dev.migrate.diff;

import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches for pairs of dropped and added objects that are similar enough to be renames. */
final class RenameSearch {

    /** The minimum share of equal columns of similar tables. */
    private static final double ALIKE = 0.6;

    private RenameSearch() {}

    /** Each table is part of at most one pair; the most similar pairs come first. */
    static List<ProbableRename> tables(List<Table> dropped, List<Table> added) {
        List<Candidate> candidates = new ArrayList<>();
        for (Table from : dropped) {
            for (Table to : added) {
                long shared = from.columns().stream()
                        .filter(column -> to.column(column.name())
                                .filter(other -> isSameType(column, other))
                                .isPresent())
                        .count();
                int all = from.columns().size() + to.columns().size() - (int) shared;
                if (shared >= ALIKE * all) {
                    String why = shared + " of " + all + " columns are the same";
                    candidates.add(new Candidate(from.name(), to.name(), 1 - (double) shared / all, why));
                }
            }
        }
        return best(null, candidates);
    }

    /** Columns of the same type that differ in at most one other attribute. */
    static List<ProbableRename> columns(TablePair pair) {
        List<Column> dropped = pair.from().columns().stream()
                .filter(column -> pair.target(column).isEmpty() && column.generation() == null)
                .toList();
        List<Column> added = pair.to().columns().stream()
                .filter(column -> pair.source(column).isEmpty() && column.generation() == null)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (Column from : dropped) {
            for (Column to : added) {
                int distance = Math.abs(pair.from().columns().indexOf(from)
                        - pair.to().columns().indexOf(to));
                int differences = differences(from, to);
                if (isSameType(from, to) && differences + Math.min(distance, 1) <= 1) {
                    String why = "same type"
                            + (differences == 0 ? ", same attributes" : ", one other attribute differs")
                            + (distance == 0 ? ", same position" : "");
                    candidates.add(new Candidate(from.name(), to.name(), differences + 0.01 * distance, why));
                }
            }
        }
        return best(pair.name(), candidates);
    }

    private static boolean isSameType(Column one, Column other) {
        return plain(one.type()).equals(plain(other.type()));
    }

    private static ColumnType plain(ColumnType type) {
        return type instanceof CharacterType characters ? characters.encoding(Encoding.INHERITED) : type;
    }

    private static int differences(Column one, Column other) {
        return (one.isNullable() == other.isNullable() ? 0 : 1)
                + (Objects.equals(one.defaultValue(), other.defaultValue()) ? 0 : 1)
                + (one.isUpdatedToCurrentTimestamp() == other.isUpdatedToCurrentTimestamp() ? 0 : 1)
                + (one.isAutoIncrement() == other.isAutoIncrement() ? 0 : 1)
                + (Objects.equals(one.comment(), other.comment()) ? 0 : 1);
    }

    private static List<ProbableRename> best(@Nullable String table, List<Candidate> candidates) {
        candidates.sort(Comparator.comparingDouble(Candidate::distance)
                .thenComparing(Candidate::from)
                .thenComparing(Candidate::to));
        Set<String> used = new HashSet<>();
        List<ProbableRename> renames = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String from = "from " + candidate.from;
            String to = "to " + candidate.to;
            if (!used.contains(from) && !used.contains(to)) {
                used.add(from);
                used.add(to);
                renames.add(new ProbableRename(table, candidate.from, candidate.to, candidate.why));
            }
        }
        return renames;
    }

    private record Candidate(String from, String to, double distance, String why) {}
}
