/** Where migrations come from: given instances, given classes, or the classes of a package. */
@NullMarked
package dev.migrate.internal.load;

import org.jspecify.annotations.NullMarked;
