/** The tests in docs/testing-your-migrations.md. */
@NullMarked
package dev.migrate.test.documented;

import org.jspecify.annotations.NullMarked;
