package dev.migrate.diff;

import dev.migrate.operation.AddCheck;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddForeignKey;
import dev.migrate.operation.AddPrimaryKey;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.ChangeTableOptions;
import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ConvertCharset;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropCheck;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropForeignKey;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropPrimaryKey;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Position;
import dev.migrate.operation.RedefineColumn;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableChange;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Encoding;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.ServerDefaults;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables that operations yield, computed from their definitions. An operation that a server would reject in the
 * current state is rejected here as well: a foreign key on a column that changes, a second check of the same name, an
 * AUTO_INCREMENT column without a key.
 */
final class MigratedSchema {

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final ServerDefaults defaults;

    MigratedSchema(List<Table> tables, ServerDefaults defaults) {
        this.defaults = defaults;
        tables.forEach(table -> this.tables.put(table.name(), explicit(table)));
    }

    /** The tables by name, with every inherited encoding and engine written out. */
    Map<String, Table> tables() {
        return new TreeMap<>(tables);
    }

    void run(List<Operation> operations) {
        for (Operation operation : operations) {
            try {
                run(operation);
                tables.values().forEach(this::requireValid);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(operation + ": " + e.getMessage(), e);
            }
        }
    }

    private void run(Operation operation) {
        if (operation instanceof AlterTable alter) {
            // The options apply to the columns of the same statement.
            alter.changes().stream()
                    .sorted(Comparator.comparing(change -> !(change instanceof ChangeTableOptions)))
                    .forEach(this::change);
        } else if (operation instanceof TableChange change) {
            change(change);
        } else if (operation instanceof CreateTable create) {
            Table table = create.table();
            require(!tables.containsKey(table.name()), "the table exists");
            tables.put(table.name(), explicit(table));
        } else if (operation instanceof DropTable drop) {
            require(tables.remove(drop.table()) != null, "there is no such table");
        } else if (operation instanceof ExecuteSql sql) {
            partition(sql.sql());
        } else {
            throw new IllegalArgumentException("not expected here");
        }
    }

    private void partition(String sql) {
        for (Table table : List.copyOf(tables.values())) {
            String prefix = "ALTER TABLE `" + table.name() + "` ";
            if (sql.startsWith(prefix)) {
                String rest = sql.substring(prefix.length());
                boolean isRemoved = rest.equals("REMOVE PARTITIONING");
                require(!isRemoved || table.partitioning() != null, "there are no partitions");
                Parts parts = new Parts(table);
                parts.partitioning = isRemoved ? null : rest;
                tables.put(table.name(), parts.table());
            }
        }
    }

    private Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private void change(TableChange change) {
        Parts parts = new Parts(table(change.table()));
        change.accept(new Changes(parts));
        tables.put(parts.name, parts.table());
    }

    /** Returns whether a foreign key of any table uses the column, on either side. */
    private boolean isInForeignKey(String table, String column) {
        return tables.values().stream()
                .anyMatch(each -> each.foreignKeys().stream()
                        .anyMatch(key -> (each.name().equals(table) && has(key.columns(), column))
                                || (key.referencedTable().equals(table) && has(key.referencedColumns(), column))));
    }

