package dev.migrate.model;

import dev.migrate.provider.DefinitionParser;
import dev.migrate.provider.DefinitionParser.ColumnDefinition;
import dev.migrate.provider.DefinitionParser.TableSuffix;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnBuilder;
import dev.migrate.schema.Index;
import dev.migrate.schema.KeyPart;
import dev.migrate.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** A table of entities, as Hibernate's own schema export would create it. */
final class EntityTable {

    private final MetadataImplementor metadata;
    private final Dialect renderer;
    private final DefinitionParser parser;
    private final MappingFeatures features;
    private final Table table;

    EntityTable(MetadataImplementor metadata, DefinitionParser parser, MappingFeatures features, Table table) {
        this.metadata = metadata;
        this.renderer = metadata.getDatabase().getDialect();
        this.parser = parser;
        this.features = features;
        this.table = table;
    }

    dev.migrate.schema.Table convert() {
        EntityChecks checks = new EntityChecks(parser, table.getName());
        List<Column> columns = new ArrayList<>();
        EntityKeys keys = new EntityKeys(parser, features, table);
        List<Index> indexes = new ArrayList<>(keys.indexes());
        for (org.hibernate.mapping.Column column : table.getColumns()) {
            EntityColumn mapped = new EntityColumn(metadata, renderer, parser, features, column);
            ColumnDefinition definition = mapped.definition();
            String check = checks.ofColumn(definition.column().check(), mapped.check());
            columns.add(with(definition.column(), check, column.getComment()));
            checks.add(mapped.namedChecks());
            if (definition.isUnique()) {
                indexes.add(Index.unique(column.getName(), column.getName()));
            }
        }
        checks.add(new TableChecks(renderer).sql(table));
        TableSuffix suffix = parser.tableSuffix(suffix());
        return new dev.migrate.schema.Table(
                table.getName(),
                columns,
                primaryKey(),
                indexes,
                keys.foreignKeys(),
                checks.ofTable(),
                options(suffix.options()),
                suffix.partitioning());
    }

    private static Column with(Column column, @Nullable String check, @Nullable String comment) {
        ColumnBuilder changed = column.toBuilder();
        if (comment != null) {
            changed.comment(comment);
        }
        return (check == null ? changed.noCheck() : changed.check(check)).build();
    }

    private List<KeyPart> primaryKey() {
        List<KeyPart> parts = new ArrayList<>();
        if (table.hasPrimaryKey()) {
            table.getPrimaryKey().getColumns().forEach(column -> parts.add(KeyPart.column(column.getName())));
        }
        return parts;
    }

    private String suffix() {
        String options = features.options(table);
        return renderer.getTableTypeString() + (options == null ? "" : " " + options);
    }

    private TableOptions options(TableOptions options) {
        return table.getComment() == null ? options : options.withComment(table.getComment());
    }
}
