/** Where migrations come from: given instances, given classes, or the classes of a package. */
@NullMarked
package dev.migrate.load;

import org.jspecify.annotations.NullMarked;
