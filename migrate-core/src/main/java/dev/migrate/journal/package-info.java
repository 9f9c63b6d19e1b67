/**
 * The journal as records: the table next to the version table to which each run writes the intent and the outcome of
 * its steps and statements. It is used for recovery and as an audit trail.
 */
@NullMarked
package dev.migrate.journal;

import org.jspecify.annotations.NullMarked;
