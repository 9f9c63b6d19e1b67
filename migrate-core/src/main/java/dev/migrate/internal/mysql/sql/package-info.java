/** The lexical level of SQL: tokens, quotes, comments, names and literals, and the names in statements about tables. */
@NullMarked
package dev.migrate.internal.mysql.sql;

import org.jspecify.annotations.NullMarked;
