package dev.migrate.diff;

import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.Table;
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

    private static final String VERSIONING = "WITH SYSTEM VERSIONING";

    private static final TableOptions ADD_VERSIONING = others(Map.of("ADD SYSTEM VERSIONING", ""));
    private static final TableOptions DROP_VERSIONING = others(Map.of("DROP SYSTEM VERSIONING", ""));

    private final TablePair pair;

    OptionDiff(TablePair pair) {
        this.pair = pair;
    }

    static boolean isVersioned(Table table) {
        return table.options().others().containsKey(VERSIONING);
    }

    /** Whether a table gets or loses its history, and nothing else changes. */
    static boolean isOnlyVersioning(List<Change> changes) {
        return changes.size() == 1
                && changes.get(0).operation() instanceof ChangeTableOptions change
                && (change.options().equals(ADD_VERSIONING) || change.options().equals(DROP_VERSIONING));
    }

    List<Change> changes() {
        TableOptions from = pair.from().options();
        TableOptions to = pair.to().options();
        List<Change> changes = new ArrayList<>();
        TableOptions forth = difference(to, from);
        if (!forth.equals(TableOptions.NONE)) {
            changes.add(new Change(new ChangeTableOptions(pair.name(), forth, difference(from, to)), notes(from, to)));
        }
        if (isVersioned(pair.from()) != isVersioned(pair.to())) {
            changes.add(versioning(isVersioned(pair.to())));
        }
        return changes;
    }

    private static List<String> notes(TableOptions from, TableOptions to) {
        return Objects.equals(from.engine(), to.engine())
                ? List.of()
                : List.of("Storage engines differ in their support of transactions, foreign keys and index types.");
    }

    private Change versioning(boolean isWanted) {
        return isWanted
                ? new Change(new ChangeTableOptions(pair.name(), ADD_VERSIONING, DROP_VERSIONING))
                : new Change(
                        new ChangeTableOptions(pair.name(), DROP_VERSIONING, ADD_VERSIONING),
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
