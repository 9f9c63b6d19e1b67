package dev.migrate.internal.mysql.merge;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges consecutive changes of one table into as few statements as is best for the server, and changes right after the
 * creation of the table into the creation. A pure function.
 *
 * <p>One change that is not instant makes the whole statement read or rewrite the table (measured on all servers), so
 * instant changes share statements with instant ones only. All others share theirs: ten changes that would each rebuild
 * the table rebuild it once. A change never overtakes one that it depends on.
 */
public final class AlterTableMerger {

    private static final ChangeDependencyReader FOOTPRINTS = new ChangeDependencyReader();

    private final InstantDdl instantDdl;

    public AlterTableMerger(InstantDdl instantDdl) {
        this.instantDdl = instantDdl;
    }

    public List<Operation> merge(List<Operation> operations) {
        List<Operation> merged = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        String table = "";
        for (Operation operation : operations) {
            if (operation instanceof TableChange change) {
                if (!change.table().equals(table)) {
                    flush(groups, merged);
                    table = change.table();
                }
                if (!groups.isEmpty() || !isAddedToCreation(merged, change)) {
                    place(groups, change);
                }
            } else {
                flush(groups, merged);
                merged.add(operation);
            }
        }
        flush(groups, merged);
        return List.copyOf(merged);
    }

    /** Adds a change to the creation of its table, if that is the last operation. */
    private static boolean isAddedToCreation(List<Operation> merged, TableChange change) {
        int last = merged.size() - 1;
        if (last < 0 || !(merged.get(last) instanceof CreateTable create)) {
            return false;
        }
        Optional<CreateTable> complete = NewTable.with(create, change);
        complete.ifPresent(created -> merged.set(last, created));
        return complete.isPresent();
    }

    private void place(List<Group> groups, TableChange change) {
        ChangeDependencies dependencies = change.accept(FOOTPRINTS);
        Lane lane = laneOf(change);
        for (int i = groups.size() - 1; i >= 0; i--) {
            Group group = groups.get(i);
            if (group.lane == lane
                    && lane != Lane.SEPARATE
                    && group.members.stream().allMatch(dependencies::canJoin)) {
                group.members.add(dependencies);
                return;
            }
            if (!group.members.stream().allMatch(dependencies::canPass)) {
                break;
            }
        }
        groups.add(new Group(lane, new ArrayList<>(List.of(dependencies))));
    }

    /** MariaDB adds a virtual column together with other changes only by copying the table (measured: error 1846). */
    private Lane laneOf(TableChange change) {
        if (change instanceof AddColumn add
                && add.column().generation() != null
                && add.column().generation().storage() == Generation.Storage.VIRTUAL) {
            return Lane.SEPARATE;
        }
        return change.accept(instantDdl) ? Lane.INSTANT : Lane.WITH_ROWS;
    }

    private static void flush(List<Group> groups, List<Operation> merged) {
        for (Group group : groups) {
            List<TableChange> changes = new ArrayList<>();
            for (ChangeDependencies member : group.members) {
                changes.add(member.change());
            }
            merged.add(
                    changes.size() == 1
                            ? changes.get(0)
                            : new AlterTable(changes.get(0).table(), changes));
        }
        groups.clear();
    }

    private enum Lane {
        INSTANT,
        WITH_ROWS,
        SEPARATE
    }

    private record Group(Lane lane, List<ChangeDependencies> members) {}
}
