package dev.migrate.internal.mysql.render;

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
import dev.migrate.provider.ServerVersion;

/** Writes each change of a table as a clause of ALTER TABLE. */
final class ChangeWriter implements TableChange.Visitor<AlterClause> {

    private final Definitions definitions;
    private final ServerVersion server;
    private final ColumnEdits columnEdits;

    ChangeWriter(Definitions definitions, ServerVersion server) {
        this.definitions = definitions;
        this.server = server;
        columnEdits = new ColumnEdits(server);
    }

    @Override
    public AlterClause addColumn(AddColumn change) {
        return AlterClause.of(
                "ADD COLUMN " + definitions.column(change.column()) + ColumnEdits.position(change.position()));
    }

    @Override
    public AlterClause dropColumn(DropColumn change) {
        return AlterClause.of("DROP COLUMN " + Quoting.name(change.column()));
    }

    @Override
    public AlterClause renameColumn(RenameColumn change) {
        return columnEdits.rename(change.from(), change.to());
    }

    @Override
    public AlterClause alterColumn(AlterColumn change) {
        return columnEdits.write(change);
    }

    @Override
    public AlterClause redefineColumn(RedefineColumn change) {
        return AlterClause.of("CHANGE COLUMN " + Quoting.name(change.column()) + " "
                + definitions.column(change.definition()) + ColumnEdits.position(change.position()));
    }

    @Override
    public AlterClause createIndex(CreateIndex change) {
        return AlterClause.of("ADD " + definitions.index(change.index()));
    }

    @Override
    public AlterClause dropIndex(DropIndex change) {
        return AlterClause.of("DROP INDEX " + Quoting.name(change.index()));
    }

    @Override
    public AlterClause renameIndex(RenameIndex change) {
        return Capability.RENAME_INDEX.isIn(server)
                ? AlterClause.of("RENAME INDEX " + Quoting.name(change.from()) + " TO " + Quoting.name(change.to()))
                : new RenamedIndex(change.from(), change.to());
    }

    @Override
    public AlterClause addPrimaryKey(AddPrimaryKey change) {
        return AlterClause.of("ADD " + definitions.primaryKey(change.parts()));
    }

    @Override
    public AlterClause dropPrimaryKey(DropPrimaryKey change) {
        return AlterClause.of("DROP PRIMARY KEY");
    }

    @Override
    public AlterClause addForeignKey(AddForeignKey change) {
        return AlterClause.of("ADD " + definitions.foreignKey(change.foreignKey()));
    }

    @Override
    public AlterClause dropForeignKey(DropForeignKey change) {
        String drop = "DROP FOREIGN KEY " + Quoting.name(change.foreignKey());
        return change.dropsIndex() ? new ForeignKeyWithIndex(drop, change.foreignKey()) : AlterClause.of(drop);
    }

    @Override
    public AlterClause addCheck(AddCheck change) {
        return AlterClause.of("ADD " + definitions.check(change.check()));
    }

    @Override
    public AlterClause dropCheck(DropCheck change) {
        Capability.CHECK.require(server, "Check " + change.check());
        return AlterClause.of((Capability.DROP_CONSTRAINT.isIn(server) ? "DROP CONSTRAINT " : "DROP CHECK ")
                + Quoting.name(change.check()));
    }

    @Override
    public AlterClause changeTableOptions(ChangeTableOptions change) {
        return AlterClause.of(String.join(" ", definitions.options(change.options())));
    }

    @Override
    public AlterClause convertCharset(ConvertCharset change) {
        String collation = change.encoding().collation();
        return AlterClause.of("CONVERT TO CHARACTER SET " + change.encoding().charset()
                + (collation == null ? "" : " COLLATE " + collation));
    }
}
