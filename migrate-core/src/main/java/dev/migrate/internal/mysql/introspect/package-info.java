/**
 * Reads the schema of a database, in a fixed number of queries and in canonical form: the same schema reads the same
 * from every server.
 *
 * <ol>
 *   <li>{@code IntrospectionSession} changes the settings that affect what the server returns, and restores them.
 *   <li>{@code CatalogQueries} holds the queries on {@code information_schema}, each for a whole database;
 *       {@code CatalogRows} holds the rows.
 *   <li>Details that are missing or wrong in {@code information_schema} are read with {@code SHOW CREATE}, only for the
 *       objects that have them.
 *   <li>{@code TableAssembly} builds tables from the rows.
 *   <li>{@link dev.migrate.internal.mysql.canonical.CanonicalForm} makes equivalent schemas equal.
 *       {@code MySqlNormalizer} applies it to the target schema before the comparison.
 * </ol>
 */
@NullMarked
package dev.migrate.internal.mysql.introspect;

import org.jspecify.annotations.NullMarked;
