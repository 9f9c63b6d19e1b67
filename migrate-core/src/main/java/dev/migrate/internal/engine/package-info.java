/**
 * The engine: executes plans, records the intent of every statement, and resumes interrupted runs. It accesses the
 * database only through {@link dev.migrate.provider}.
 */
@NullMarked
package dev.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
