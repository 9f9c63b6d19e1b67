package dev.migrate.internal.codegen;

import dev.migrate.error.SourceException;
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
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Generates the call of {@code TableChanges} for a change of a table. */
final class ChangeCode implements TableChange.Visitor<TableCall> {

    private final ColumnCode columns;
    private final KeyCode keys;
    private final TableCode tables;

    ChangeCode(Imports imports) {
        columns = new ColumnCode(imports);
        keys = new KeyCode(imports);
        tables = new TableCode(imports);
    }

    private static TableCall call(String method, Code... arguments) {
        return new TableCall(method, Arrays.asList(arguments), false);
    }

    /** A call that {@code Operations} has as well. */
    private static TableCall shortCall(String method, Code... arguments) {
        return new TableCall(method, Arrays.asList(arguments), true);
    }

    private static Code[] named(String name, List<? extends Code> others) {
        return Stream.concat(Stream.of(new StringCode(name)), others.stream()).toArray(Code[]::new);
    }

    @Override
    public TableCall addColumn(AddColumn change) {
        Column column = change.column();
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(column.name()), columns.type(column)));
        if (change.position() != null || columns.hasMore(column.name(), column)) {
            arguments.add(columns.lambda("c", column.name(), column));
        }
        if (change.position() != null) {
            arguments.add(columns.position(change.position()));
        }
        return new TableCall("addColumn", arguments, change.position() == null);
    }

    @Override
    public TableCall dropColumn(DropColumn change) {
        Column column = change.definition();
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(change.column())));
        if (column != null) {
            arguments.add(columns.type(column));
            arguments.add(columns.lambda("c", change.column(), column));
        }
        if (change.position() != null) {
            require(column != null, change, "it has a position, but no definition");
            arguments.add(columns.position(change.position()));
        }
        return new TableCall("dropColumn", arguments, column == null);
    }

    @Override
    public TableCall renameColumn(RenameColumn change) {
        return shortCall("renameColumn", new StringCode(change.from()), new StringCode(change.to()));
    }

    @Override
    public TableCall alterColumn(AlterColumn change) {
        Code column = new StringCode(change.column());
        Code after = columns.lambda("c", change.change());
        return change.before() == null
                ? shortCall("alterColumn", column, after)
                : call("alterColumn", column, after, columns.lambda("was", change.before()));
    }

    @Override
    public TableCall redefineColumn(RedefineColumn change) {
        Column before = change.before();
        boolean hasPosition = change.position() != null || change.positionBefore() != null;
        List<Code> arguments = new ArrayList<>();
        arguments.add(new StringCode(change.column()));
        arguments.add(columns.type(change.definition()));
        arguments.add(columns.lambda("c", change.column(), change.definition()));
        if (hasPosition) {
            arguments.add(columns.position(change.position()));
        }
        if (before == null) {
            require(change.positionBefore() == null, change, "it has a previous position, but no previous definition");
        } else {
            arguments.add(columns.type(before));
            arguments.add(columns.lambda("was", change.column(), before));
            if (hasPosition) {
                arguments.add(columns.position(change.positionBefore()));
            }
        }
        return new TableCall("redefineColumn", arguments, false);
    }

    @Override
    public TableCall createIndex(CreateIndex change) {
        Index index = change.index();
        String method = KeyCode.isSimple(index, Index.Kind.UNIQUE) ? "addUniqueConstraint" : "createIndex";
        return new TableCall(method, arguments(index), isSimple(index));
    }

    @Override
    public TableCall dropIndex(DropIndex change) {
        Index index = change.definition();
        if (index == null) {
            return shortCall("dropIndex", new StringCode(change.index()));
        }
        require(index.name().equals(change.index()), change, "its definition has another index name");
        String method = KeyCode.isSimple(index, Index.Kind.UNIQUE) ? "dropUniqueConstraint" : "dropIndex";
        return new TableCall(method, arguments(index), false);
    }

    private List<Code> arguments(Index index) {
        return List.of(named(index.name(), isSimple(index) ? KeyCode.columns(index) : List.of(keys.lambda(index))));
    }

    private static boolean isSimple(Index index) {
        return KeyCode.isSimple(index, Index.Kind.PLAIN) || KeyCode.isSimple(index, Index.Kind.UNIQUE);
    }

    @Override
    public TableCall renameIndex(RenameIndex change) {
        return call("renameIndex", new StringCode(change.from()), new StringCode(change.to()));
    }

    @Override
    public TableCall addPrimaryKey(AddPrimaryKey change) {
        return call("addPrimaryKey", parts(change.parts()));
    }

    @Override
    public TableCall dropPrimaryKey(DropPrimaryKey change) {
        return call("dropPrimaryKey", parts(change.parts()));
    }

    private Code[] parts(List<KeyPart> parts) {
        return KeyCode.areColumns(parts) ? keys.arguments(parts).toArray(Code[]::new) : new Code[] {keys.list(parts)};
    }

    @Override
    public TableCall addForeignKey(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        boolean isShort = key.columns().size() == 1;
        Code referencing = isShort ? new StringCode(key.columns().get(0)) : keys.columns(key);
        return new TableCall(
                "addForeignKey", List.of(new StringCode(key.name()), referencing, keys.lambda(key)), isShort);
    }

    @Override
    public TableCall dropForeignKey(DropForeignKey change) {
        String method = change.dropsIndex() ? "dropForeignKeyWithIndex" : "dropForeignKey";
        ForeignKey key = change.definition();
        if (key == null) {
            return new TableCall(method, List.of(new StringCode(change.foreignKey())), !change.dropsIndex());
        }
        require(key.name().equals(change.foreignKey()), change, "its definition has another foreign key name");
        return call(method, new StringCode(key.name()), keys.columns(key), keys.lambda(key));
    }

    @Override
    public TableCall addCheck(AddCheck change) {
        return check("addCheck", change.check());
    }

    @Override
    public TableCall dropCheck(DropCheck change) {
        Check check = change.definition();
        if (check == null) {
            return call("dropCheck", new StringCode(change.check()));
        }
        require(check.name().equals(change.check()), change, "its definition has another check name");
        return check("dropCheck", check);
    }

    private TableCall check(String method, Check check) {
        return check.isEnforced()
                ? call(method, new StringCode(check.name()), new SqlCode(check.expression(), true))
                : call(method, keys.check(check));
    }

    @Override
    public TableCall changeTableOptions(ChangeTableOptions change) {
        Code after = tables.lambda("o", change.options());
        return change.before() == null
                ? call("changeOptions", after)
                : call("changeOptions", after, tables.lambda("was", change.before()));
    }

    @Override
    public TableCall convertCharset(ConvertCharset change) {
        String charset = String.valueOf(change.encoding().charset());
        String collation = change.encoding().collation();
        return collation == null
                ? call("convertCharset", new StringCode(charset))
                : call("convertCharset", new StringCode(charset), new StringCode(collation));
    }

    private static void require(boolean isSayable, TableChange change, String what) {
        if (!isSayable) {
            throw SourceException.notExpressible(change.description(), "it has " + what);
        }
    }
}
