package dev.migrate.internal.mysql.merge;

import static dev.migrate.internal.mysql.merge.ChangeDependencies.ANY_COLUMN;
import static dev.migrate.internal.mysql.merge.ChangeDependencies.column;
import static dev.migrate.internal.mysql.merge.ChangeDependencies.set;

import dev.migrate.internal.mysql.sql.SqlSyntax;
import dev.migrate.internal.mysql.sql.StatementToken;
import dev.migrate.internal.mysql.sql.StatementTokens;
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
import dev.migrate.operation.Position;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.KeyPart;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the dependencies of each change. SQL written by the user may name any column. */
final class ChangeDependencyReader implements TableChange.Visitor<ChangeDependencies> {

    private static final SqlSyntax SYNTAX = new SqlSyntax(false, true, false);
    private static final String COLUMNS = "columns";
    private static final String INDEXES = "indexes";
    private static final String CHECKS = "checks";

    @Override
    public ChangeDependencies addColumn(AddColumn change) {
        Set<String> reads = after(change.position());
        readBy(change.column(), reads);
        return new ChangeDependencies(change, set(column(change.column().name())), reads, set(COLUMNS), false);
    }

    @Override
    public ChangeDependencies dropColumn(DropColumn change) {
        Set<String> reads = new HashSet<>();
        Column definition = change.definition();
        if (definition != null && definition.generation() != null) {
            readBy(definition.generation().expression(), reads);
        }
        return new ChangeDependencies(change, set(column(change.column())), reads, set(), false);
    }

    @Override
    public ChangeDependencies renameColumn(RenameColumn change) {
        return new ChangeDependencies(change, set(column(change.from()), column(change.to())), set(), set(), false);
    }

    @Override
    public ChangeDependencies alterColumn(AlterColumn change) {
        Set<String> writes = set(column(change.column()));
        if (change.change().name() != null) {
            writes.add(column(change.change().name()));
        }
        Set<String> reads = after(change.change().position());
        if (change.change().defaultValue() != null
                && change.change().defaultValue().value() instanceof DefaultValue.Expression) {
            reads.add(ANY_COLUMN);
        }
        Set<String> orders = change.change().position() == null ? set() : set(COLUMNS);
        return new ChangeDependencies(change, writes, reads, orders, false);
    }

    @Override
    public ChangeDependencies redefineColumn(RedefineColumn change) {
        Set<String> reads = after(change.position());
        readBy(change.definition(), reads);
        Set<String> writes =
                set(column(change.column()), column(change.definition().name()));
        Set<String> orders = change.position() == null ? set() : set(COLUMNS);
        return new ChangeDependencies(change, writes, reads, orders, false);
    }

    @Override
    public ChangeDependencies createIndex(CreateIndex change) {
        return new ChangeDependencies(
                change,
                set(index(change.index().name())),
                columns(change.index().parts()),
                set(INDEXES),
                false);
    }

    /** The columns of the index are not known, and a column cannot be dropped before its index. */
    @Override
    public ChangeDependencies dropIndex(DropIndex change) {
        return new ChangeDependencies(change, set(index(change.index())), set(ANY_COLUMN), set(INDEXES), false);
    }

    @Override
    public ChangeDependencies renameIndex(RenameIndex change) {
        return new ChangeDependencies(
                change, set(index(change.from()), index(change.to())), set(), set(INDEXES), false);
    }

    @Override
    public ChangeDependencies addPrimaryKey(AddPrimaryKey change) {
        return new ChangeDependencies(change, set("primary"), columns(change.parts()), set(INDEXES), false);
    }

    @Override
    public ChangeDependencies dropPrimaryKey(DropPrimaryKey change) {
        return new ChangeDependencies(change, set("primary"), set(ANY_COLUMN), set(INDEXES), false);
    }

    @Override
    public ChangeDependencies addForeignKey(AddForeignKey change) {
        String name = change.foreignKey().name();
        Set<String> reads = new HashSet<>();
        change.foreignKey().columns().forEach(each -> reads.add(column(each)));
        change.foreignKey().referencedColumns().forEach(each -> reads.add(column(each)));
        return new ChangeDependencies(change, set(foreignKey(name), index(name)), reads, set(INDEXES), false);
    }

    @Override
    public ChangeDependencies dropForeignKey(DropForeignKey change) {
        String name = change.foreignKey();
        return new ChangeDependencies(change, set(foreignKey(name), index(name)), set(ANY_COLUMN), set(INDEXES), false);
    }

    @Override
    public ChangeDependencies addCheck(AddCheck change) {
        return new ChangeDependencies(change, set(check(change.check().name())), set(ANY_COLUMN), set(CHECKS), false);
    }

    @Override
    public ChangeDependencies dropCheck(DropCheck change) {
        return new ChangeDependencies(change, set(check(change.check())), set(ANY_COLUMN), set(CHECKS), false);
    }

    /** The default character set applies to columns added later, and the engine affects everything. */
    @Override
    public ChangeDependencies changeTableOptions(ChangeTableOptions change) {
        boolean isBarrier = change.options().engine() != null
                || !change.options().encoding().equals(Encoding.INHERITED)
                || !change.options().others().isEmpty();
        return new ChangeDependencies(change, set("options"), set(), set(), isBarrier);
    }

    @Override
    public ChangeDependencies convertCharset(ConvertCharset change) {
        return new ChangeDependencies(change, set("options"), set(), set(), true);
    }

    /** Not every word is the name of a column, but the names of columns are words. */
    private static void readBy(String expression, Set<String> reads) {
        for (StatementToken token : StatementTokens.of(expression, SYNTAX)) {
            if (token.isName()) {
                reads.add(column(token.name()));
            }
        }
    }

    private static void readBy(Column definition, Set<String> reads) {
        boolean hasExpression = definition.generation() != null
                || definition.check() != null
                || !definition.attributes().isEmpty()
                || definition.defaultValue() instanceof DefaultValue.Expression;
        if (hasExpression) {
            reads.add(ANY_COLUMN);
        }
    }

    private static Set<String> after(@Nullable Position position) {
        return position == null || position.after() == null ? set() : set(column(position.after()));
    }

    private static Set<String> columns(List<KeyPart> parts) {
        Set<String> columns = new HashSet<>();
        for (KeyPart part : parts) {
            columns.add(part instanceof KeyPart.OfColumn named ? column(named.name()) : ANY_COLUMN);
        }
        return columns;
    }

    private static String index(String name) {
        return "index " + name.toLowerCase(Locale.ROOT);
    }

    private static String foreignKey(String name) {
        return "foreign key " + name.toLowerCase(Locale.ROOT);
    }

    private static String check(String name) {
        return "check " + name.toLowerCase(Locale.ROOT);
    }
}
