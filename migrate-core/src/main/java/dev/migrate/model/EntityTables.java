package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Table;

/** The tables of entities, as far as they are in the database that is migrated. */
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
            namespace.getTables().stream().filter(EntityTables::isOurs).forEach(table -> schema.table(convert(table)));
        }
        return schema.build();
    }

    /** Views are programs, and what names its catalog is in a database that somebody else looks after. */
    private static boolean isOurs(Table table) {
        return table.isPhysicalTable() && !table.isView() && table.getCatalog() == null;
    }

    private dev.migrate.schema.Table convert(Table table) {
        try {
            return new EntityTable(metadata, parser, table).convert();
        } catch (IllegalArgumentException e) {
            throw new SchemaException(
                    SchemaException.Reason.INVALID_MODEL,
                    "The table " + table.getName() + " of the entities cannot be read: " + e.getMessage(),
                    "Say it in another way; what is written as SQL in an annotation must be what the server takes.",
                    e);
        }
    }
}
