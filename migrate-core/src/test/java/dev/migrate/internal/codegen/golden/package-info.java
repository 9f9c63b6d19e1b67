/** What comes out of the source writer, as it comes out: the formatter of this build and its checks see it as well. */
@NullMarked
package dev.migrate.internal.codegen.golden;

import org.jspecify.annotations.NullMarked;
