/**
 * What every room may throw: the root of all errors, and what an error says about the database.
 *
 * <p>The ground floor of the house. An error that a caller can treat differently is a subclass of
 * {@link dev.migrate.error.MigrateException} and lives in the package that finds it.
 */
@NullMarked
package dev.migrate.error;

import org.jspecify.annotations.NullMarked;
