/** The rules that check migrations without a database. */
@NullMarked
package dev.migrate.internal.lint;

import org.jspecify.annotations.NullMarked;
