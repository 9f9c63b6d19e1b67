/**
 * From operations to the SQL of a server: what each becomes there, how names and constants are quoted, and which
 * statements a transaction can hold. Pure functions; nothing here has a connection.
 */
@NullMarked
package dev.migrate.provider;

import org.jspecify.annotations.NullMarked;
