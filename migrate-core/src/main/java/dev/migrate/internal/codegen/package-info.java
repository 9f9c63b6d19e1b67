/**
 * Generates the source of a migration from changes, through a template that the user can replace. No access to a
 * database.
 */
@NullMarked
package dev.migrate.internal.codegen;

import org.jspecify.annotations.NullMarked;
