/** Assertions about schemas and migrated databases. They need AssertJ, on which the rest of the library does not depend. */
@NullMarked
package dev.migrate.test.assertj;

import org.jspecify.annotations.NullMarked;
