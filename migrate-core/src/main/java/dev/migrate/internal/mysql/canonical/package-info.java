/** The canonical form of schemas: the rules that make equal what means the same on a server. */
@NullMarked
package dev.migrate.internal.mysql.canonical;

import org.jspecify.annotations.NullMarked;
