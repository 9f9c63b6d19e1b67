/**
 * What a database schema is made of: tables, columns, types, keys. Immutable records with builders; nothing here knows
 * a database or an operation.
 *
 * <p>Two values are equal if a server cannot tell them apart. What can be written in more than one way is therefore
 * brought into one form where the record is made, be it by a migration or from what a server says of itself:
 *
 * <ul>
 *   <li>a constant default has the form of its column's type, and {@code DEFAULT NULL} is none;
 *   <li>a column of the primary key, or one that the server counts, is never NULL;
 *   <li>{@code utf8} is {@code utf8mb3}, a collation says its character set, {@code NO ACTION} is {@code RESTRICT};
 *   <li>no comment and an empty one are the same, and so are no {@code AUTO_INCREMENT} and 1;
 *   <li>keys and checks compare in whatever order, columns do not.
 * </ul>
 *
 * <p>Expressions are compared as texts: only a server knows how it writes one.
 *
 * <p>Nothing that a server holds may be lost, so there is a place for what has no word of its own: {@code RawType},
 * the attributes of a column, the options of an index and of a table, all in the server's SQL.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
