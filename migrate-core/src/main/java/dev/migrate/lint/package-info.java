/**
 * Findings of the rules that check migrations without a database: what may lock, fail, lose data or break the previous
 * release of an application.
 */
@NullMarked
package dev.migrate.lint;

import org.jspecify.annotations.NullMarked;
