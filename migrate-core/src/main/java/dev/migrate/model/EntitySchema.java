package dev.migrate.model;

import dev.migrate.schema.Schema;
import java.util.List;

/**
 * What Hibernate creates for entities.
 *
 * @param schema the schema
 * @param rows the rows that it inserts into new tables
 */
record EntitySchema(Schema schema, List<InitialRow> rows) {}
