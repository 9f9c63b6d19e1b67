/** What tests of all modules share: real servers, a fresh database for each test. */
@NullMarked
package dev.migrate.testing;

import org.jspecify.annotations.NullMarked;
