/** Tests that hold for every journal, independent of the server. */
@NullMarked
package dev.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
