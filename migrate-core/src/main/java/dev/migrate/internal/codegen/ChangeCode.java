package dev.migrate.internal.codegen;

import dev.migrate.error.SourceNotWrittenException;
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

/** Writes the change of a table, either on the recorder, which has to be told the table, or inside of an alterTable. */
final class ChangeCode implements TableChange.Visitor<Code> {

    private final boolean isGrouped;
    private final ColumnCode columns;
    private final KeyCode keys;
    private final TableCode tables;

    ChangeCode(Imports imports, boolean isGrouped) {
        this.isGrouped = isGrouped;
        columns = new ColumnCode(imports);
        keys = new KeyCode(imports);
        tables = new TableCode(imports);
    }

    /** A call that names the table first. */
    private Code of(String method, TableChange change, Code... arguments) {
        List<Code> all = new ArrayList<>(Arrays.asList(arguments));
        if (!isGrouped) {
            all.add(0, new StringCode(change.table()));
        }
        return MethodChain.of((isGrouped ? "t." : "op.") + method, all);
    }

    /** A call that names something of the table first, and then the table. */
    private Code of(String method, String name, TableChange change, List<? extends Code> arguments) {
        List<Code> all = new ArrayList<>(List.of(new StringCode(name)));
        if (!isGrouped) {
            all.add(new StringCode(change.table()));
        }
        all.addAll(arguments);
        return MethodChain.of((isGrouped ? "t." : "op.") + method, all);
    }

    @Override
    public Code addColumn(AddColumn change) {
        Column column = change.column();
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(column.name()), columns.type(column)));
        if (change.position() != null || columns.hasMore(column.name(), column)) {
            arguments.add(columns.lambda("c", column.name(), column));
        }
        if (change.position() != null) {
            arguments.add(columns.position(change.position()));
        }
        return of("addColumn", change, arguments.toArray(Code[]::new));
    }

    @Override
    public Code dropColumn(DropColumn change) {
        Column column = change.definition();
        List<Code> arguments = new ArrayList<>(List.of(new StringCode(change.column())));
        if (column != null) {
            arguments.add(columns.type(column));
            arguments.add(columns.lambda("c", change.column(), column));
        }
        if (change.position() != null) {
            require(column != null, change, "a position, and no definition");
            arguments.add(columns.position(change.position()));
        }
        return of("dropColumn", change, arguments.toArray(Code[]::new));
    }

    @Override
    public Code renameColumn(RenameColumn change) {
        return of("renameColumn", change, new StringCode(change.from()), new StringCode(change.to()));
    }

    @Override
    public Code alterColumn(AlterColumn change) {
        Code column = new StringCode(change.column());
        Code after = columns.lambda("c", change.change());
        return change.before() == null
                ? of("alterColumn", change, column, after)
                : of("alterColumn", change, column, after, columns.lambda("was", change.before()));
    }

    @Override
    public Code redefineColumn(RedefineColumn change) {
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
            require(change.positionBefore() == null, change, "a position before, and no definition before");
        } else {
            arguments.add(columns.type(before));
            arguments.add(columns.lambda("was", change.column(), before));
            if (hasPosition) {
                arguments.add(columns.position(change.positionBefore()));
            }
        }
        return of("redefineColumn", change, arguments.toArray(Code[]::new));
    }

    @Override
    public Code createIndex(CreateIndex change) {
        return index("create", "add", change, change.index());
    }

    @Override
    public Code dropIndex(DropIndex change) {
        Index index = change.definition();
        if (index == null) {
            return of("dropIndex", change.index(), change, List.of());
        }
        require(index.name().equals(change.index()), change, "the definition of an index of another name");
        return index("drop", "drop", change, index);
    }

    private Code index(String verb, String verbOfConstraint, TableChange change, Index index) {
        if (KeyCode.isSimple(index, Index.Kind.PLAIN)) {
            return of(verb + "Index", index.name(), change, KeyCode.columns(index));
        }
        return KeyCode.isSimple(index, Index.Kind.UNIQUE)
                ? of(verbOfConstraint + "UniqueConstraint", index.name(), change, KeyCode.columns(index))
                : of(verb + "Index", index.name(), change, List.of(keys.lambda(index)));
    }

    @Override
    public Code renameIndex(RenameIndex change) {
        return of("renameIndex", change, new StringCode(change.from()), new StringCode(change.to()));
    }

    @Override
    public Code addPrimaryKey(AddPrimaryKey change) {
        return of("addPrimaryKey", change, parts(change.parts()));
    }

    @Override
    public Code dropPrimaryKey(DropPrimaryKey change) {
        return of("dropPrimaryKey", change, parts(change.parts()));
    }

    private Code[] parts(List<KeyPart> parts) {
        return KeyCode.areColumns(parts) ? keys.arguments(parts).toArray(Code[]::new) : new Code[] {keys.list(parts)};
    }

    @Override
    public Code addForeignKey(AddForeignKey change) {
        ForeignKey key = change.foreignKey();
        boolean isShort = !isGrouped && key.columns().size() == 1;
        Code referring = isShort ? new StringCode(key.columns().get(0)) : keys.columns(key);
        return of("addForeignKey", key.name(), change, List.of(referring, keys.lambda(key)));
    }

    @Override
    public Code dropForeignKey(DropForeignKey change) {
        String method = change.dropsIndex() ? "dropForeignKeyWithIndex" : "dropForeignKey";
        ForeignKey key = change.definition();
        if (key == null) {
            return of(method, change.foreignKey(), change, List.of());
        }
        require(key.name().equals(change.foreignKey()), change, "the definition of a foreign key of another name");
        return of(method, key.name(), change, List.of(keys.columns(key), keys.lambda(key)));
    }

    @Override
    public Code addCheck(AddCheck change) {
        return check("addCheck", change, change.check());
    }

    @Override
    public Code dropCheck(DropCheck change) {
        Check check = change.definition();
        if (check == null) {
            return of("dropCheck", change.check(), change, List.of());
        }
        require(check.name().equals(change.check()), change, "the definition of a check of another name");
        return check("dropCheck", change, check);
    }

    private Code check(String method, TableChange change, Check check) {
        return check.isEnforced()
                ? of(method, check.name(), change, List.of(new SqlCode(check.expression(), true)))
                : of(method, change, keys.check(check));
    }

    @Override
    public Code changeTableOptions(ChangeTableOptions change) {
        String method = isGrouped ? "options" : "changeOptions";
        Code after = tables.lambda("o", change.options());
        return change.before() == null
                ? of(method, change, after)
                : of(method, change, after, tables.lambda("was", change.before()));
    }

    @Override
    public Code convertCharset(ConvertCharset change) {
        String charset = String.valueOf(change.encoding().charset());
        String collation = change.encoding().collation();
        return collation == null
                ? of("convertCharset", change, new StringCode(charset))
                : of("convertCharset", change, new StringCode(charset), new StringCode(collation));
    }

    private static void require(boolean isSayable, TableChange change, String what) {
        if (!isSayable) {
            throw SourceNotWrittenException.unsayable(change.description(), "it has " + what);
        }
    }
}
