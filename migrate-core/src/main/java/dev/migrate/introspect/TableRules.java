package dev.migrate.introspect;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a table in several ways. */
final class TableRules {

    private static final Pattern PARTITION_ENGINE = Pattern.compile(" ENGINE *= *\\w+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TableRules() {}

    /** MySQL numbers the checks that have no name, those of columns among them, and keeps them with the table. */
    static Table columnChecksOfMySqlBelongToTheTable(ServerFacts facts, Table table) {
        if (facts.isMariaDb() || table.columns().stream().allMatch(column -> column.check() == null)) {
            return table;
        }
        List<Column> columns = new ArrayList<>();
        List<Check> checks = new ArrayList<>(table.checks());
        int number = 0;
        for (Column column : table.columns()) {
            String check = column.check();
            if (check == null) {
                columns.add(column);
            } else {
                number++;
                checks.add(new Check(table.name() + "_chk_" + number, check));
                columns.add(withoutCheck(column));
            }
        }
        return new Table(
                table.name(),
                columns,
                table.primaryKey(),
                table.indexes(),
                table.foreignKeys(),
                checks,
                table.options(),
                table.partitioning());
    }

    private static Column withoutCheck(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.isNullable(),
                column.defaultValue(),
                column.isUpdatedToCurrentTimestamp(),
                column.isAutoIncrement(),
                column.generation(),
                column.isInvisible(),
                null,
                column.comment(),
                column.attributes());
    }

    /** A foreign key names the database of its table only if it leaves its own. */
    static Table ownDatabaseIsNotNamed(ServerFacts facts, Table table) {
        List<ForeignKey> foreignKeys = table.foreignKeys().stream()
                .map(key -> facts.database().equals(key.referencedSchema())
                        ? new ForeignKey(
                                key.name(),
                                key.columns(),
                                null,
                                key.referencedTable(),
                                key.referencedColumns(),
                                key.onDelete(),
                                key.onUpdate())
                        : key)
                .toList();
        return with(table, table.indexes(), foreignKeys);
    }

    /** MEMORY alone has two algorithms, of which HASH is the default; InnoDB takes USING HASH and makes a BTREE. */
    static Table algorithmIsOnlyAChoiceInMemory(ServerFacts facts, Table table) {
        String engine = table.options().engine();
        boolean isMemory = "MEMORY".equals(engine == null ? facts.defaultEngine() : engine);
        List<Index> indexes = table.indexes().stream()
                .map(index -> index.algorithm() == null || (isMemory && index.algorithm() == Index.Algorithm.BTREE)
                        ? index
                        : new Index(
                                index.name(),
                                index.kind(),
                                index.parts(),
                                index.isInvisible(),
                                null,
                                index.parser(),
                                index.comment(),
                                index.options()))
                .toList();
        return with(table, indexes, table.foreignKeys());
    }

    /**
     * The server makes an index for a foreign key that finds none, names it after the constraint (or, if it named the
     * constraint itself, after the first column), and silently drops it when an index comes that serves as well. So
     * nobody can tell whether it was declared, and it does not count. One that differs in anything from what the server
     * makes does.
     */
    static Table indexOfForeignKeyIsImplicit(ServerFacts facts, Table table) {
        List<Index> declared = table.indexes().stream()
                .filter(index -> table.foreignKeys().stream().noneMatch(key -> isMadeFor(table, key, index)))
                .toList();
        return with(table, declared, table.foreignKeys());
    }

    private static boolean isMadeFor(Table table, ForeignKey key, Index index) {
        boolean isNamedByServer = key.name().startsWith(table.name() + "_ibfk_");
        String first = key.columns().get(0);
        boolean isName = index.name().equalsIgnoreCase(key.name())
                || (isNamedByServer && index.name().matches("(?i)" + Pattern.quote(first) + "(_\\d+)?"));
        List<KeyPart> parts =
                key.columns().stream().<KeyPart>map(KeyPart::column).toList();
        return isName
                && index.equals(
                        new Index(index.name(), Index.Kind.PLAIN, parts, false, null, null, null, index.options()));
    }

    /** As with columns. */
    static Table expressionsStandAlone(ServerFacts facts, Table table) {
        if (table.checks().isEmpty() && table.indexes().stream().noneMatch(TableRules::isFunctional)) {
            return table;
        }
        List<Check> checks = table.checks().stream()
                .map(check -> new Check(check.name(), ExpressionText.plain(check.expression()), check.isEnforced()))
                .toList();
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.indexes().stream().map(TableRules::plain).toList(),
                table.foreignKeys(),
                checks,
                table.options(),
                table.partitioning());
    }

    private static boolean isFunctional(Index index) {
        return index.parts().stream().anyMatch(KeyPart.OfExpression.class::isInstance);
    }

    private static Index plain(Index index) {
        return new Index(
                index.name(),
                index.kind(),
                index.parts().stream().map(TableRules::plain).toList(),
                index.isInvisible(),
                index.algorithm(),
                index.parser(),
                index.comment(),
                index.options());
    }

    private static KeyPart plain(KeyPart part) {
        return part instanceof KeyPart.OfExpression expression
                ? new KeyPart.OfExpression(ExpressionText.plain(expression.sql()), expression.isDescending())
                : part;
    }

    /** The server repeats the engine with each partition, and breaks the lines. */
    static Table partitionsHaveTheEngineOfTheTable(ServerFacts facts, Table table) {
        String partitioning = table.partitioning();
        if (partitioning == null) {
            return table;
        }
        String shortened = PARTITION_ENGINE.matcher(partitioning).replaceAll("");
        return with(table, table.options(), BLANKS.matcher(shortened).replaceAll(" "));
    }

    /** An engine that the server would take without being told is not named. */
    static Table defaultEngineIsNotNamed(ServerFacts facts, Table table) {
        TableOptions options = table.options();
        return facts.defaultEngine().equalsIgnoreCase(options.engine())
                ? with(
                        table,
                        new TableOptions(
                                null,
                                options.encoding(),
                                options.rowFormat(),
                                options.autoIncrement(),
                                options.comment(),
                                options.others()),
                        table.partitioning())
                : table;
    }

    /** A table need not name what it would get without naming it. */
    static Table encodingOfTheDatabaseIsInherited(ServerFacts facts, Table table) {
        TableOptions options = table.options();
        return with(
                table,
                new TableOptions(
                        options.engine(),
                        facts.shortest(facts.collationOf(table), facts.databaseCollation()),
                        options.rowFormat(),
                        options.autoIncrement(),
                        options.comment(),
                        options.others()),
                table.partitioning());
    }

    /** How far a table has counted changes with its rows. */
    static Table counterIsData(ServerFacts facts, Table table) {
        TableOptions options = table.options();
        return with(
                table,
                new TableOptions(
                        options.engine(),
                        options.encoding(),
                        options.rowFormat(),
                        null,
                        options.comment(),
                        options.others()),
                table.partitioning());
    }

    private static Table with(Table table, List<Index> indexes, List<ForeignKey> foreignKeys) {
        if (indexes.equals(table.indexes()) && foreignKeys.equals(table.foreignKeys())) {
            return table;
        }
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                indexes,
                foreignKeys,
                table.checks(),
                table.options(),
                table.partitioning());
    }

    private static Table with(Table table, TableOptions options, @Nullable String partitioning) {
        if (options.equals(table.options()) && Objects.equals(partitioning, table.partitioning())) {
            return table;
        }
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.indexes(),
                table.foreignKeys(),
                table.checks(),
                options,
                partitioning);
    }
}
