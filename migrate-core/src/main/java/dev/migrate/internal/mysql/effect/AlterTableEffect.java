package dev.migrate.internal.mysql.effect;

import dev.migrate.internal.mysql.effect.PartState.After;
import dev.migrate.internal.mysql.sql.StatementReader;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.TokenLists;
import dev.migrate.provider.AffectedObjects;
import dev.migrate.provider.EffectCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the effect check of an ALTER TABLE written by hand, from what its clauses change. If a clause is not recognized, or
 * changes rows, there is no check. Used once.
 */
final class AlterTableEffect {

    /** Options by the columns of {@code information_schema.TABLES} that show them; those of the rest are in the last ones. */
    private static final Map<String, String> OPTIONS = Map.of(
            "ENGINE", "ENGINE",
            "TYPE", "ENGINE",
            "COMMENT", "TABLE_COMMENT",
            "CHARSET", "TABLE_COLLATION",
            "COLLATE", "TABLE_COLLATION");

    private static final String OTHER_OPTIONS = "ROW_FORMAT, CREATE_OPTIONS";

    private static final List<String> WITH_OTHER_OPTIONS = List.of(
            "AUTO_INCREMENT",
            "AVG_ROW_LENGTH",
            "CHECKSUM",
            "COMPRESSION",
            "DELAY_KEY_WRITE",
            "ENCRYPTION",
            "KEY_BLOCK_SIZE",
            "MAX_ROWS",
            "MIN_ROWS",
            "PACK_KEYS",
            "PAGE_CHECKSUM",
            "PAGE_COMPRESSED",
            "PAGE_COMPRESSION_LEVEL",
            "ROW_FORMAT",
            "STATS_AUTO_RECALC",
            "STATS_PERSISTENT",
            "STATS_SAMPLE_PAGES",
            "TRANSACTIONAL");

    private final String table;
    private final List<PartState> parts = new ArrayList<>();
    private boolean isRecognized = true;
    /** Whether it does anything else than adding parts with names. */
    private boolean hasOtherChanges;

    private AlterTableEffect(String table) {
        this.table = table;
    }

    /** Finds the check of what follows the name of the table. */
    static EffectCheck of(String table, StatementReader words) {
        if (words.skipAny("NOWAIT") || words.skip("WAIT")) {
            // MariaDB's time limit may be a number.
            StatementToken limit = words.peek();
            if (limit != null && Character.isDigit(limit.text().charAt(0))) {
                words.next();
            }
        }
        return new AlterTableEffect(table).read(words);
    }

    private EffectCheck read(StatementReader words) {
        if (isPartitionMaintenance(words)) {
            return EffectCheck.idempotent();
        }
        EffectCheck renaming = renaming(words.rest());
        if (renaming != null) {
            return renaming;
        }
        if (readPartitioning(words)) {
            hasOtherChanges = true;
        } else {
            for (List<StatementToken> clause : TokenLists.split(words.rest())) {
                isRecognized &= !clause.isEmpty();
                readClause(new StatementReader(clause));
            }
        }
        if (!isRecognized) {
            return EffectCheck.none();
        }
        return parts.isEmpty() ? EffectCheck.idempotent() : TableEffect.of(parts, affected());
    }

    private AffectedObjects affected() {
        if (hasOtherChanges) {
            return Affected.table(table);
        }
        Set<String> added = new HashSet<>();
        parts.forEach(part -> added.add(part.part()));
        return Affected.parts(table, added);
    }

    private static boolean isPartitionMaintenance(StatementReader words) {
        return words.isAt("ANALYZE", "PARTITION")
                || words.isAt("CHECK", "PARTITION")
                || words.isAt("OPTIMIZE", "PARTITION")
                || words.isAt("REBUILD", "PARTITION")
                || words.isAt("REPAIR", "PARTITION");
    }

    /** The check if the statement is nothing but RENAME, else null. */
    private @Nullable EffectCheck renaming(List<StatementToken> tokens) {
        StatementReader words = new StatementReader(tokens);
        boolean isOfPart =
                words.isAt("RENAME", "COLUMN") || words.isAt("RENAME", "INDEX") || words.isAt("RENAME", "KEY");
        if (isOfPart || !words.skip("RENAME")) {
            return null;
        }
        words.skipAny("TO", "AS");
        words.skipSign('=');
        String name = words.name();
        return name == null || !words.isAtEnd()
                ? EffectCheck.none()
                : TableEffect.relocation(List.of(table, name), List.of(name, table), CatalogExpressions::content);
    }

