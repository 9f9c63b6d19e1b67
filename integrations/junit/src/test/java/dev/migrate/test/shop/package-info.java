/** Migrations of a shop, for tests. */
@NullMarked
package dev.migrate.test.shop;

import org.jspecify.annotations.NullMarked;
