/**
 * The provider for MySQL 5.7 to 9.x and MariaDB 10.2 to 11.x. {@code MySqlProvider} implements the SPI of
 * {@link dev.migrate.provider}; the sub-packages implement its roles:
 *
 * <ul>
 *   <li>{@code server}: the products, their versions and the capabilities of each version.
 *   <li>{@code sql}: the lexical level of SQL.
 *   <li>{@code parse}: DDL to parts of a schema.
 *   <li>{@code render}, with {@code merge} and {@code effect}: operations to statements.
 *   <li>{@code script}: scripts.
 *   <li>{@code introspect}, with {@code canonical}: databases to schemas, and target schemas to their canonical form.
 *   <li>{@code advice}: what statements cost.
 * </ul>
 */
@NullMarked
package dev.migrate.internal.mysql;

import org.jspecify.annotations.NullMarked;
