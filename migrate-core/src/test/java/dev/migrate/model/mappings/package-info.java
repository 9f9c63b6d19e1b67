/** Small models of entities, one for each annotation that affects the schema. */
package dev.migrate.model.mappings;