    private static boolean has(List<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The invariants between two statements. */
    private void requireValid(Table table) {
        for (Column column : table.columns()) {
            boolean isFirstOfKey = table.primaryKey().stream().limit(1).anyMatch(part -> isColumn(part, column))
                    || table.indexes().stream()
                            .anyMatch(index -> isColumn(index.parts().get(0), column));
            require(!column.isAutoIncrement() || isFirstOfKey, "AUTO_INCREMENT needs a key");
        }
        for (ForeignKey key : table.foreignKeys()) {
            Table parent = table(key.referencedTable());
            for (int i = 0; i < key.columns().size(); i++) {
                ColumnType one = column(table, key.columns().get(i)).type();
                ColumnType other =
                        column(parent, key.referencedColumns().get(i)).type();
                require(one.equals(other), "the types of foreign key " + key.name() + " differ");
            }
            require(isServed(parent, key.referencedColumns()), "no key serves foreign key " + key.name());
            require(table.partitioning() == null, "a partitioned table has foreign key " + key.name());
        }
        List<String> keys = tables.values().stream()
                .flatMap(each -> each.foreignKeys().stream())
                .map(key -> key.name().toLowerCase(Locale.ROOT))
                .toList();
        require(keys.stream().distinct().count() == keys.size(), "two foreign keys have one name: " + keys);
        List<String> checks = tables.values().stream()
                .flatMap(each -> each.checks().stream())
                .map(check -> check.name().toLowerCase(Locale.ROOT))
                .toList();
        require(checks.stream().distinct().count() == checks.size(), "two checks have one name: " + checks);
    }

    private static boolean isServed(Table parent, List<String> columns) {
        List<List<KeyPart>> keys = new ArrayList<>(List.of(parent.primaryKey()));
        parent.indexes().forEach(index -> keys.add(index.parts()));
        return keys.stream().anyMatch(key -> {
            List<String> names = new ArrayList<>();
            key.forEach(part -> names.add(part instanceof KeyPart.OfColumn named ? named.name() : ""));
            return names.size() >= columns.size()
                    && names.subList(0, columns.size()).equals(columns);
        });
    }

    private static boolean isColumn(KeyPart part, Column column) {
        return part instanceof KeyPart.OfColumn named && named.name().equalsIgnoreCase(column.name());
    }

    private static Column column(Table table, String name) {
        return table.column(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no column " + table.name() + "." + name));
    }

    private Table explicit(Table table) {
        Parts parts = new Parts(table);
        String collation = defaults.collationOf(table.options().encoding(), defaults.collation());
        parts.columns.replaceAll(column -> explicit(column, collation));
        TableOptions options = table.options();
        parts.options = new TableOptions(
                options.engine() == null ? defaults.engine() : options.engine(),
                defaults.named(collation),
                options.rowFormat(),
                null,
                options.comment(),
                options.others());
        return parts.table();
    }

    private Column explicit(Column column, String collation) {
        if (!(column.type() instanceof CharacterType type)) {
            return column;
        }
        Encoding encoding = defaults.named(defaults.collationOf(type.encoding(), collation));
        return column.toBuilder().type(type.encoding(encoding)).build();
    }

    /** The parts of a table while it changes. */
    private static final class Parts {
        private final String name;
        private final List<Column> columns;
        private List<KeyPart> primaryKey;
        private final List<Index> indexes;
        private final List<ForeignKey> foreignKeys;
        private final List<Check> checks;
        private TableOptions options;
        private @Nullable String partitioning;

        Parts(Table table) {
            name = table.name();
            columns = new ArrayList<>(table.columns());
            primaryKey = table.primaryKey();
            indexes = new ArrayList<>(table.indexes());
            foreignKeys = new ArrayList<>(table.foreignKeys());
            checks = new ArrayList<>(table.checks());
            options = table.options();
            partitioning = table.partitioning();
        }

        int at(String column) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equalsIgnoreCase(column)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("there is no column " + column);
        }

        void insert(Column column, @Nullable Position position) {
            require(columns.stream().noneMatch(each -> each.name().equalsIgnoreCase(column.name())), "it exists");
            String after = position == null ? null : position.after();
            int at = position == null ? columns.size() : after == null ? 0 : at(after) + 1;
            columns.add(at, column);
        }

        void set(String column, Column changed, @Nullable Position position) {
            int at = at(column);
            if (position == null) {
                columns.set(at, changed);
            } else {
                columns.remove(at);
                insert(changed, position);
            }
        }

        Table table() {
            return new Table(name, columns, primaryKey, indexes, foreignKeys, checks, options, partitioning);
        }
    }

    /** Applies one change to the parts of a table. */
    private final class Changes implements TableChange.Visitor<Parts> {

        private final Parts parts;

        Changes(Parts parts) {
            this.parts = parts;
        }

        @Override
        public Parts addColumn(AddColumn change) {
            parts.insert(explicit(change.column(), collation()), change.position());
            return parts;
        }

        private String collation() {
            return defaults.collationOf(parts.options.encoding(), defaults.collation());
        }

        @Override
        public Parts dropColumn(DropColumn change) {
            require(!isInForeignKey(parts.name, change.column()), "a foreign key uses the column");
            parts.columns.remove(parts.at(change.column()));
            return parts;
        }

        @Override
        public Parts renameColumn(RenameColumn change) {
            throw new IllegalArgumentException("not expected here");
        }

        private Index with(Index index, String name, List<KeyPart> keyParts) {
            return new Index(
                    name,
                    index.kind(),
                    keyParts,
                    index.isInvisible(),
                    index.algorithm(),
                    index.parser(),
                    index.comment(),
                    index.options());
        }

        @Override
        public Parts alterColumn(AlterColumn alter) {
            Column now = parts.columns.get(parts.at(alter.column()));
            Column changed = changed(now, alter.change());
            boolean isHeld = !changed.type().equals(now.type()) || changed.isNullable() != now.isNullable();
            require(!isHeld || !isInForeignKey(parts.name, alter.column()), "a foreign key uses the column");
            parts.set(alter.column(), changed, alter.change().position());
            return parts;
        }

        private Column changed(Column now, ColumnChange change) {
            ColumnType type = change.type() == null ? now.type() : typeAfter(now.type(), change.type());
            return new Column(
                    change.name() == null ? now.name() : change.name(),
                    type,
                    change.isNullable() == null ? now.isNullable() : change.isNullable(),
                    change.defaultValue() == null
                            ? now.defaultValue()
                            : change.defaultValue().value(),
                    change.isUpdatedToCurrentTimestamp() == null
                            ? now.isUpdatedToCurrentTimestamp()
                            : change.isUpdatedToCurrentTimestamp(),
                    change.isAutoIncrement() == null ? now.isAutoIncrement() : change.isAutoIncrement(),
                    now.generation(),
                    change.isInvisible() == null ? now.isInvisible() : change.isInvisible(),
                    now.check(),
                    change.comment() == null ? now.comment() : change.comment(),
                    now.attributes());
        }

        /** A text type without an encoding keeps that of the column. */
        private ColumnType typeAfter(ColumnType now, ColumnType wanted) {
            if (!(wanted instanceof CharacterType text)) {
                return wanted;
            }
            boolean isKept = text.encoding().equals(Encoding.INHERITED) && now instanceof CharacterType;
            Encoding encoding = isKept ? ((CharacterType) now).encoding() : text.encoding();
            return text.encoding(defaults.named(defaults.collationOf(encoding, collation())));
        }

        @Override
        public Parts redefineColumn(RedefineColumn change) {
            parts.set(change.column(), explicit(change.definition(), collation()), change.position());
            return parts;
        }

        @Override
        public Parts createIndex(CreateIndex change) {
            if (!isOfForeignKey(change.index().name())) {
                parts.indexes.add(change.index());
            }
            return parts;
        }

        /** The index that a server creates for a foreign key has its name and is in no definition. */
        private boolean isOfForeignKey(String index) {
            return parts.foreignKeys.stream().anyMatch(key -> key.name().equalsIgnoreCase(index));
        }

        @Override
        public Parts dropIndex(DropIndex change) {
            boolean isDropped = parts.indexes.removeIf(index -> index.name().equalsIgnoreCase(change.index()));
            require(isDropped || isOfForeignKey(change.index()), "there is no index " + change.index());
            return parts;
        }

        @Override
        public Parts renameIndex(RenameIndex change) {
            require(
                    parts.indexes.stream().anyMatch(index -> index.name().equals(change.from())),
                    "there is no index " + change.from());
            parts.indexes.replaceAll(
                    index -> index.name().equals(change.from()) ? with(index, change.to(), index.parts()) : index);
            return parts;
        }

        @Override
        public Parts addPrimaryKey(AddPrimaryKey change) {
            require(parts.primaryKey.isEmpty(), "there is a primary key");
            parts.primaryKey = change.parts();
            return parts;
        }

        @Override
        public Parts dropPrimaryKey(DropPrimaryKey change) {
            require(parts.primaryKey.equals(change.parts()), "the primary key is another one");
            parts.primaryKey = List.of();
            return parts;
        }

        @Override
        public Parts addForeignKey(AddForeignKey change) {
            parts.foreignKeys.add(change.foreignKey());
            return parts;
        }

        @Override
        public Parts dropForeignKey(DropForeignKey change) {
            require(
                    parts.foreignKeys.removeIf(key -> key.name().equals(change.foreignKey())),
                    "there is no foreign key " + change.foreignKey());
            return parts;
        }

        @Override
        public Parts addCheck(AddCheck change) {
            parts.checks.add(change.check());
            return parts;
        }

        @Override
        public Parts dropCheck(DropCheck change) {
            require(
                    parts.checks.removeIf(check -> check.name().equals(change.check())),
                    "there is no check " + change.check());
            return parts;
        }

        /** A removed option is set to its default in SQL, because a definition cannot express that. */
        @Override
        public Parts changeTableOptions(ChangeTableOptions change) {
            TableOptions now = parts.options;
            TableOptions next = change.options();
            Map<String, String> others = new TreeMap<>(now.others());
            next.others().forEach((name, value) -> {
                if (value.equals("DEFAULT") || (value.equals("0") && name.matches("MAX_ROWS|CHECKSUM"))) {
                    others.remove(name);
                } else if (!name.equals("COMMENT")) {
                    others.put(name, value);
                }
            });
            boolean isFormatReset = "DEFAULT".equals(next.others().get("ROW_FORMAT"));
            boolean isCommentReset = next.others().containsKey("COMMENT");
            parts.options = new TableOptions(
                    next.engine() == null ? now.engine() : next.engine(),
                    next.encoding().equals(Encoding.INHERITED) ? now.encoding() : next.encoding(),
                    isFormatReset ? null : next.rowFormat() == null ? now.rowFormat() : next.rowFormat(),
                    null,
                    isCommentReset ? null : next.comment() == null ? now.comment() : next.comment(),
                    others);
            return parts;
        }

        @Override
        public Parts convertCharset(ConvertCharset change) {
            throw new IllegalArgumentException("not expected here");
        }
    }
}
