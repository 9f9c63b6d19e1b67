/** Writes the queries that check whether a statement was executed. */
@NullMarked
package dev.migrate.internal.mysql.effect;

import org.jspecify.annotations.NullMarked;
