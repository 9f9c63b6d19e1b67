package dev.migrate.operation;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKeyBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.TableOptions;
import dev.migrate.schema.TableOptionsBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records the changes of one table. Not thread-safe.
 *
 * <p>A change that drops or replaces something can include the previous definition. The inverse of the migration can
 * then be derived.
 */
public final class TableChanges {

    private final String table;
    private final NamingConvention naming;
    private final List<TableChange> recorded = new ArrayList<>();
    private boolean isKeptSeparate;
    private AlterTable.Condition condition = AlterTable.Condition.NONE;
    private boolean isClosed;

    private TableChanges(String table, NamingConvention naming, boolean isKeptSeparate) {
        this.table = table;
        this.naming = naming;
        this.isKeptSeparate = isKeptSeparate;
    }

    /** Returns the single change as it is, so that it can be merged with others, or a group of changes. */
    static Operation recordedBy(
            String table, NamingConvention naming, boolean isKeptSeparate, Consumer<TableChanges> definition) {
        TableChanges changes = new TableChanges(table, naming, isKeptSeparate);
        definition.accept(changes);
        changes.isClosed = true;
        boolean isMergeable = !changes.isKeptSeparate && changes.condition == AlterTable.Condition.NONE;
        return changes.recorded.size() == 1 && isMergeable
                ? changes.recorded.get(0)
                : new AlterTable(table, changes.recorded, changes.condition);
    }

    /**
     * Executes the changes in a separate statement, even if there is only one. Without it, a single change may be
     * merged with other changes of the same table or with its creation.
     */
    public void keepSeparate() {
        isKeptSeparate = true;
    }

    /**
     * Executes the changes, in a separate statement, only if the server can make them instantly, without reading or
     * writing the rows of the table. Otherwise, the server rejects the statement; so do old servers that make no change
     * instantly. Does not apply to the derived inverse.
     */
    public void instantOnly() {
        condition = AlterTable.Condition.INSTANT_ONLY;
    }

    /**
     * Executes the changes, in a separate statement, only if other sessions can write to the table in the meantime.
     * Otherwise, the server rejects the statement. Does not apply to the derived inverse.
     */
    public void noLock() {
        if (condition == AlterTable.Condition.NONE) {
            condition = AlterTable.Condition.NO_LOCK;
        }
    }

    /**
     * Adds a nullable column without a default after the existing columns.
     *
     * @param column the column's name
     * @param type the column's type
     */
    public void addColumn(String column, ColumnType type) {
        addColumn(column, type, c -> {});
    }

