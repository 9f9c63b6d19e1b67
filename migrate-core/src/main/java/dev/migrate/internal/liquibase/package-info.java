/** Imports the changelogs of Liquibase. Internal: it may change at any time. */
@NullMarked
package dev.migrate.internal.liquibase;

import org.jspecify.annotations.NullMarked;
