/** Test utilities of all modules: real servers, a new database for each test. */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;
