/** What holds for every journal, whatever server it is on. */
@NullMarked
package dev.migrate.run;

import org.jspecify.annotations.NullMarked;
