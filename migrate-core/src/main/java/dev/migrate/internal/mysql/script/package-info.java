/**
 * Splits scripts into statements, writes scripts for the command-line client, and classifies handwritten statements.
 */
@NullMarked
package dev.migrate.internal.mysql.script;

import org.jspecify.annotations.NullMarked;
