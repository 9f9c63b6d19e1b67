/**
 * The engine: runs plans against a database, records every statement ahead, and resumes interrupted runs. It knows the
 * database only through {@link dev.migrate.provider}.
 */
@NullMarked
package dev.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
