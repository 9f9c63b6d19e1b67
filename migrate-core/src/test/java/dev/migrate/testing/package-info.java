/** What tests of several packages build on: histories from text, seeded properties. */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;