    /** Partitions are separated by commas like clauses, and no other clause follows them. */
    private boolean readPartitioning(StatementReader words) {
        if (words.skip("REMOVE", "PARTITIONING")) {
            parts.add(PartState.partitioning(table, After.ABSENT));
        } else if (words.isAt("PARTITION", "BY") || words.isAt("COALESCE", "PARTITION")) {
            parts.add(PartState.partitioning(table, After.CHANGED));
        } else if (words.skip("ADD", "PARTITION")) {
            readAddedPartitions(words);
        } else if (words.skip("DROP", "PARTITION")) {
            words.skipGuard();
            parts.addAll(PartState.partitions(table, names(words), After.ABSENT));
        } else if (words.skip("REORGANIZE", "PARTITION")) {
            readReorganizedPartitions(words);
        } else {
            return false;
        }
        return true;
    }

    private void readAddedPartitions(StatementReader words) {
        words.skipGuard();
        if (words.isAt("PARTITIONS")) {
            parts.add(PartState.partitioning(table, After.CHANGED));
        } else {
            List<String> names = definedPartitions(words.group());
            isRecognized &= !names.isEmpty();
            parts.addAll(PartState.partitions(table, names, After.PRESENT));
        }
    }

    private void readReorganizedPartitions(StatementReader words) {
        List<String> before = names(words);
        List<String> after = words.skip("INTO") ? definedPartitions(words.group()) : List.of();
        isRecognized &= !before.isEmpty() && !after.isEmpty();
        before.stream()
                .filter(name -> after.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> parts.add(PartState.partition(table, name, After.ABSENT)));
        parts.addAll(PartState.partitions(table, after, After.CHANGED));
    }

    private List<String> names(StatementReader words) {
        List<String> names = new ArrayList<>();
        do {
            String name = words.name();
            isRecognized &= name != null;
            names.add(String.valueOf(name));
        } while (words.skipSign(','));
        return names;
    }

