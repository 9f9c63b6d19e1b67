package dev.migrate.internal.lint;

import dev.migrate.internal.CaseInsensitiveNames;
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
import dev.migrate.operation.NewDefault;
import dev.migrate.operation.Position;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table after a change, as far as the rules use it. What the server decides, such as the index of a foreign key, is not
 * part of it, nor are table options other than the character set, visibility and {@code ON UPDATE}. A change of something
 * unknown leaves the table as it is.
 */
final class ChangedTable implements TableChange.Visitor<Table> {

    private final Table table;

    ChangedTable(Table table) {
        this.table = table;
    }

    @Override
    public Table addColumn(AddColumn change) {
        return table.column(change.column().name()).isPresent()
                ? table
                : table.withColumns(placed(table.columns(), change.column(), change.position()));
    }

    private static List<Column> placed(List<Column> columns, Column column, @Nullable Position position) {
        List<Column> all = new ArrayList<>(columns);
        all.removeIf(each -> CaseInsensitiveNames.same(each.name(), column.name()));
        if (position == null) {
            all.add(column);
            return all;
        }
        int index = 0;
        for (int i = 0; i < all.size(); i++) {
            if (position.after() != null && CaseInsensitiveNames.same(all.get(i).name(), position.after())) {
                index = i + 1;
            }
        }
        all.add(index, column);
        return all;
    }

