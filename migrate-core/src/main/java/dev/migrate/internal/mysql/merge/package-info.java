/** Merges consecutive changes of a table into fewer statements, as far as that is safe and saves work. */
@NullMarked
package dev.migrate.internal.mysql.merge;

import org.jspecify.annotations.NullMarked;
