package dev.migrate.internal.mysql.merge;

import dev.migrate.internal.mysql.server.InstantChange;
import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ColumnChange;
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
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.TableOptions;

/**
 * Decides whether a server makes a change without touching a row. If that cannot be determined from the change alone,
 * the result is no.
 */
public final class InstantDdl implements TableChange.Visitor<Boolean> {

    private final ServerVersion server;

    public InstantDdl(ServerVersion server) {
        this.server = server;
    }

    @Override
    public Boolean addColumn(AddColumn change) {
        Column column = change.column();
        // Stored generated columns are computed for each row, and so are expression defaults.
        boolean isSameInAllRows = column.generation() == null
                && !(column.defaultValue() instanceof DefaultValue.Expression)
                && !column.isAutoIncrement()
                && column.check() == null
                && column.attributes().isEmpty();
        InstantChange kind =
                change.position() == null ? InstantChange.ADD_LAST_COLUMN : InstantChange.ADD_COLUMN_BETWEEN;
        return isSameInAllRows && kind.isIn(server);
    }

    @Override
    public Boolean dropColumn(DropColumn change) {
        return InstantChange.DROP_COLUMN.isIn(server);
    }

    @Override
    public Boolean renameColumn(RenameColumn change) {
        return InstantChange.RENAME_COLUMN.isIn(server);
    }

    @Override
    public Boolean alterColumn(AlterColumn change) {
        ColumnChange what = change.change();
        boolean touchesRows = what.type() != null || what.isNullable() != null || what.isAutoIncrement() != null;
        return !touchesRows
                && (what.name() == null || InstantChange.RENAME_COLUMN.isIn(server))
                && (what.position() == null || InstantChange.MOVE_COLUMN.isIn(server))
                && (what.isInvisible() == null || InstantChange.CHANGE_VISIBILITY.isIn(server))
                && InstantChange.CHANGE_DEFAULT.isIn(server);
    }

    @Override
    public Boolean redefineColumn(RedefineColumn change) {
        return false;
    }

    @Override
    public Boolean createIndex(CreateIndex change) {
        return false;
    }

    @Override
    public Boolean dropIndex(DropIndex change) {
        return false;
    }

    @Override
    public Boolean renameIndex(RenameIndex change) {
        return InstantChange.RENAME_INDEX.isIn(server);
    }

    @Override
    public Boolean addPrimaryKey(AddPrimaryKey change) {
        return false;
    }

    @Override
    public Boolean dropPrimaryKey(DropPrimaryKey change) {
        return false;
    }

    @Override
    public Boolean addForeignKey(AddForeignKey change) {
        return false;
    }

    @Override
    public Boolean dropForeignKey(DropForeignKey change) {
        return !change.dropsIndex() && InstantChange.DROP_FOREIGN_KEY.isIn(server);
    }

    @Override
    public Boolean addCheck(AddCheck change) {
        return false;
    }

    @Override
    public Boolean dropCheck(DropCheck change) {
        return InstantChange.DROP_CHECK.isIn(server);
    }

    @Override
    public Boolean changeTableOptions(ChangeTableOptions change) {
        TableOptions options = change.options();
        boolean rebuilds = options.engine() != null
                || options.rowFormat() != null
                || !options.others().isEmpty();
        return !rebuilds && InstantChange.CHANGE_OPTIONS.isIn(server);
    }

    @Override
    public Boolean convertCharset(ConvertCharset change) {
        return false;
    }
}
