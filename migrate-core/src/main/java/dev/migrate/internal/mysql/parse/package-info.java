/** Parses DDL, as people write it in models and as the server shows it, into parts of a schema. */
@NullMarked
package dev.migrate.internal.mysql.parse;

import org.jspecify.annotations.NullMarked;
