/**
 * What a database schema is made of: tables, columns, types, keys. Immutable records with builders; nothing here knows
 * a database or an operation.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
