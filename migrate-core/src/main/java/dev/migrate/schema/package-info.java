/**
 * The model of a database schema: tables, columns, types, keys. Immutable records with builders; independent of
 * databases and operations.
 *
 * <p>Two values are equal if a server cannot distinguish them. The constructors of the records therefore convert
 * equivalent forms to one canonical form:
 *
 * <ul>
 *   <li>a constant default has the form of its column's type, and {@code DEFAULT NULL} is the same as no default;
 *   <li>a column of the primary key or with AUTO_INCREMENT is never NULL;
 *   <li>{@code utf8} is {@code utf8mb3}, a collation determines its character set, {@code NO ACTION} is
 *       {@code RESTRICT};
 *   <li>an empty comment is the same as none, and an {@code AUTO_INCREMENT} of 1 is the same as none;
 *   <li>the order of keys and checks is ignored, the order of columns is not.
 * </ul>
 *
 * <p>Expressions are compared as text, because only the server can convert them to its canonical form.
 *
 * <p>Unknown attributes must not be lost. They are kept in the server's SQL: {@code RawType}, the attributes of a
 * column, the options of an index and of a table.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
