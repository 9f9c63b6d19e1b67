/** The advisor: what DDL statements cost, according to the server. */
@NullMarked
package dev.migrate.internal.mysql.advice;

import org.jspecify.annotations.NullMarked;
