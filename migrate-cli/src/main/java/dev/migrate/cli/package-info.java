/** The commands. Each parses its arguments, calls one method of the library and prints what that returned. */
@NullMarked
package dev.migrate.cli;

import org.jspecify.annotations.NullMarked;
