/**
 * From a connection to the schema of its database, in a fixed number of bulk queries and canonical form: the same schema
 * reads the same from every server.
 *
 * <ol>
 *   <li>{@code IntrospectionSession} fixes the settings that change what the server answers, and gives them back.
 *   <li>{@code CatalogQueries} asks {@code information_schema}, whole database at a time; {@code CatalogRows} holds the rows.
 *   <li>What {@code information_schema} does not tell, or tells wrongly, is taken out of {@code SHOW CREATE}, for the
 *       objects that have such a thing and for no others.
 *   <li>{@code TableAssembly} makes tables of the rows.
 *   <li>{@link dev.migrate.internal.mysql.introspect.CanonicalForm} is the list of rules by which spellings become one. A wanted schema
 *       goes through the same rules before it is compared with one that was read.
 * </ol>
 */
@NullMarked
package dev.migrate.internal.mysql.introspect;

import org.jspecify.annotations.NullMarked;
