/**
 * Reads the schema of a database, in a fixed number of queries and in canonical form: the same schema reads the same from
 * every server.
 *
 * <ol>
 *   <li>{@code IntrospectionSession} changes the settings that affect what the server returns, and restores them.
 *   <li>{@code CatalogQueries} holds the queries on {@code information_schema}, each for a whole database;
 *       {@code CatalogRows} holds the rows.
 *   <li>What {@code information_schema} lacks or has wrong is taken from {@code SHOW CREATE}, for the objects that have
 *       such a thing and for no others.
 *   <li>{@code TableAssembly} builds tables from the rows.
 *   <li>{@link dev.migrate.internal.mysql.canonical.CanonicalForm} makes equal what means the same.
 *       {@code MySqlNormalizer} applies it to a wanted schema before that is compared with one that was read.
 * </ol>
 */
@NullMarked
package dev.migrate.internal.mysql.introspect;

import org.jspecify.annotations.NullMarked;
