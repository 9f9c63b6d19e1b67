/**
 * The sources of the target schema: JPA entities, an SQL file, or a schema built in code.
 *
 * <p>A model has no connection. It accesses the server through {@link dev.migrate.model.ModelContext}.
 */
@NullMarked
package dev.migrate.model;

import org.jspecify.annotations.NullMarked;
