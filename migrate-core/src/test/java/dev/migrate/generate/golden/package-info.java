/** What comes out of the source writer, as it comes out: the formatter of this build and its checks see it as well. */
@NullMarked
package dev.migrate.generate.golden;

import org.jspecify.annotations.NullMarked;
