/**
 * Where the wanted schema comes from: JPA entities, an SQL file, or a schema built in code.
 *
 * <p>A model knows no connection. What it needs of the server comes as {@link dev.migrate.model.ModelContext}.
 */
@NullMarked
package dev.migrate.model;

import org.jspecify.annotations.NullMarked;