    private static List<String> definedPartitions(List<StatementToken> definitions) {
        List<String> names = new ArrayList<>();
        for (List<StatementToken> definition : TokenLists.split(definitions)) {
            StatementReader reader = new StatementReader(definition);
            String name = reader.skip("PARTITION") ? reader.name() : null;
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private void readClause(StatementReader clause) {
        if (clause.skip("ADD")) {
            readAdd(clause);
        } else if (!isWithoutEffect(clause)) {
            hasOtherChanges = true;
            readChange(clause);
        }
    }

    private void readChange(StatementReader clause) {
        if (clause.skip("DROP")) {
            readDrop(clause);
        } else if (clause.skip("CHANGE")) {
            clause.skip("COLUMN");
            rejectGuard(clause);
            changeColumn(clause, clause.name(), clause.name());
        } else if (clause.skip("MODIFY")) {
            clause.skip("COLUMN");
            rejectGuard(clause);
            String column = clause.name();
            changeColumn(clause, column, column);
        } else if (clause.skip("RENAME")) {
            readRename(clause);
        } else if (clause.skip("ALTER")) {
            readAlter(clause);
        } else {
            readOptions(clause);
        }
    }

    private void readAdd(StatementReader clause) {
        boolean isColumn = clause.skip("COLUMN");
        clause.skipGuard();
        AddedParts added = new AddedParts(table);
        if (clause.isAtSign('(')) {
            added.readAll(clause.group(), isColumn);
        } else {
            added.read(clause, isColumn);
        }
        isRecognized &= added.areRecognized();
        // A primary key changes its columns as well.
        hasOtherChanges |= !added.areNamed() || added.keys().contains(Affected.index(PartStateReader.PRIMARY_KEY));
        parts.addAll(added.parts());
    }

    private void readDrop(StatementReader clause) {
        if (clause.skip("PRIMARY", "KEY")) {
            parts.add(PartState.index(table, PartStateReader.PRIMARY_KEY, After.ABSENT));
        } else if (clause.skipAny("INDEX", "KEY")) {
            add(guarded(clause), name -> PartState.index(table, name, After.ABSENT));
        } else if (clause.skip("FOREIGN", "KEY") || clause.skip("CHECK")) {
            add(guarded(clause), name -> PartState.constraint(table, name, After.ABSENT));
        } else if (clause.skip("CONSTRAINT")) {
            add(guarded(clause), name -> PartState.constraintOrIndex(table, name));
        } else if (clause.isAt("SYSTEM", "VERSIONING") || clause.isAt("PERIOD", "FOR")) {
            isRecognized = false;
        } else {
            clause.skip("COLUMN");
            add(guarded(clause), name -> PartState.column(table, name, After.ABSENT));
        }
    }

    /** What {@code IF EXISTS} changes cannot be seen: if the part does not exist, it is not there afterwards either. */
    private void rejectGuard(StatementReader clause) {
        isRecognized &= !clause.skipGuard();
    }

    private static @Nullable String guarded(StatementReader clause) {
        clause.skipGuard();
        return clause.name();
    }

    private void changeColumn(StatementReader clause, @Nullable String column, @Nullable String newName) {
        List<StatementToken> rest = clause.rest();
        boolean isFirst = !rest.isEmpty() && rest.get(rest.size() - 1).is("FIRST");
        boolean isMoved =
                isFirst || (rest.size() > 1 && rest.get(rest.size() - 2).is("AFTER"));
        isRecognized &= column != null && newName != null;
        if (isRecognized) {
            parts.addAll(PartState.changedColumn(
                    table, Objects.requireNonNull(column), Objects.requireNonNull(newName), isMoved));
        }
    }

    private void readRename(StatementReader clause) {
        boolean isColumn = clause.skip("COLUMN");
        boolean isIndex = !isColumn && clause.skipAny("INDEX", "KEY");
        rejectGuard(clause);
        String from = clause.name();
        String to = clause.skip("TO") ? clause.name() : null;
        isRecognized &= (isColumn || isIndex) && from != null && to != null;
        if (isRecognized) {
            String before = Objects.requireNonNull(from);
            String after = Objects.requireNonNull(to);
            parts.addAll(
                    isColumn
                            ? PartState.renamedColumn(table, before, after)
                            : PartState.renamedIndex(table, before, after));
        }
    }

    /** What these clauses set does not depend on the state before. */
    private void readAlter(StatementReader clause) {
        if (clause.skip("INDEX")) {
            rejectGuard(clause);
            add(clause.name(), name -> PartState.index(table, name, After.CHANGED));
        } else if (clause.skipAny("CHECK", "CONSTRAINT")) {
            add(clause.name(), name -> PartState.constraint(table, name, After.CHANGED));
        } else {
            clause.skip("COLUMN");
            rejectGuard(clause);
            add(clause.name(), name -> PartState.column(table, name, After.CHANGED));
        }
    }

    private static boolean isWithoutEffect(StatementReader clause) {
        return clause.isAt("ALGORITHM")
                || clause.isAt("LOCK")
                || clause.isAt("FORCE")
                || clause.isAt("WITH", "VALIDATION")
                || clause.isAt("WITHOUT", "VALIDATION")
                || clause.isAt("ENABLE", "KEYS")
                || clause.isAt("DISABLE", "KEYS");
    }

    /** Options may follow each other without commas. */
    private void readOptions(StatementReader clause) {
        while (!clause.isAtEnd() && isRecognized) {
            clause.skip("DEFAULT");
            clause.skip("CONVERT", "TO");
            String option = clause.skip("CHARACTER", "SET") ? "CHARSET" : word(clause.next());
            String column = WITH_OTHER_OPTIONS.contains(option) ? OTHER_OPTIONS : OPTIONS.get(option);
            clause.skipSign('=');
            isRecognized &= column != null && clause.next() != null;
            add(column, name -> PartState.option(table, name));
        }
    }

    private static String word(@Nullable StatementToken token) {
        return token == null ? "" : token.text().toUpperCase(Locale.ROOT);
    }

    private <T> void add(@Nullable T subject, Function<T, PartState> part) {
        isRecognized &= subject != null;
        if (subject != null) {
            parts.add(part.apply(subject));
        }
    }
}
