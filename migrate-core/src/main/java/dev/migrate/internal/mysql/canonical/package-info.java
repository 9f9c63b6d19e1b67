/** The canonical form of schemas: the rules by which equivalent schemas become equal. */
@NullMarked
package dev.migrate.internal.mysql.canonical;

import org.jspecify.annotations.NullMarked;
