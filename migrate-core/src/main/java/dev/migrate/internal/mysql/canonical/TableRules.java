package dev.migrate.internal.mysql.canonical;

import dev.migrate.internal.mysql.sql.ExpressionText;
import dev.migrate.internal.mysql.sql.QuotedSql;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a table in several ways. */
final class TableRules {

    private static final Pattern PARTITION_ENGINE = Pattern.compile(" ENGINE *= *\\w+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private TableRules() {}

    /** MySQL numbers the checks that have no name, those of columns among them, and keeps them with the table. */
    static void columnChecksOfMySqlBelongToTheTable(ServerFacts facts, TableDraft table) {
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

    /** A foreign key names the database of its table only if it leaves its own. */
    static void ownDatabaseIsNotNamed(ServerFacts facts, TableDraft table) {
        table.foreignKeys = table.foreignKeys.stream()
                .map(key -> facts.database().equals(key.referencedSchema()) ? inOwnDatabase(key) : key)
                .toList();
    }

    private static ForeignKey inOwnDatabase(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                null,
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate());
    }

    /** The case of an engine's name does not matter, and HEAP is the old name of MEMORY. */
    static void engineHasItsUsualName(ServerFacts facts, TableDraft table) {
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

    /** MEMORY alone has two algorithms, of which HASH is the default; InnoDB takes USING HASH and makes a BTREE. */
    static void algorithmIsOnlyAChoiceInMemory(ServerFacts facts, TableDraft table) {
        String engine = table.options.engine();
        boolean isMemory = "MEMORY".equals(engine == null ? facts.defaultEngine() : engine);
        table.indexes = table.indexes.stream()
                .map(index -> isMemory && index.algorithm() == Index.Algorithm.BTREE
                        ? index
                        : with(index, index.parts(), null))
                .toList();
    }

    /**
     * The server makes an index for a foreign key that finds none, names it after the constraint (or, if it named the
     * constraint itself, after the first column), and silently drops it when an index comes that serves as well. So
     * nobody can tell whether it was declared, and it does not count. One that differs in anything from what the server
     * makes does.
     */
    static void indexOfForeignKeyIsImplicit(ServerFacts facts, TableDraft table) {
        if (!table.foreignKeys.isEmpty()) {
            table.indexes = table.indexes.stream()
                    .filter(index -> table.foreignKeys.stream().noneMatch(key -> isMadeFor(table.name, key, index)))
                    .toList();
        }
    }

    private static boolean isMadeFor(String table, ForeignKey key, Index index) {
        boolean isNamedByServer = key.name().startsWith(table + "_ibfk_");
        String first = key.columns().get(0);
        boolean isName = index.name().equalsIgnoreCase(key.name())
                || (isNamedByServer && index.name().matches("(?i)" + Pattern.quote(first) + "(_\\d+)?"));
        if (!isName) {
            return false;
        }
        List<KeyPart> parts =
                key.columns().stream().<KeyPart>map(KeyPart::column).toList();
        return index.equals(new Index(index.name(), Index.Kind.PLAIN, parts, false, null, null, null, index.options()));
    }

    /** As with columns. */
    static void expressionsStandAlone(ServerFacts facts, TableDraft table) {
        table.checks = table.checks.stream()
                .map(check -> new Check(check.name(), ExpressionText.plain(check.expression()), check.isEnforced()))
                .toList();
        table.indexes = table.indexes.stream()
                .map(index -> index.parts().stream().anyMatch(KeyPart.OfExpression.class::isInstance)
                        ? with(
                                index,
                                index.parts().stream().map(TableRules::plain).toList(),
                                index.algorithm())
                        : index)
                .toList();
    }

    private static KeyPart plain(KeyPart part) {
        return part instanceof KeyPart.OfExpression expression
                ? new KeyPart.OfExpression(ExpressionText.plain(expression.sql()), expression.isDescending())
                : part;
    }

    private static Index with(Index index, List<KeyPart> parts, Index.@Nullable Algorithm algorithm) {
        return new Index(
                index.name(),
                index.kind(),
                parts,
                index.isInvisible(),
                algorithm,
                index.parser(),
                index.comment(),
                index.options());
    }

    /** The server repeats the engine with each partition, and breaks the lines. */
    static void partitionsHaveTheEngineOfTheTable(ServerFacts facts, TableDraft table) {
        if (table.partitioning != null) {
            table.partitioning = QuotedSql.outside(
                    table.partitioning,
                    sql -> BLANKS.matcher(PARTITION_ENGINE.matcher(sql).replaceAll(""))
                            .replaceAll(" "));
        }
    }

    /**
     * An engine and an encoding that the server would take without being told are not named, and how far a table has
     * counted changes with its rows: it is no part of what the table is.
     */
    static void optionsSayWhatTheServerWouldNotDo(ServerFacts facts, TableDraft table) {
        TableOptions options = table.options;
        String collation = facts.collationOf(options.encoding(), facts.databaseCollation());
        table.options = new TableOptions(
                facts.defaultEngine().equalsIgnoreCase(options.engine()) ? null : options.engine(),
                facts.shortest(collation, facts.databaseCollation()),
                options.rowFormat(),
                null,
                options.comment(),
                options.others());
    }
}
