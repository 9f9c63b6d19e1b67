/**
 * Support for tests with JUnit: migrated databases for tests of an application, and tests of the migrations themselves.
 *
 * <p>Start at {@link dev.migrate.test.MigratedDatabase}.
 */
@NullMarked
package dev.migrate.test;

import org.jspecify.annotations.NullMarked;
