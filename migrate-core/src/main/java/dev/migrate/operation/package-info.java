/**
 * The operations of migrations as data: a sealed family of records, and the recorder that migrations call.
 *
 * <p>Nothing in this package generates SQL. {@link dev.migrate.provider.SqlRenderer} renders operations for a server.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
