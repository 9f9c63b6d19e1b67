package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Table;

/** The tables of the entities that belong to the migrated database. */
final class EntityTables {

    private final MetadataImplementor metadata;
    private final DefinitionParser parser;

    EntityTables(MetadataImplementor metadata, DefinitionParser parser) {
        this.metadata = metadata;
        this.parser = parser;
    }

    Schema schema() {
        SchemaBuilder schema = Schema.builder();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            namespace.getTables().stream()
                    .filter(EntityTables::isInDatabase)
                    .forEach(table -> schema.table(convert(table)));
        }
        return schema.build();
    }

    /** Views are stored objects, and tables with an explicit catalog belong to another database. */
    private static boolean isInDatabase(Table table) {
        return table.isPhysicalTable() && !table.isView() && table.getCatalog() == null;
    }

    private dev.migrate.schema.Table convert(Table table) {
        try {
            return new EntityTable(metadata, parser, table).convert();
        } catch (IllegalArgumentException e) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The table " + table.getName() + " of the entities cannot be read: " + e.getMessage(),
                    "Write it in another way; SQL in an annotation must be valid on the server.",
                    e);
        }
    }
}
