package dev.migrate.internal.mysql.canonical;

import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The rules for tables. */
final class TableRules {

    private static final Pattern PARTITION_ENGINE = Pattern.compile(" ENGINE *= *\\w+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final String PAGE_CHECKSUM = "PAGE_CHECKSUM";

    private TableRules() {}

    /** MySQL numbers the checks without names, including those of columns, and stores them with the table. */
    static void moveColumnChecks(ServerFacts facts, TableDraft table) {
        if (facts.isMariaDb() || table.columns.stream().allMatch(column -> column.check() == null)) {
            return;
        }
        List<Column> columns = new ArrayList<>();
        List<Check> checks = new ArrayList<>(table.checks);
        int number = 0;
        for (Column column : table.columns) {
            String check = column.check();
            if (check == null) {
                columns.add(column);
            } else {
                number++;
                checks.add(new Check(table.name + "_chk_" + number, check));
                columns.add(column.toBuilder().noCheck().build());
            }
        }
        table.columns = columns;
        table.checks = checks;
    }

    /** Drops the database of the referenced table if it is the current one. */
    static void omitCurrentDatabase(ServerFacts facts, TableDraft table) {
        table.foreignKeys = table.foreignKeys.stream()
                .map(key -> facts.database().equals(key.referencedSchema()) ? inCurrentDatabase(key) : key)
                .toList();
    }

    private static ForeignKey inCurrentDatabase(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                null,
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate());
    }

    /** The name of an engine is case-insensitive, and HEAP is the old name of MEMORY. */
    static void normalizeEngineName(ServerFacts facts, TableDraft table) {
        TableOptions options = table.options;
        String engine = options.engine();
        if (engine != null) {
            table.options = new TableOptions(
                    Engines.named(engine),
                    options.encoding(),
                    options.rowFormat(),
                    options.autoIncrement(),
                    options.comment(),
                    options.others());
        }
    }

    /** Only MEMORY has two algorithms, with HASH as the default; InnoDB accepts USING HASH and creates a BTREE. */
    static void omitRedundantAlgorithm(ServerFacts facts, TableDraft table) {
        String engine = table.options.engine();
        boolean isMemory = "MEMORY".equals(engine == null ? facts.defaultEngine() : engine);
        table.indexes = table.indexes.stream()
                .map(index ->
                        isMemory && index.algorithm() == Index.Algorithm.BTREE ? index : index.withAlgorithm(null))
                .toList();
    }

    /**
     * Drops the implicit index of a foreign key. The server creates one if there is no suitable index, names it after
     * the constraint, and silently drops it when a suitable index is added. Whether it was declared cannot be determined.
     * The index of a foreign key without a name is named after the first column; it is kept, because a migration names
     * the foreign key. An index that differs from the implicit one in any
     * way is kept, and so is one that the server would not have created, because another key serves the foreign key.
     */
    static void omitImplicitIndexes(ServerFacts facts, TableDraft table) {
        if (!table.foreignKeys.isEmpty()) {
            table.indexes = table.indexes.stream()
                    .filter(index -> table.foreignKeys.stream().noneMatch(key -> isImplicit(table, key, index)))
                    .toList();
        }
    }

    private static boolean isImplicit(TableDraft table, ForeignKey key, Index index) {
        return isCreatedFor(key, index)
                && !KeyPart.beginWith(table.primaryKey, key.columns())
                && table.indexes.stream().noneMatch(other -> !other.name().equals(index.name()) && serves(other, key));
    }

    private static boolean serves(Index index, ForeignKey key) {
        boolean isOrdinary = index.kind() == Index.Kind.PLAIN || index.kind() == Index.Kind.UNIQUE;
        return isOrdinary && KeyPart.beginWith(index.parts(), key.columns());
    }

    private static boolean isCreatedFor(ForeignKey key, Index index) {
        if (!index.name().equalsIgnoreCase(key.name())) {
            return false;
        }
        IndexBuilder made = new IndexBuilder(index.name()).columns(key.columns().toArray(String[]::new));
        index.options().forEach(made::option);
        return index.equals(made.build());
    }

    /** The same rule as for columns. */
    static void unwrapExpressions(ServerFacts facts, TableDraft table) {
        table.checks = table.checks.stream()
                .map(check -> check.withExpression(ExpressionText.plain(check.expression())))
                .toList();
        table.indexes = table.indexes.stream()
                .map(index -> index.parts().stream().anyMatch(KeyPart.OfExpression.class::isInstance)
                        ? index.withParts(
                                index.parts().stream().map(TableRules::plain).toList())
                        : index)
                .toList();
    }

    private static KeyPart plain(KeyPart part) {
        return part instanceof KeyPart.OfExpression expression
                ? new KeyPart.OfExpression(ExpressionText.plain(expression.sql()), expression.isDescending())
                : part;
    }

    /** The server repeats the engine for each partition, and wraps the lines. */
    static void normalizePartitioning(ServerFacts facts, TableDraft table) {
        if (table.partitioning != null) {
            table.partitioning = QuotedSql.outside(
                    table.partitioning,
                    sql -> BLANKS.matcher(PARTITION_ENGINE.matcher(sql).replaceAll(""))
                            .replaceAll(" "));
        }
    }

    /**
     * Drops options that are specified as DEFAULT or 0, which the server does not show. Of the page checksums, only their
     * absence in Aria is kept: Aria adds PAGE_CHECKSUM=1 whenever a table changes, and other engines ignore the option.
     */
    static void omitOptionsWithoutEffect(ServerFacts facts, TableDraft table) {
        Map<String, String> others = new TreeMap<>(table.options.others());
        others.entrySet()
                .removeIf(option -> TableOptions.defaultOf(option.getKey()).equalsIgnoreCase(option.getValue()));
        boolean isUnchecked = "Aria".equalsIgnoreCase(table.options.engine()) && "0".equals(others.get(PAGE_CHECKSUM));
        if (!isUnchecked) {
            others.remove(PAGE_CHECKSUM);
        }
        String rowFormat = table.options.rowFormat();
        table.options = table.options.withOthers("DEFAULT".equals(rowFormat) ? null : rowFormat, others);
    }

    /**
     * Drops an engine and an encoding that are the default, and the AUTO_INCREMENT value, which changes with the rows.
     */
    static void omitDefaultOptions(ServerFacts facts, TableDraft table) {
        TableOptions options = table.options;
        String collation = facts.collationOf(options.encoding(), facts.databaseCollation());
        table.options = options.withEncoding(facts.shortest(collation, facts.databaseCollation()))
                .withAutoIncrement(null);
        if (facts.defaultEngine().equalsIgnoreCase(options.engine())) {
            table.options = table.options.withEngine(null);
        }
    }
}
