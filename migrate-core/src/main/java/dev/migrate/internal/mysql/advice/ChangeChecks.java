package dev.migrate.internal.mysql.advice;

import dev.migrate.internal.mysql.advice.CurrentTable.CurrentColumn;
import dev.migrate.internal.mysql.server.Capability;
import dev.migrate.internal.mysql.sql.Quoting;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ConvertCharset;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.provider.DataFinding.Kind;
import dev.migrate.provider.ServerVersion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Derives the checks of the rows of a table from a change of it. Columns that the plan adds have no values to check. */
final class ChangeChecks implements TableChange.Visitor<List<DataCheck>> {

    private final CurrentTable table;
    private final Set<String> tables;
    private final ServerVersion server;

    /**
     * Creates the checks.
     *
     * @param table the table as it is before the plan
     * @param tables the names of all tables, in lower case
     * @param server the server
     */
    ChangeChecks(CurrentTable table, Set<String> tables, ServerVersion server) {
        this.table = table;
        this.tables = tables;
        this.server = server;
    }

    @Override
    public List<DataCheck> alterColumn(AlterColumn change) {
        CurrentColumn column = table.column(change.column());
        if (column == null) {
            return List.of();
        }
        List<DataCheck> checks = new ArrayList<>();
        if (Boolean.FALSE.equals(change.change().isNullable())) {
            checks.addAll(nulls(column));
        }
        if (change.change().type() != null) {
            checks.addAll(change.change().type().accept(new ValueChecks(table.name(), column)));
        }
        return checks;
    }

    @Override
    public List<DataCheck> redefineColumn(RedefineColumn change) {
        CurrentColumn column = table.column(change.column());
        if (column == null || change.definition().generation() != null) {
            return List.of();
        }
        List<DataCheck> checks = new ArrayList<>();
        if (!change.definition().isNullable()) {
            checks.addAll(nulls(column));
        }
        checks.addAll(change.definition().type().accept(new ValueChecks(table.name(), column)));
        return checks;
    }

    private List<DataCheck> nulls(CurrentColumn column) {
        return column.isNullable()
                ? List.of(DataCheck.ofRows(
                        Kind.NULLS,
                        "Rows have NULL in " + table.name() + "." + column.name() + ", which becomes NOT NULL.",
                        true,
                        table.name(),
                        Quoting.name(column.name()) + " IS NULL"))
                : List.of();
    }

    @Override
    public List<DataCheck> createIndex(CreateIndex change) {
        Index index = change.index();
        return index.kind() == Index.Kind.UNIQUE && table.has(index.columns())
                ? List.of(duplicates("key " + index.name(), index.parts()))
                : List.of();
    }

    @Override
    public List<DataCheck> addPrimaryKey(AddPrimaryKey change) {
        List<String> columns =
                change.parts().stream().flatMap(part -> columnOf(part).stream()).toList();
        if (!table.has(columns)) {
            return List.of();
        }
        List<DataCheck> checks = new ArrayList<>();
        for (String name : columns) {
            CurrentColumn column = table.column(name);
            if (column != null) {
                checks.addAll(nulls(column));
            }
        }
        checks.add(duplicates("primary key", change.parts()));
        return checks;
    }

    private static List<String> columnOf(KeyPart part) {
        return part instanceof KeyPart.OfColumn column ? List.of(column.name()) : List.of();
    }

    private DataCheck duplicates(String key, List<KeyPart> parts) {
        return DataCheck.duplicates(
                "Rows of " + table.name() + " have the same values in the new " + key + ".",
                table.name(),
                parts.stream().map(ChangeChecks::expression).toList());
    }

    private static String expression(KeyPart part) {
        if (part instanceof KeyPart.OfColumn column) {
            String name = Quoting.name(column.name());
            return column.length() == null ? name : "LEFT(" + name + ", " + column.length() + ")";
        }
        return "(" + ((KeyPart.OfExpression) part).sql() + ")";
    }

    @Override
    public List<DataCheck> addForeignKey(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        boolean isKnown = key.referencedSchema() == null && tables.contains(OriginalTables.key(key.referencedTable()));
        if (!isKnown || !table.has(key.columns())) {
            return List.of();
        }
        List<String> present = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String column = Quoting.name(table.name()) + "."
                    + Quoting.name(key.columns().get(i));
            present.add(column + " IS NOT NULL");
            equal.add("referenced." + Quoting.name(key.referencedColumns().get(i)) + " = " + column);
        }
        return List.of(DataCheck.ofRows(
                Kind.ORPHANS,
                "Rows of " + table.name() + " refer to no row of " + key.referencedTable()
                        + " with the new foreign key " + key.name() + ".",
                true,
                table.name(),
                String.join(" AND ", present) + " AND NOT EXISTS (SELECT 1 FROM " + Quoting.name(key.referencedTable())
                        + " referenced WHERE " + String.join(" AND ", equal) + ")"));
    }

    @Override
    public List<DataCheck> addCheck(AddCheck change) {
        return Capability.CHECK.isIn(server) && change.check().isEnforced()
                ? List.of(DataCheck.ofRows(
                        Kind.CHECK_VIOLATIONS,
                        "Rows of " + table.name() + " violate the new check "
                                + change.check().name() + ".",
                        true,
                        table.name(),
                        "NOT (" + change.check().expression() + ")"))
                : List.of();
    }

    @Override
    public List<DataCheck> convertCharset(ConvertCharset change) {
        String charset = change.encoding().charset();
        if (charset == null) {
            return List.of();
        }
        return table.columns().values().stream()
                .flatMap(column -> new ValueChecks(table.name(), column).charset(charset).stream())
                .toList();
    }

    @Override
    public List<DataCheck> addColumn(AddColumn change) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropColumn(DropColumn change) {
        return List.of();
    }

    @Override
    public List<DataCheck> renameColumn(RenameColumn change) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropIndex(DropIndex change) {
        return List.of();
    }

    @Override
    public List<DataCheck> renameIndex(RenameIndex change) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropPrimaryKey(DropPrimaryKey change) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropForeignKey(DropForeignKey change) {
        return List.of();
    }

    @Override
    public List<DataCheck> dropCheck(DropCheck change) {
        return List.of();
    }

    @Override
    public List<DataCheck> changeTableOptions(ChangeTableOptions change) {
        return List.of();
    }
}
