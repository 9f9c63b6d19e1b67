package dev.migrate.operation;

/** A change of a table: one clause of an {@code ALTER TABLE} statement. */
public sealed interface TableChange extends Operation
        permits AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                RedefineColumn,
                CreateIndex,
                DropIndex,
                RenameIndex,
                AddPrimaryKey,
                DropPrimaryKey,
                AddForeignKey,
                DropForeignKey,
                AddCheck,
                DropCheck,
                ChangeTableOptions,
                ConvertCharset {

    /**
     * Returns the name of the table.
     *
     * @return the table's name
     */
    String table();

    /**
     * Accepts a visitor.
     *
     * @param visitor the visitor
     * @param <R> the type of the result
     * @return the visitor's result
     */
    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(OperationVisitor<R> visitor) {
        return visitor.changeTable(this);
    }

    @Override
    Inverse<TableChange> inverse();

    /**
     * A visitor of table changes. It has no default methods, so every new change must be handled everywhere.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        /**
         * Visits the addition of a column.
         *
         * @param change the change
         * @return the result
         */
        R addColumn(AddColumn change);

        /**
         * Visits the removal of a column.
         *
         * @param change the change
         * @return the result
         */
        R dropColumn(DropColumn change);

        /**
         * Visits the renaming of a column.
         *
         * @param change the change
         * @return the result
         */
        R renameColumn(RenameColumn change);

        /**
         * Visits the change of a column.
         *
         * @param change the change
         * @return the result
         */
        R alterColumn(AlterColumn change);

        /**
         * Visits the new definition of a column.
         *
         * @param change the change
         * @return the result
         */
        R redefineColumn(RedefineColumn change);

        /**
         * Visits the creation of an index.
         *
         * @param change the change
         * @return the result
         */
        R createIndex(CreateIndex change);

        /**
         * Visits the removal of an index.
         *
         * @param change the change
         * @return the result
         */
        R dropIndex(DropIndex change);

        /**
         * Visits the renaming of an index.
         *
         * @param change the change
         * @return the result
         */
        R renameIndex(RenameIndex change);

        /**
         * Visits the addition of a primary key.
         *
         * @param change the change
         * @return the result
         */
        R addPrimaryKey(AddPrimaryKey change);

        /**
         * Visits the removal of a primary key.
         *
         * @param change the change
         * @return the result
         */
        R dropPrimaryKey(DropPrimaryKey change);

        /**
         * Visits the addition of a foreign key.
         *
         * @param change the change
         * @return the result
         */
        R addForeignKey(AddForeignKey change);

        /**
         * Visits the removal of a foreign key.
         *
         * @param change the change
         * @return the result
         */
        R dropForeignKey(DropForeignKey change);

        /**
         * Visits the addition of a check.
         *
         * @param change the change
         * @return the result
         */
        R addCheck(AddCheck change);

        /**
         * Visits the removal of a check.
         *
         * @param change the change
         * @return the result
         */
        R dropCheck(DropCheck change);

        /**
         * Visits a change of table options.
         *
         * @param change the change
         * @return the result
         */
        R changeTableOptions(ChangeTableOptions change);

        /**
         * Visits the conversion of all text columns to another character set.
         *
         * @param change the change
         * @return the result
         */
        R convertCharset(ConvertCharset change);
    }
}
