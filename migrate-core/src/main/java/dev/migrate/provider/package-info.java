/**
 * The SPI: what Migrate needs from a database product. {@link dev.migrate.provider.DatabaseProvider} is the entry
 * point, found with {@link java.util.ServiceLoader}; it has a factory method for each role:
 *
 * <ul>
 *   <li>{@link dev.migrate.provider.SqlRenderer} renders operations as SQL.
 *   <li>{@link dev.migrate.provider.ScriptDialect} splits and writes scripts.
 *   <li>{@link dev.migrate.provider.SchemaReader} reads the schema of a database.
 *   <li>{@link dev.migrate.provider.Normalizer} converts a target schema to its canonical form, in which it can be
 *       compared.
 *   <li>{@link dev.migrate.provider.ScratchDatabases} creates databases for trial runs.
 *   <li>{@link dev.migrate.provider.DefinitionParser} parses fragments of DDL in models.
 *   <li>{@link dev.migrate.provider.SessionControl} applies the settings of a run to a session, and restores them.
 *   <li>{@link dev.migrate.provider.MigrationLock} allows one run at a time.
 *   <li>{@link dev.migrate.provider.HistoryStore} holds the version table and the journal.
 *   <li>{@link dev.migrate.provider.EffectProbe} determines whether an interrupted statement was executed.
 *   <li>{@link dev.migrate.provider.ErrorClassifier} maps error codes to their meaning for a run.
 *   <li>{@link dev.migrate.provider.SessionMonitor} shows progress and blocking sessions.
 *   <li>{@link dev.migrate.provider.ScriptFrame} surrounds the steps of an offline script.
 *   <li>{@link dev.migrate.provider.DdlAdvisor} determines what statements will cost.
 *   <li>{@link dev.migrate.provider.CommitTokens} are committed together with a statement, where the server allows it.
 * </ul>
 *
 * <p>The engine depends on this package and on no provider. The test sources of this package contain contract tests,
 * which a provider runs unchanged.
 */
@NullMarked
package dev.migrate.provider;

import org.jspecify.annotations.NullMarked;