    /**
     * Adds a column after the existing columns.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column
     */
    public void addColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        add(new AddColumn(table, column(column, type, definition), null));
    }

    /**
     * Adds a column at a given position.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column
     * @param position the position
     */
    public void addColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        add(new AddColumn(table, column(column, type, definition), position));
    }

    /**
     * Drops a column and all its values.
     *
     * @param column the column's name
     */
    public void dropColumn(String column) {
        add(new DropColumn(table, column, null, null));
    }

    /**
     * Drops the last column of the table and all its values. The definition makes the change reversible.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes that the column had
     */
    public void dropColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        add(new DropColumn(table, column, column(column, type, definition), null));
    }

    /**
     * Drops a column and all its values. The definition and the position make the change reversible.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes that the column had
     * @param position the position that the column had
     */
    public void dropColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        add(new DropColumn(table, column, column(column, type, definition), position));
    }

    /**
     * Renames a column.
     *
     * @param from the current name
     * @param to the new name
     */
    public void renameColumn(String from, String to) {
        add(new RenameColumn(table, from, to));
    }

    /**
     * Changes some attributes of a column and keeps all others.
     *
     * @param column the column's name
     * @param change sets the attributes to change
     */
    public void alterColumn(String column, Consumer<ColumnChangeBuilder> change) {
        add(new AlterColumn(table, column, change(change), null));
    }

    /**
     * Changes some attributes of a column and keeps all others. The previous values make the change reversible.
     *
     * @param column the column's name
     * @param change sets the attributes to change
     * @param before sets the same attributes to their previous values
     */
    public void alterColumn(String column, Consumer<ColumnChangeBuilder> change, Consumer<ColumnChangeBuilder> before) {
        add(new AlterColumn(table, column, change(change), change(before)));
    }

    /**
     * Replaces the definition of a column. Attributes that the new definition omits are removed.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column
     */
    public void redefineColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        add(new RedefineColumn(table, column, column(column, type, definition), null, null, null));
    }

    /**
     * Replaces the definition of a column and moves it. Attributes that the new definition omits are removed.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column
     * @param position the position
     */
    public void redefineColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        add(new RedefineColumn(table, column, column(column, type, definition), position, null, null));
    }

    /**
     * Replaces the definition of a column. The previous definition makes the change reversible.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column, and its name if that changes
     * @param typeBefore the column's previous type
     * @param before defines the other attributes that the column had
     */
    public void redefineColumn(
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before) {
        add(new RedefineColumn(
                table, column, column(column, type, definition), null, column(column, typeBefore, before), null));
    }

    /**
     * Replaces the definition of a column and moves it. The previous definition makes the change reversible.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition defines the other attributes of the column, and its name if that changes
     * @param position the new position, or null to keep the current one
     * @param typeBefore the column's previous type
     * @param before defines the other attributes that the column had
     * @param positionBefore the previous position, or null if the position does not change
     */
    public void redefineColumn(
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            @Nullable Position position,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before,
            @Nullable Position positionBefore) {
        add(new RedefineColumn(
                table,
                column,
                column(column, type, definition),
                position,
                column(column, typeBefore, before),
                positionBefore));
    }

    /**
     * Creates a non-unique index.
     *
     * @param index the index's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String index, String... columns) {
        add(new CreateIndex(table, Index.of(index, columns)));
    }

    /**
     * Creates an index of any kind.
     *
     * @param index the index's name
     * @param definition defines the columns and the other attributes of the index
     */
    public void createIndex(String index, Consumer<IndexBuilder> definition) {
        add(new CreateIndex(table, index(index, definition)));
    }

    /**
     * Drops an index. The definition makes the change reversible.
     *
     * @param index the index's name
     * @param definition defines the columns and the other attributes that the index had
     */
    public void dropIndex(String index, Consumer<IndexBuilder> definition) {
        add(new DropIndex(table, index, index(index, definition)));
    }

    /**
     * Drops an index. The columns of a plain index make the change reversible.
     *
     * @param index the index's name
     * @param columns its columns; none to leave the change irreversible
     */
    public void dropIndex(String index, String... columns) {
        Index definition = columns.length == 0 ? null : Index.of(index, columns);
        add(new DropIndex(table, index, definition));
    }

    /**
     * Renames an index.
     *
     * @param from the current name
     * @param to the new name
     */
    public void renameIndex(String from, String to) {
        add(new RenameIndex(table, from, to));
    }

    /**
     * Adds the primary key.
     *
     * @param columns its columns, in the order of the key
     */
    public void addPrimaryKey(String... columns) {
        add(new AddPrimaryKey(table, parts(columns)));
    }

    /**
     * Drops the primary key. The columns make the change reversible.
     *
     * @param columns its columns; none to leave the change irreversible
     */
    public void dropPrimaryKey(String... columns) {
        add(new DropPrimaryKey(table, parts(columns)));
    }

    /**
     * Adds the primary key.
     *
     * @param parts its parts, for example {@code KeyPart.column("url").length(100)}
     */
    public void addPrimaryKey(List<KeyPart> parts) {
        add(new AddPrimaryKey(table, parts));
    }

    /**
     * Drops the primary key. The parts make the change reversible.
     *
     * @param parts its parts
     */
    public void dropPrimaryKey(List<KeyPart> parts) {
        add(new DropPrimaryKey(table, parts));
    }

    /**
     * Adds a unique constraint.
     *
     * @param constraint the name of the constraint and of its index
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String constraint, String... columns) {
        add(new CreateIndex(table, Index.unique(constraint, columns)));
    }

    /**
     * Drops a unique constraint. The columns make the change reversible.
     *
     * @param constraint the constraint's name
     * @param columns its columns; none to leave the change irreversible
     */
    public void dropUniqueConstraint(String constraint, String... columns) {
        Index definition = columns.length == 0 ? null : Index.unique(constraint, columns);
        add(new DropIndex(table, constraint, definition));
    }

    /**
     * Adds a foreign key of one column.
     *
     * @param foreignKey the constraint's name
     * @param column the referencing column
     * @param definition defines the referenced column and the referential actions
     */
    public void addForeignKey(String foreignKey, String column, Consumer<ForeignKeyBuilder> definition) {
        addForeignKey(foreignKey, List.of(column), definition);
    }

    /**
     * Adds a foreign key.
     *
     * @param foreignKey the constraint's name
     * @param columns the referencing columns
     * @param definition defines the referenced columns and the referential actions
     */
    public void addForeignKey(String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        add(new AddForeignKey(table, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Drops a foreign key. An index that the server created for it is kept.
     *
     * @param foreignKey the constraint's name
     */
    public void dropForeignKey(String foreignKey) {
        add(new DropForeignKey(table, foreignKey, false, null));
    }

    /**
     * Drops a foreign key. An index that the server created for it is kept. The definition makes the change reversible.
     *
     * @param foreignKey the constraint's name
     * @param columns the referencing columns
     * @param definition defines the referenced columns and the referential actions
     */
    public void dropForeignKey(String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        add(new DropForeignKey(table, foreignKey, false, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Drops a foreign key and the index that the server created for it, if there is one.
     *
     * @param foreignKey the name of the foreign key, and of the index
     */
    public void dropForeignKeyWithIndex(String foreignKey) {
        add(new DropForeignKey(table, foreignKey, true, null));
    }

    /**
     * Drops a foreign key and the index that the server created for it, if there is one. The definition makes the
     * change reversible.
     *
     * @param foreignKey the name of the foreign key, and of the index
     * @param columns the referencing columns
     * @param definition defines the referenced columns and the referential actions
     */
    public void dropForeignKeyWithIndex(
            String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        add(new DropForeignKey(table, foreignKey, true, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Creates a non-unique index whose name follows the naming convention.
     *
     * @param columns the columns, in the order of the index
     */
    public void createIndexOn(String... columns) {
        createIndex(naming.index(table, List.of(columns)), columns);
    }

    /**
     * Drops a non-unique index whose name follows the naming convention.
     *
     * @param columns its columns, in the order of the index
     */
    public void dropIndexOn(String... columns) {
        dropIndex(naming.index(table, List.of(columns)), columns);
    }

    /**
     * Adds a unique constraint whose name follows the naming convention.
     *
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraintOn(String... columns) {
        addUniqueConstraint(naming.uniqueConstraint(table, List.of(columns)), columns);
    }

    /**
     * Drops a unique constraint whose name follows the naming convention.
     *
     * @param columns its columns, in the order of the index
     */
    public void dropUniqueConstraintOn(String... columns) {
        dropUniqueConstraint(naming.uniqueConstraint(table, List.of(columns)), columns);
    }

    /**
     * Adds a foreign key whose name follows the naming convention.
     *
     * @param columns the referencing columns
     * @param definition defines the referenced columns and the referential actions
     */
    public void addForeignKeyOn(List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        addForeignKey(foreignKeyName(columns, definition), columns, definition);
    }

    /**
     * Drops a foreign key whose name follows the naming convention. An index that the server created for it is kept.
     *
     * @param columns the referencing columns
     * @param definition defines the referenced columns and the referential actions
     */
    public void dropForeignKeyOn(List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        dropForeignKey(foreignKeyName(columns, definition), columns, definition);
    }

    /**
     * Adds a check constraint whose name follows the naming convention.
     *
     * @param expression the condition, in the server's SQL, without enclosing parentheses
     */
    public void addUnnamedCheck(String expression) {
        addCheck(naming.check(table, expression), expression);
    }

    /**
     * Adds a check constraint.
     *
     * @param check the constraint's name
     * @param expression the condition, in the server's SQL, without enclosing parentheses
     */
    public void addCheck(String check, String expression) {
        addCheck(new Check(check, expression));
    }

    /**
     * Adds a check constraint.
     *
     * @param check the check, for example {@code new Check("ck", "a > 0").notEnforced()}
     */
    public void addCheck(Check check) {
        add(new AddCheck(table, check));
    }

    /**
     * Drops a check constraint.
     *
     * @param check the constraint's name
     */
    public void dropCheck(String check) {
        add(new DropCheck(table, check, null));
    }

    /**
     * Drops a check constraint. The definition makes the change reversible.
     *
     * @param check the constraint's name
     * @param expression the condition
     */
    public void dropCheck(String check, String expression) {
        dropCheck(new Check(check, expression));
    }

    /**
     * Drops a check constraint. The definition makes the change reversible.
     *
     * @param check the check
     */
    public void dropCheck(Check check) {
        add(new DropCheck(table, check.name(), check));
    }

    /**
     * Changes some options of the table and keeps all others.
     *
     * @param options sets the options to change
     */
    public void changeOptions(Consumer<TableOptionsBuilder> options) {
        add(new ChangeTableOptions(table, built(options), null));
    }

    /**
     * Changes some options of the table and keeps all others. The previous values make the change reversible.
     *
     * @param options sets the options to change
     * @param before sets the same options to their previous values
     */
    public void changeOptions(Consumer<TableOptionsBuilder> options, Consumer<TableOptionsBuilder> before) {
        add(new ChangeTableOptions(table, built(options), built(before)));
    }

    /**
     * Converts all text columns to a character set and its default collation.
     *
     * @param charset the character set
     */
    public void convertCharset(String charset) {
        add(new ConvertCharset(table, new Encoding(charset, null)));
    }

    /**
     * Converts all text columns to a character set and a collation.
     *
     * @param charset the character set
     * @param collation the collation
     */
    public void convertCharset(String charset, String collation) {
        add(new ConvertCharset(table, new Encoding(charset, collation)));
    }

    private void add(TableChange change) {
        if (isClosed) {
            throw new IllegalStateException("The changes of table " + table
                    + " have ended; they can be recorded only while the block passed to table(...) runs.");
        }
        recorded.add(change);
    }

    /** Builds the foreign key once for its referenced table, which is part of the name. */
    private String foreignKeyName(List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        return naming.foreignKey(
                table, columns, foreignKey("unnamed", columns, definition).referencedTable());
    }

    private static TableOptions built(Consumer<TableOptionsBuilder> options) {
        TableOptionsBuilder builder = new TableOptionsBuilder();
        options.accept(builder);
        return builder.build();
    }

    private static ColumnChange change(Consumer<ColumnChangeBuilder> change) {
        ColumnChangeBuilder builder = new ColumnChangeBuilder();
        change.accept(builder);
        return builder.build();
    }

    private static List<KeyPart> parts(String... columns) {
        return Arrays.stream(columns).<KeyPart>map(KeyPart::column).toList();
    }

    private static Index index(String name, Consumer<IndexBuilder> definition) {
        IndexBuilder builder = new IndexBuilder(name);
        definition.accept(builder);
        return builder.build();
    }

    private static Column column(String name, ColumnType type, Consumer<ColumnBuilder> definition) {
        ColumnBuilder builder = new ColumnBuilder(name, type);
        definition.accept(builder);
        return builder.build();
    }

    private static ForeignKey foreignKey(String name, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        ForeignKeyBuilder builder = new ForeignKeyBuilder(name, columns);
        definition.accept(builder);
        return builder.build();
    }
}
