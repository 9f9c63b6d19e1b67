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
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records changes of one table. Not thread-safe.
 *
 * <p>What is dropped may be described, too: then the inverse of the migration can be derived.
 */
public final class TableChanges {

    private final String table;
    private final NamingConvention naming;
    private final Consumer<TableChange> recorded;

    TableChanges(String table, NamingConvention naming, Consumer<TableChange> recorded) {
        this.table = table;
        this.naming = naming;
        this.recorded = recorded;
    }

    /**
     * Adds a column that allows NULL and has no default.
     *
     * @param column the column's name
     * @param type the column's type
     */
    public void addColumn(String column, ColumnType type) {
        addColumn(column, type, nothingMore -> {});
    }

    /**
     * Adds a column behind those that are there.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     */
    public void addColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        recorded.accept(new AddColumn(table, column(column, type, definition), null));
    }

    /**
     * Adds a column in a place of its own.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     * @param position where it stands
     */
    public void addColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        recorded.accept(new AddColumn(table, column(column, type, definition), position));
    }

    /**
     * Drops a column and all its values.
     *
     * @param column the column's name
     */
    public void dropColumn(String column) {
        recorded.accept(new DropColumn(table, column, null, null));
    }

    /**
     * Drops a column and all its values, and says what it was: the last of its table.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there was to the column
     */
    public void dropColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        recorded.accept(new DropColumn(table, column, column(column, type, definition), null));
    }

    /**
     * Drops a column and all its values, and says what it was.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there was to the column
     * @param position where it stood
     */
    public void dropColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        recorded.accept(new DropColumn(table, column, column(column, type, definition), position));
    }

    /**
     * Renames a column.
     *
     * @param from its name
     * @param to its new name
     */
    public void renameColumn(String from, String to) {
        recorded.accept(new RenameColumn(table, from, to));
    }

    /**
     * Changes attributes of a column. All others stay as they are, whatever they are.
     *
     * @param column the column's name
     * @param change says what shall be different
     */
    public void alterColumn(String column, Consumer<ColumnChangeBuilder> change) {
        recorded.accept(new AlterColumn(table, column, change(change), null));
    }

    /**
     * Changes attributes of a column, and says what they were.
     *
     * @param column the column's name
     * @param change says what shall be different
     * @param before says what the same attributes were
     */
    public void alterColumn(String column, Consumer<ColumnChangeBuilder> change, Consumer<ColumnChangeBuilder> before) {
        recorded.accept(new AlterColumn(table, column, change(change), change(before)));
    }

    /**
     * Gives a column another definition. Whatever the old one had and this one does not say is gone.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     */
    public void redefineColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition) {
        recorded.accept(new RedefineColumn(table, column, column(column, type, definition), null, null, null));
    }

    /**
     * Gives a column another definition and another place. Whatever the old one had and this one does not say is gone.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column
     * @param position where it stands
     */
    public void redefineColumn(String column, ColumnType type, Consumer<ColumnBuilder> definition, Position position) {
        recorded.accept(new RedefineColumn(table, column, column(column, type, definition), position, null, null));
    }

    /**
     * Gives a column another definition, and says which it had.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column, a new name perhaps
     * @param typeBefore the column's type as it was
     * @param before says what more there was to the column
     */
    public void redefineColumn(
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before) {
        recorded.accept(new RedefineColumn(
                table, column, column(column, type, definition), null, column(column, typeBefore, before), null));
    }

    /**
     * Gives a column another definition and another place, and says which it had.
     *
     * @param column the column's name
     * @param type the column's type
     * @param definition says what more there is to the column, a new name perhaps
     * @param position where it stands, or null for where it is
     * @param typeBefore the column's type as it was
     * @param before says what more there was to the column
     * @param positionBefore where it stood, or null if it does not move
     */
    public void redefineColumn(
            String column,
            ColumnType type,
            Consumer<ColumnBuilder> definition,
            @Nullable Position position,
            ColumnType typeBefore,
            Consumer<ColumnBuilder> before,
            @Nullable Position positionBefore) {
        recorded.accept(new RedefineColumn(
                table,
                column,
                column(column, type, definition),
                position,
                column(column, typeBefore, before),
                positionBefore));
    }

    /**
     * Creates an index that allows duplicates.
     *
     * @param index the index's name
     * @param columns the columns, in the order of the index
     */
    public void createIndex(String index, String... columns) {
        recorded.accept(new CreateIndex(table, Index.of(index, columns)));
    }

    /**
     * Creates an index of any kind.
     *
     * @param index the index's name
     * @param definition names its columns and says what more there is to it
     */
    public void createIndex(String index, Consumer<IndexBuilder> definition) {
        recorded.accept(new CreateIndex(table, index(index, definition)));
    }

    /**
     * Drops an index, and says what it was.
     *
     * @param index the index's name
     * @param definition names its columns and says what more there was to it
     */
    public void dropIndex(String index, Consumer<IndexBuilder> definition) {
        recorded.accept(new DropIndex(table, index, index(index, definition)));
    }

    /**
     * Drops an index.
     *
     * @param index the index's name
     * @param columns its columns, if they shall be known
     */
    public void dropIndex(String index, String... columns) {
        Index definition = columns.length == 0 ? null : Index.of(index, columns);
        recorded.accept(new DropIndex(table, index, definition));
    }

    /**
     * Renames an index.
     *
     * @param from its name
     * @param to its new name
     */
    public void renameIndex(String from, String to) {
        recorded.accept(new RenameIndex(table, from, to));
    }

    /**
     * Adds the primary key.
     *
     * @param columns its columns, in the order of the key
     */
    public void addPrimaryKey(String... columns) {
        recorded.accept(new AddPrimaryKey(table, parts(columns)));
    }

    /**
     * Drops the primary key.
     *
     * @param columns its columns, if they shall be known
     */
    public void dropPrimaryKey(String... columns) {
        recorded.accept(new DropPrimaryKey(table, parts(columns)));
    }

    /**
     * Adds the primary key.
     *
     * @param parts what it is made of, for instance {@code KeyPart.column("url").length(100)}
     */
    public void addPrimaryKey(List<KeyPart> parts) {
        recorded.accept(new AddPrimaryKey(table, parts));
    }

    /**
     * Drops the primary key, and says what it was.
     *
     * @param parts what it was made of
     */
    public void dropPrimaryKey(List<KeyPart> parts) {
        recorded.accept(new DropPrimaryKey(table, parts));
    }

    /**
     * Adds a unique constraint.
     *
     * @param constraint the name of the constraint and of its index
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(String constraint, String... columns) {
        recorded.accept(new CreateIndex(table, Index.unique(constraint, columns)));
    }

    /**
     * Drops a unique constraint.
     *
     * @param constraint the constraint's name
     * @param columns its columns, if they shall be known
     */
    public void dropUniqueConstraint(String constraint, String... columns) {
        Index definition = columns.length == 0 ? null : Index.unique(constraint, columns);
        recorded.accept(new DropIndex(table, constraint, definition));
    }

    /**
     * Adds a foreign key.
     *
     * @param foreignKey the constraint's name
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void addForeignKey(String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        recorded.accept(new AddForeignKey(table, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Drops a foreign key. The index that the server made for it stays.
     *
     * @param foreignKey the foreign key's name
     */
    public void dropForeignKey(String foreignKey) {
        recorded.accept(new DropForeignKey(table, foreignKey, false, null));
    }

    /**
     * Drops a foreign key, and says what it was. The index that the server made for it stays.
     *
     * @param foreignKey the foreign key's name
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKey(String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        recorded.accept(new DropForeignKey(table, foreignKey, false, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Drops a foreign key, together with the index that the server made for it, if it did.
     *
     * @param foreignKey the foreign key's name, which is the index's as well
     */
    public void dropForeignKeyWithIndex(String foreignKey) {
        recorded.accept(new DropForeignKey(table, foreignKey, true, null));
    }

    /**
     * Drops a foreign key, together with the index that the server made for it, if it did, and says what it was.
     *
     * @param foreignKey the foreign key's name, which is the index's as well
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKeyWithIndex(
            String foreignKey, List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        recorded.accept(new DropForeignKey(table, foreignKey, true, foreignKey(foreignKey, columns, definition)));
    }

    /**
     * Creates an index that allows duplicates, named by the convention.
     *
     * @param columns the columns, in the order of the index
     */
    public void createIndex(List<String> columns) {
        createIndex(naming.index(table, columns), columns.toArray(String[]::new));
    }

    /**
     * Drops an index that is named by the convention.
     *
     * @param columns its columns, in the order of the index
     */
    public void dropIndex(List<String> columns) {
        dropIndex(naming.index(table, columns), columns.toArray(String[]::new));
    }

    /**
     * Adds a unique constraint, named by the convention.
     *
     * @param columns the columns, in the order of the index
     */
    public void addUniqueConstraint(List<String> columns) {
        addUniqueConstraint(naming.uniqueConstraint(table, columns), columns.toArray(String[]::new));
    }

    /**
     * Drops a unique constraint that is named by the convention.
     *
     * @param columns its columns, in the order of the index
     */
    public void dropUniqueConstraint(List<String> columns) {
        dropUniqueConstraint(naming.uniqueConstraint(table, columns), columns.toArray(String[]::new));
    }

    /**
     * Adds a foreign key, named by the convention.
     *
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void addForeignKey(List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        addForeignKey(foreignKeyName(columns, definition), columns, definition);
    }

    /**
     * Drops a foreign key that is named by the convention.
     *
     * @param columns the columns that refer
     * @param definition says what they refer to and what happens to rows that refer
     */
    public void dropForeignKey(List<String> columns, Consumer<ForeignKeyBuilder> definition) {
        dropForeignKey(foreignKeyName(columns, definition), columns, definition);
    }

    /**
     * Adds a check, named by the convention.
     *
     * @param expression the condition, in the server's SQL, without parentheses around it
     */
    public void addCheck(String expression) {
        addCheck(naming.check(table, expression), expression);
    }

    /**
     * Adds a check.
     *
     * @param check the constraint's name
     * @param expression the condition, in the server's SQL, without parentheses around it
     */
    public void addCheck(String check, String expression) {
        addCheck(new Check(check, expression));
    }

    /**
     * Adds a check.
     *
     * @param check the check, for instance {@code new Check("ck", "a > 0").notEnforced()}
     */
    public void addCheck(Check check) {
        recorded.accept(new AddCheck(table, check));
    }

    /**
     * Drops a check.
     *
     * @param check the check's name
     */
    public void dropCheck(String check) {
        recorded.accept(new DropCheck(table, check, null));
    }

    /**
     * Drops a check, and says what it was.
     *
     * @param check the check's name
     * @param expression the condition
     */
    public void dropCheck(String check, String expression) {
        dropCheck(new Check(check, expression));
    }

    /**
     * Drops a check, and says what it was.
     *
     * @param check the check
     */
    public void dropCheck(Check check) {
        recorded.accept(new DropCheck(table, check.name(), check));
    }

    /**
     * Changes what is said of the table as a whole.
     *
     * @param options what changes; what is null stays as it is
     */
    public void options(TableOptions options) {
        recorded.accept(new ChangeTableOptions(table, options, null));
    }

    /**
     * Changes what is said of the table as a whole, and says what it was.
     *
     * @param options what changes; what is null stays as it is
     * @param before what the same options were
     */
    public void options(TableOptions options, TableOptions before) {
        recorded.accept(new ChangeTableOptions(table, options, before));
    }

    /**
     * Changes what is said of the table as a whole.
     *
     * @param options says what changes; what it does not say stays as it is
     */
    public void options(Consumer<TableOptionsBuilder> options) {
        options(built(options));
    }

    /**
     * Changes what is said of the table as a whole, and says what it was.
     *
     * @param options says what changes; what it does not say stays as it is
     * @param before says what the same options were
     */
    public void options(Consumer<TableOptionsBuilder> options, Consumer<TableOptionsBuilder> before) {
        options(built(options), built(before));
    }

    /**
     * Converts all texts of the table to a character set and its default collation.
     *
     * @param charset the character set
     */
    public void convertCharset(String charset) {
        recorded.accept(new ConvertCharset(table, new Encoding(charset, null)));
    }

    /**
     * Converts all texts of the table to a character set.
     *
     * @param charset the character set
     * @param collation the collation of all columns
     */
    public void convertCharset(String charset, String collation) {
        recorded.accept(new ConvertCharset(table, new Encoding(charset, collation)));
    }

    /** What is referred to stands in the definition only, and belongs to the name. */
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
