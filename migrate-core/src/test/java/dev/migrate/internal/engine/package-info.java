/** What holds for every journal, whatever server it is on. */
@NullMarked
package dev.migrate.internal.engine;

import org.jspecify.annotations.NullMarked;
