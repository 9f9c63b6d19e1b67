package dev.migrate.internal.mysql.render;

import dev.migrate.internal.mysql.parse.ColumnText;
import dev.migrate.internal.mysql.sql.TableText;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ConvertCharset;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteScript;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Encoding;
import java.util.List;
import java.util.Optional;

/**
 * Derives the columns and indexes of a table after an operation, as {@code SHOW CREATE TABLE} would show them. Empty
 * where the server decides: the index of a foreign key, columns that a primary key makes NOT NULL, character sets.
 */
final class TableAfter implements TableChange.Visitor<Optional<TableText>> {

    private final Definitions definitions;
    private final ColumnEdits edits;
    private final TableText before;

    private TableAfter(Definitions definitions, ColumnEdits edits, TableText before) {
        this.definitions = definitions;
        this.edits = edits;
        this.before = before;
    }

    static Optional<String> of(
            Operation operation, String table, Optional<String> before, Definitions definitions, ColumnEdits edits) {
        if (operation instanceof CreateTable create) {
            return create.table().name().equals(table) ? created(create, definitions) : other(create, table, before);
        }
        List<TableChange> changes = changes(operation);
        if (changes.isEmpty() || !changes.get(0).table().equals(table)) {
            return other(operation, table, before);
        }
        Optional<TableText> after = before.map(TableText::of);
        for (TableChange change : changes) {
            after = after.flatMap(text -> change.accept(new TableAfter(definitions, edits, text)));
        }
        return after.map(text -> text.createTable(table));
    }

    private static Optional<String> created(CreateTable create, Definitions definitions) {
        boolean isComplete = create.table().foreignKeys().isEmpty();
        return isComplete ? Optional.of("CREATE TABLE " + definitions.table(create.table())) : Optional.empty();
    }

    /** Other operations keep the table, unless they are written by hand, or are about it under this or another name. */
    private static Optional<String> other(Operation operation, String table, Optional<String> before) {
        boolean isUnknown = operation instanceof ExecuteSql
                || operation instanceof ExecuteScript
                || operation instanceof RunCode
                || tables(operation).stream().anyMatch(table::equalsIgnoreCase);
        return isUnknown ? Optional.empty() : before;
    }

    private static List<String> tables(Operation operation) {
        if (operation instanceof RenameTable rename) {
            return List.of(rename.from(), rename.to());
        }
        if (operation instanceof CreateTable create) {
            return List.of(create.table().name());
        }
        return operation instanceof DropTable drop
                ? List.of(drop.table())
                : changes(operation).stream().map(TableChange::table).toList();
    }

    private static List<TableChange> changes(Operation operation) {
        if (operation instanceof AlterTable alter) {
            return alter.changes();
        }
        return operation instanceof TableChange change ? List.of(change) : List.of();
    }

    @Override
    public Optional<TableText> addColumn(AddColumn change) {
        return Optional.of(before.with(definitions.column(change.column())));
    }

    @Override
    public Optional<TableText> dropColumn(DropColumn change) {
        return before.withoutColumn(change.column());
    }

    @Override
    public Optional<TableText> renameColumn(RenameColumn change) {
        return before.withColumn(change.from(), change.to(), before.column(change.from()));
    }

    @Override
    public Optional<TableText> alterColumn(AlterColumn change) {
        CurrentColumnDefinition clause = edits.definition(change);
        String definition = ColumnText.of(before.column(clause.name())).with(clause.edits());
        return before.withColumn(clause.name(), clause.newName(), definition);
    }

    @Override
    public Optional<TableText> redefineColumn(RedefineColumn change) {
        String name = change.definition().name();
        String definition = TableText.definitionOf(name, definitions.column(change.definition()));
        return before.withColumn(change.column(), name, definition);
    }

    @Override
    public Optional<TableText> createIndex(CreateIndex change) {
        return Optional.of(before.with(definitions.index(change.index())));
    }

    @Override
    public Optional<TableText> dropIndex(DropIndex change) {
        return Optional.of(before.withoutIndex(change.index()));
    }

    @Override
    public Optional<TableText> renameIndex(RenameIndex change) {
        return Optional.empty();
    }

    @Override
    public Optional<TableText> addPrimaryKey(AddPrimaryKey change) {
        return Optional.empty();
    }

    @Override
    public Optional<TableText> dropPrimaryKey(DropPrimaryKey change) {
        return Optional.empty();
    }

    @Override
    public Optional<TableText> addForeignKey(AddForeignKey change) {
        return Optional.empty();
    }

    @Override
    public Optional<TableText> dropForeignKey(DropForeignKey change) {
        return Optional.empty();
    }

    @Override
    public Optional<TableText> addCheck(AddCheck change) {
        return Optional.of(before);
    }

    @Override
    public Optional<TableText> dropCheck(DropCheck change) {
        return Optional.of(before);
    }

    @Override
    public Optional<TableText> changeTableOptions(ChangeTableOptions change) {
        return change.options().encoding().equals(Encoding.INHERITED) ? Optional.of(before) : Optional.empty();
    }

    @Override
    public Optional<TableText> convertCharset(ConvertCharset change) {
        return Optional.empty();
    }
}
