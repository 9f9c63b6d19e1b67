/**
 * Reads a folder of Alembic revisions and the SQL that Alembic generates for them. Python is not required, except to
 * call Alembic.
 */
@NullMarked
package dev.migrate.internal.alembic;

import org.jspecify.annotations.NullMarked;
