package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** The tables of the entities that belong to the migrated database. */
final class EntityTables {

    private final MetadataImplementor metadata;
    private final DefinitionParser parser;
    private final MappingFeatures features = HibernateVersion.features();

    EntityTables(MetadataImplementor metadata, DefinitionParser parser) {
        this.metadata = metadata;
        this.parser = parser;
    }

    Schema schema() {
        SchemaBuilder schema = Schema.builder();
        tables().forEach(table -> schema.table(convert(table)));
        return schema.build();
    }

    /** The rows that Hibernate inserts when it has created the tables. */
    @SuppressWarnings("deprecation") // InitCommand has no other method in 6.6.
    List<InitialRow> rows(SqlStringGenerationContext names) {
        List<InitialRow> rows = new ArrayList<>();
        for (Table table : tables()) {
            List<String> columns =
                    table.getColumns().stream().map(Column::getName).toList();
            for (InitCommand command : table.getInitCommands(names)) {
                for (String sql : command.getInitCommands()) {
                    rows.add(new InitialRow(table.getName(), parser.insert(sql, table.getName(), columns)));
                }
            }
        }
        return rows;
    }

    /** Views are stored objects, and tables with an explicit catalog belong to another database. */
    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getTables().stream()
                    .filter(table -> table.isPhysicalTable() && !table.isView() && table.getCatalog() == null)
                    .forEach(tables::add);
        }
        return tables;
    }

    private dev.migrate.schema.Table convert(Table table) {
        try {
            return new EntityTable(metadata, parser, features, table).convert();
        } catch (IllegalArgumentException e) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The table " + table.getName() + " of the entities cannot be read: " + e.getMessage(),
                    "Write it in another way; SQL in an annotation must be valid on the server.",
                    e);
        }
    }
}
