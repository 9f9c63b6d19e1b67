package dev.migrate.model;

import dev.migrate.error.SchemaException;
import dev.migrate.provider.DefinitionParser;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaBuilder;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/** The tables and sequences of the entities that belong to the migrated database. */
final class EntityTables {

    private final MetadataImplementor metadata;
    private final SqlStringGenerationContext names;
    private final DefinitionParser parser;
    private final MappingFeatures features = HibernateVersion.features();

    EntityTables(MetadataImplementor metadata, SqlStringGenerationContext names, DefinitionParser parser) {
        this.metadata = metadata;
        this.names = names;
        this.parser = parser;
    }

    Schema schema() {
        SchemaBuilder schema = Schema.builder();
        tables().forEach(table -> schema.table(convert(table)));
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Sequence sequence : namespace.getSequences()) {
                if (sequence.getName().getCatalogName() == null) {
                    schema.sequence(convert(sequence));
                }
            }
        }
        return schema.build();
    }

    /** The statement that Hibernate would execute contains the options after the name. */
    private dev.migrate.schema.Sequence convert(Sequence sequence) {
        QualifiedSequenceName name = sequence.getName();
        String sql = metadata.getDatabase()
                .getDialect()
                .getSequenceExporter()
                .getSqlCreateStrings(sequence, metadata, names)[0];
        String formatted = names.format(name);
        return new dev.migrate.schema.Sequence(
                name.getSequenceName().getText(), sql.substring(sql.indexOf(formatted) + formatted.length()));
    }

    /** The rows that Hibernate inserts when it has created the tables. */
    @SuppressWarnings("deprecation") // InitCommand has no other method in 6.6.
    List<InitialRow> rows() {
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
