/** What a run tells about itself while it goes on. */
@NullMarked
package dev.migrate.event;

import org.jspecify.annotations.NullMarked;
