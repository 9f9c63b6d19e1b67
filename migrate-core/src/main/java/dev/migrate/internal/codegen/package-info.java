/** Changes → the source of a migration, through a template that the user can replace. Nothing here asks a database. */
@NullMarked
package dev.migrate.internal.codegen;

import org.jspecify.annotations.NullMarked;
