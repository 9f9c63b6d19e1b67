/**
 * Splits scripts into statements, writes scripts for the command-line client, and classifies statements written by hand.
 */
@NullMarked
package dev.migrate.internal.mysql.script;

import org.jspecify.annotations.NullMarked;
