package dev.migrate.diff;

import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences of the options of a table. */
final class OptionDiff {

    static final String VERSIONING = "WITH SYSTEM VERSIONING";

    private final TablePair pair;

    OptionDiff(TablePair pair) {
        this.pair = pair;
    }

    List<Change> changes() {
        TableOptions from = pair.from().options();
        TableOptions to = pair.to().options();
        List<Change> changes = new ArrayList<>();
        TableOptions forth = difference(to, from);
        if (!forth.equals(TableOptions.NONE)) {
            changes.add(new Change(new ChangeTableOptions(pair.name(), forth, difference(from, to)), notes(from, to)));
        }
        if (from.others().containsKey(VERSIONING) != to.others().containsKey(VERSIONING)) {
            changes.add(versioning(to.others().containsKey(VERSIONING)));
        }
        return changes;
    }

    private static List<String> notes(TableOptions from, TableOptions to) {
        return Objects.equals(from.engine(), to.engine())
                ? List.of()
                : List.of("Storage engines differ in their support of transactions, foreign keys and index types.");
    }

    private Change versioning(boolean isWanted) {
        TableOptions add = others(Map.of("ADD SYSTEM VERSIONING", ""));
        TableOptions drop = others(Map.of("DROP SYSTEM VERSIONING", ""));
        return isWanted
                ? new Change(new ChangeTableOptions(pair.name(), add, drop))
                : new Change(
                        new ChangeTableOptions(pair.name(), drop, add),
                        List.of("The history of the rows of " + pair.name() + " is lost."));
    }

    private static TableOptions others(Map<String, String> others) {
        return new TableOptions(null, Encoding.INHERITED, null, null, null, others);
    }

    /** The options that the first table has and the second does not, or with a reset value in the opposite case. */
    private TableOptions difference(TableOptions one, TableOptions other) {
        Map<String, String> others = new TreeMap<>();
        Set<String> names = new TreeSet<>(one.others().keySet());
        names.addAll(other.others().keySet());
        names.remove(VERSIONING);
        for (String name : names) {
            if (!Objects.equals(one.others().get(name), other.others().get(name))) {
                others.put(name, one.others().getOrDefault(name, TableOptions.defaultOf(name)));
            }
        }
        boolean isOtherFormat = !Objects.equals(one.rowFormat(), other.rowFormat());
        if (isOtherFormat && one.rowFormat() == null) {
            others.put("ROW_FORMAT", "DEFAULT");
        }
        boolean isOtherComment = !Objects.equals(one.comment(), other.comment());
        if (isOtherComment && one.comment() == null) {
            others.put("COMMENT", "''");
        }
        return new TableOptions(
                Objects.equals(one.engine(), other.engine()) ? null : engine(one),
                encoding(one).equals(encoding(other)) ? Encoding.INHERITED : encoding(one),
                isOtherFormat ? one.rowFormat() : null,
                null,
                isOtherComment ? one.comment() : null,
                others);
    }

    private String engine(TableOptions options) {
        return options.engine() == null ? pair.defaults().engine() : options.engine();
    }

    private Encoding encoding(TableOptions options) {
        return pair.defaults()
                .named(pair.defaults()
                        .collationOf(options.encoding(), pair.defaults().collation()));
    }
}
