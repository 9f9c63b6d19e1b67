/** The migrations of the library. */
@NullMarked
package dev.migrate.examples.springboot.migrations;

import org.jspecify.annotations.NullMarked;
