/**
 * A folder of Alembic revisions → what their files say, and the SQL that Alembic makes of them. Python is not run here:
 * where it is, Alembic itself is asked.
 */
@NullMarked
package dev.migrate.internal.alembic;

import org.jspecify.annotations.NullMarked;
