package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ServerVersion;
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

/** Writes each change of a table as a clause of ALTER TABLE. */
final class ChangeWriter implements TableChange.Visitor<Clause> {

    private final Definitions definitions;
    private final ServerVersion server;
    private final ColumnEdits columnEdits;

    ChangeWriter(Definitions definitions, ServerVersion server) {
        this.definitions = definitions;
        this.server = server;
        columnEdits = new ColumnEdits(server);
    }

    @Override
    public Clause addColumn(AddColumn change) {
        return Clause.of("ADD COLUMN " + definitions.column(change.column()) + ColumnEdits.position(change.position()));
    }

    @Override
    public Clause dropColumn(DropColumn change) {
        return Clause.of("DROP COLUMN " + Quoting.name(change.column()));
    }

    @Override
    public Clause renameColumn(RenameColumn change) {
        return columnEdits.rename(change.from(), change.to());
    }

    @Override
    public Clause alterColumn(AlterColumn change) {
        return columnEdits.write(change);
    }

    @Override
    public Clause redefineColumn(RedefineColumn change) {
        return Clause.of("CHANGE COLUMN " + Quoting.name(change.column()) + " "
                + definitions.column(change.definition()) + ColumnEdits.position(change.position()));
    }

    @Override
    public Clause createIndex(CreateIndex change) {
        return Clause.of("ADD " + definitions.index(change.index()));
    }

    @Override
    public Clause dropIndex(DropIndex change) {
        return Clause.of("DROP INDEX " + Quoting.name(change.index()));
    }

    @Override
    public Clause renameIndex(RenameIndex change) {
        return Capability.RENAME_INDEX.isIn(server)
                ? Clause.of("RENAME INDEX " + Quoting.name(change.from()) + " TO " + Quoting.name(change.to()))
                : new RenamedIndex(change.from(), change.to());
    }

    @Override
    public Clause addPrimaryKey(AddPrimaryKey change) {
        return Clause.of("ADD " + definitions.primaryKey(change.parts()));
    }

    @Override
    public Clause dropPrimaryKey(DropPrimaryKey change) {
        return Clause.of("DROP PRIMARY KEY");
    }

    @Override
    public Clause addForeignKey(AddForeignKey change) {
        return Clause.of("ADD " + definitions.foreignKey(change.foreignKey()));
    }

    @Override
    public Clause dropForeignKey(DropForeignKey change) {
        String drop = "DROP FOREIGN KEY " + Quoting.name(change.foreignKey());
        return change.dropsIndex() ? new ForeignKeyWithIndex(drop, change.foreignKey()) : Clause.of(drop);
    }

    @Override
    public Clause addCheck(AddCheck change) {
        return Clause.of("ADD " + definitions.check(change.check()));
    }

    @Override
    public Clause dropCheck(DropCheck change) {
        Capability.CHECK.require(server, "Check " + change.check());
        return Clause.of((Capability.DROP_CONSTRAINT.isIn(server) ? "DROP CONSTRAINT " : "DROP CHECK ")
                + Quoting.name(change.check()));
    }

    @Override
    public Clause changeTableOptions(ChangeTableOptions change) {
        return Clause.of(String.join(" ", definitions.options(change.options())));
    }

    @Override
    public Clause convertCharset(ConvertCharset change) {
        String collation = change.encoding().collation();
        return Clause.of("CONVERT TO CHARACTER SET " + change.encoding().charset()
                + (collation == null ? "" : " COLLATE " + collation));
    }
}
