/**
 * The SPI: what Migrate needs from a database product. {@link dev.migrate.provider.DatabaseProvider} is the entry point,
 * found with {@link java.util.ServiceLoader}; it has a factory method for each role:
 *
 * <ul>
 *   <li>{@link dev.migrate.provider.SqlRenderer} renders operations as SQL.
 *   <li>{@link dev.migrate.provider.ScriptDialect} splits and writes scripts.
 *   <li>{@link dev.migrate.provider.SchemaReader} reads the schema of a database.
 *   <li>{@link dev.migrate.provider.Normalizer} converts a wanted schema to the form in which it can be compared.
 *   <li>{@link dev.migrate.provider.ScratchDatabases} creates databases for trial runs.
 *   <li>{@link dev.migrate.provider.DefinitionParser} parses fragments of DDL in models.
 * </ul>
 *
 * <p>The engine depends on this package and on no provider. The test sources contain a contract test for each role, which
 * every provider has to pass.
 */
@NullMarked
package dev.migrate.provider;

import org.jspecify.annotations.NullMarked;
