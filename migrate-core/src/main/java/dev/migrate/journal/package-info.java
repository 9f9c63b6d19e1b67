/**
 * What the journal says: the table beside the version table in which each run writes down what it is about to do and
 * what it has done. It serves recovery, and it is the audit trail.
 */
@NullMarked
package dev.migrate.journal;

import org.jspecify.annotations.NullMarked;
