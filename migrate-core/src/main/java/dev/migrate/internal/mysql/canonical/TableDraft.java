package dev.migrate.internal.mysql.canonical;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mutable table, whose parts are converted to their canonical form one after the other. */
public final class TableDraft {

    final String name;
    final List<KeyPart> primaryKey;
    List<Column> columns;
    List<Index> indexes;
    List<ForeignKey> foreignKeys;
    List<Check> checks;
    TableOptions options;

    @Nullable
    String partitioning;

    public TableDraft(
            String name,
            List<Column> columns,
            List<KeyPart> primaryKey,
            List<Index> indexes,
            List<ForeignKey> foreignKeys,
            List<Check> checks,
            TableOptions options,
            @Nullable String partitioning) {
        this.name = name;
        this.columns = columns;
        this.primaryKey = primaryKey;
        this.indexes = indexes;
        this.foreignKeys = foreignKeys;
        this.checks = checks;
        this.options = options;
        this.partitioning = partitioning;
    }

    static TableDraft of(Table table) {
        return new TableDraft(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.indexes(),
                table.foreignKeys(),
                table.checks(),
                table.options(),
                table.partitioning());
    }

    /** Returns the indexes. */
    public List<Index> indexes() {
        return indexes;
    }

    Table table() {
        return new Table(name, columns, primaryKey, indexes, foreignKeys, checks, options, partitioning);
    }
}
