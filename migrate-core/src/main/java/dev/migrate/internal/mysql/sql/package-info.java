/** The lexical level of SQL: tokens, quotes, comments, names and literals. */
@NullMarked
package dev.migrate.internal.mysql.sql;

import org.jspecify.annotations.NullMarked;
