package dev.migrate.model;

import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.DefinitionParser.Feature;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Rule;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexBuilder;
import dev.migrate.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** The indexes, unique constraints and foreign keys of an entity's table. */
final class EntityKeys {

    private static final Pattern PREFIX = Pattern.compile("(.+)\\((\\d{1,5})\\)");

    private final DefinitionParser parser;
    private final MappingFeatures features;
    private final Table table;

    EntityKeys(DefinitionParser parser, MappingFeatures features, Table table) {
        this.parser = parser;
        this.features = features;
        this.table = table;
        table.getColumns().forEach(this::addUniqueKey);
    }

    /** Hibernate creates the unique key of a unique column only when it exports the table. */
    private void addUniqueKey(Column column) {
        if (column.isUnique() && column.getUniqueKeyName() != null && !table.isPrimaryKey(column)) {
            table.getOrCreateUniqueKey(column.getUniqueKeyName()).addColumn(column);
        }
    }

    List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (UniqueKey key : table.getUniqueKeys().values()) {
            indexes.add(index(key.getName(), true, key.getColumns(), key.getColumnOrderMap(), features.options(key)));
        }
        for (org.hibernate.mapping.Index index : table.getIndexes().values()) {
            indexes.add(index(
                    index.getName(),
                    index.isUnique(),
                    index.getSelectables(),
                    index.getSelectableOrderMap(),
                    features.options(index)));
        }
        return indexes;
    }

    private Index index(
            String name,
            boolean isUnique,
            List<? extends Selectable> parts,
            Map<? extends Selectable, String> orders,
            @Nullable String options) {
        IndexBuilder index = new IndexBuilder(parser.name(name));
        for (Selectable part : parts) {
            String order = orders.get(part);
            boolean isDescending =
                    order != null && order.toLowerCase(Locale.ROOT).startsWith("desc");
            // A server that does not support the order creates the index without it.
            index.part(
                    isDescending && parser.supports(Feature.DESCENDING_INDEX)
                            ? part(part).descending()
                            : part(part));
        }
        if (isUnique) {
            index.unique();
        }
        if (options != null) {
            parser.indexOptions(options, index);
        }
        return index.build();
    }

    private KeyPart part(Selectable part) {
        if (!(part instanceof Column column)) {
            return KeyPart.expression(parser.expression(part.getText()));
        }
        String named = known(column.getName());
        if (named != null) {
            return KeyPart.column(named);
        }
        Matcher prefix = PREFIX.matcher(column.getName());
        String shortened = prefix.matches() ? known(parser.name(prefix.group(1))) : null;
        if (shortened == null) {
            throw new IllegalArgumentException("a key names the column " + column.getName()
                    + ", which does not exist (does Hibernate name columns as in the application? See"
                    + " hibernate.physical_naming_strategy).");
        }
        return KeyPart.column(shortened).length(Integer.parseInt(prefix.group(2)));
    }

    /** The name of a column as the table spells it, because the annotations of keys may spell it differently. */
    private @Nullable String known(String name) {
        return table.getColumns().stream()
                .map(Column::getName)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    List<ForeignKey> foreignKeys() {
        return features.foreignKeys(table).stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(this::foreignKey)
                .toList();
    }

    private ForeignKey foreignKey(org.hibernate.mapping.ForeignKey key) {
        String name = parser.name(key.getName());
        String options = features.options(key);
        if (key.getKeyDefinition() != null) {
            return parser.foreignKey(name, key.getKeyDefinition() + " " + (options == null ? "" : options));
        }
        Table referenced = key.getReferencedTable();
        List<Column> columns =
                key.isReferenceToPrimaryKey() ? referenced.getPrimaryKey().getColumns() : key.getReferencedColumns();
        Rule explicit = options == null ? Rule.RESTRICT : parser.onDelete(options);
        return new ForeignKey(
                name,
                names(key.getColumns()),
                referenced.getCatalog(),
                referenced.getName(),
                names(columns),
                explicit == Rule.RESTRICT ? onDelete(key.getOnDeleteAction()) : explicit,
                options == null ? Rule.RESTRICT : parser.onUpdate(options));
    }

    private static Rule onDelete(@Nullable OnDeleteAction action) {
        return action == null ? Rule.RESTRICT : Rule.parse(action.toSqlString());
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::getName).toList();
    }
}