    /** Without the column in indexes, as the server drops it there; foreign keys prevent the removal. */
    @Override
    public Table dropColumn(DropColumn change) {
        List<Column> rest = table.columns().stream()
                .filter(column -> !CaseInsensitiveNames.same(column.name(), change.column()))
                .toList();
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            List<KeyPart> parts = without(index.parts(), change.column());
            if (!parts.isEmpty()) {
                indexes.add(index.withParts(parts));
            }
        }
        List<ForeignKey> keys = table.foreignKeys().stream()
                .filter(key -> !CaseInsensitiveNames.contains(key.columns(), change.column()))
                .toList();
        return rest.isEmpty()
                ? table
                : table.withIndexes(indexes)
                        .withForeignKeys(keys)
                        .withPrimaryKey(without(table.primaryKey(), change.column()))
                        .withColumns(rest);
    }

    private static List<KeyPart> without(List<KeyPart> parts, String column) {
        return parts.stream()
                .filter(part -> !(part instanceof KeyPart.OfColumn of && CaseInsensitiveNames.same(of.name(), column)))
                .toList();
    }

    @Override
    public Table renameColumn(RenameColumn change) {
        return renamed(change.from(), change.to(), UnaryOperator.identity());
    }

    /** The keys are removed for a moment, because they must refer to existing columns. */
    private Table renamed(String from, String to, UnaryOperator<Column> change) {
        if (table.column(from).isEmpty()
                || (!CaseInsensitiveNames.same(from, to) && table.column(to).isPresent())) {
            return table;
        }
        List<Column> columns = table.columns().stream()
                .map(column -> CaseInsensitiveNames.same(column.name(), from)
                        ? change.apply(column.toBuilder().name(to).build())
                        : column)
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(index -> index.withParts(renamed(index.parts(), from, to)))
                .toList();
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> key.withColumns(replaced(key.columns(), from, to), key.referencedColumns()))
                .toList();
        return table.withPrimaryKey(List.of())
                .withIndexes(List.of())
                .withForeignKeys(List.of())
                .withColumns(columns)
                .withPrimaryKey(renamed(table.primaryKey(), from, to))
                .withIndexes(indexes)
                .withForeignKeys(keys);
    }

    private static List<KeyPart> renamed(List<KeyPart> parts, String from, String to) {
        return parts.stream()
                .map(part -> part instanceof KeyPart.OfColumn of && CaseInsensitiveNames.same(of.name(), from)
                        ? new KeyPart.OfColumn(to, of.length(), of.isDescending())
                        : part)
                .toList();
    }

    @Override
    public Table alterColumn(AlterColumn change) {
        ColumnChange what = change.change();
        String name = what.name() == null ? change.column() : what.name();
        return positioned(renamed(change.column(), name, column -> altered(column, what)), name, what.position());
    }

    private static Table positioned(Table table, String column, @Nullable Position position) {
        return position == null
                ? table
                : table.column(column)
                        .map(moved -> table.withColumns(placed(table.columns(), moved, position)))
                        .orElse(table);
    }

    private static Column altered(Column column, ColumnChange change) {
        ColumnBuilder builder = column.toBuilder();
        if (change.type() != null) {
            builder.type(change.type());
        }
        if (change.isNullable() != null) {
            builder = change.isNullable() ? builder.nullable() : builder.notNull();
        }
        if (change.isAutoIncrement() != null) {
            builder = change.isAutoIncrement() ? builder.noDefault().autoIncrement() : builder.noAutoIncrement();
        }
        if (change.comment() != null) {
            builder.comment(change.comment());
        }
        NewDefault value = change.defaultValue();
        Column altered = builder.build();
        return value == null ? altered : altered.withDefaultValue(value.value());
    }

    @Override
    public Table redefineColumn(RedefineColumn change) {
        Column definition = change.definition();
        return positioned(
                renamed(change.column(), definition.name(), column -> definition),
                definition.name(),
                change.position());
    }

    @Override
    public Table createIndex(CreateIndex change) {
        boolean isKnown = table.index(change.index().name()).isEmpty()
                && change.index().columns().stream()
                        .allMatch(column -> table.column(column).isPresent());
        return isKnown ? table.withIndexes(plus(table.indexes(), change.index())) : table;
    }

    @Override
    public Table dropIndex(DropIndex change) {
        return table.withIndexes(table.indexes().stream()
                .filter(index -> !CaseInsensitiveNames.same(index.name(), change.index()))
                .toList());
    }

    @Override
    public Table renameIndex(RenameIndex change) {
        return table.withIndexes(table.indexes().stream()
                .map(index ->
                        CaseInsensitiveNames.same(index.name(), change.from()) ? index.withName(change.to()) : index)
                .toList());
    }

    @Override
    public Table addPrimaryKey(AddPrimaryKey change) {
        boolean isKnown = change.parts().stream()
                .allMatch(part -> part instanceof KeyPart.OfColumn of
                        && table.column(of.name()).isPresent());
        return isKnown ? table.withPrimaryKey(change.parts()) : table;
    }

    @Override
    public Table dropPrimaryKey(DropPrimaryKey change) {
        return table.withPrimaryKey(List.of());
    }

    @Override
    public Table addForeignKey(AddForeignKey change) {
        boolean isKnown = change.foreignKey().columns().stream()
                        .allMatch(column -> table.column(column).isPresent())
                && table.foreignKeys().stream()
                        .noneMatch(key -> CaseInsensitiveNames.same(
                                key.name(), change.foreignKey().name()));
        return isKnown ? table.withForeignKeys(plus(table.foreignKeys(), change.foreignKey())) : table;
    }

    @Override
    public Table dropForeignKey(DropForeignKey change) {
        return table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !CaseInsensitiveNames.same(key.name(), change.foreignKey()))
                .toList());
    }

    @Override
    public Table addCheck(AddCheck change) {
        boolean isNew = table.checks().stream()
                .noneMatch(check ->
                        CaseInsensitiveNames.same(check.name(), change.check().name()));
        return isNew ? table.withChecks(plus(table.checks(), change.check())) : table;
    }

    @Override
    public Table dropCheck(DropCheck change) {
        List<Check> rest = table.checks().stream()
                .filter(check -> !CaseInsensitiveNames.same(check.name(), change.check()))
                .toList();
        return table.withChecks(rest);
    }

    @Override
    public Table changeTableOptions(ChangeTableOptions change) {
        return table;
    }

    /** The columns whose type has a character set get the new one. */
    @Override
    public Table convertCharset(ConvertCharset change) {
        List<Column> columns = table.columns().stream()
                .map(column -> column.type() instanceof CharacterType type
                        ? column.toBuilder()
                                .type(type.encoding(change.encoding()))
                                .build()
                        : column)
                .toList();
        return table.withColumns(columns).withOptions(table.options().withEncoding(change.encoding()));
    }

    private static List<String> replaced(List<String> names, String from, String to) {
        return names.stream()
                .map(name -> CaseInsensitiveNames.same(name, from) ? to : name)
                .toList();
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
